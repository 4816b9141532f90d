import { useEffect, useMemo } from 'react'
import { Skeleton } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { guarded } from '../../features/home/guard/rooms/pages'
import { elsewhere } from '../../features/home/guard/handedOn'
import { NoCode, SignInLanding } from '../../features/life/attendance/SignInLanding'
import { goInstead } from '../../platform/go'
import { signInOfQuery } from '../../features/life/attendance/links'

definePageConfig({ navigationBarTitleText: '签到' })

/** Every code of the mini-program opens this page; what is not for signing in to an activity is handed on to its own page. */
export default guarded('signIn', function SignIn({ acting, asked }) {
  const scanned = useMemo(() => signInOfQuery({ q: asked('q'), a: asked('a'), c: asked('c') }), [asked])
  const page = useMemo(() => elsewhere(asked), [asked])
  useEffect(() => {
    if (page) goInstead(page)
  }, [page])
  if (page || !acting) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  const help = <CallSecretary memberId={acting.person.memberId} />
  return scanned ? <SignInLanding scanned={scanned} me={acting.me} help={help} /> : <NoCode help={help} />
})
