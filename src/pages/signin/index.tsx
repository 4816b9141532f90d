import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import { NoCode, SignInLanding } from '../../features/life/attendance/SignInLanding'
import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { Known } from '../../features/people/identity/Known'
import { Skeleton } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { goInstead } from '../../platform/go'
import { kioskOfQuery, postOfQuery, signInOfQuery } from '../../platform/links'
import { type Route, routes } from '../../../core/shared/routes'

/** Where a code leads that is not an activity's own: to a post, or to a kiosk. */
const elsewhere = (params: Record<string, string | undefined>): Route | undefined => {
  const post = postOfQuery(params)
  if (post) return routes.post({ id: post.postId, c: post.code })
  const kiosk = kioskOfQuery(params)
  return kiosk && routes.kiosk({ a: kiosk.activityId, k: kiosk.kioskToken })
}

/** Every code of the mini-program opens this page; what is not for signing in to an activity is handed on to its own page. */
export default function SignIn() {
  const { params } = useRouter()
  const scanned = useMemo(() => signInOfQuery(params), [params])
  const page = useMemo(() => elsewhere(params), [params])
  useEffect(() => {
    if (page) goInstead(page)
  }, [page])
  if (page) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  return (
    <Known>
      {({ me, person }) => {
        const help = <CallSecretary memberId={person.memberId} />
        return scanned ? <SignInLanding scanned={scanned} me={me} help={help} /> : <NoCode help={help} />
      }}
    </Known>
  )
}
