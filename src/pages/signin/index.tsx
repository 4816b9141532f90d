import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import { NoCode, SignInLanding } from '../../features/attendance/SignInLanding'
import { CallSecretary } from '../../features/cards/CallSecretary'
import { Known } from '../../features/identity/Known'
import { Skeleton } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import { address, goInstead } from '../../platform/go'
import { postOfQuery, signInOfQuery } from '../../platform/links'

/** Every code of the mini-program opens this page; one of a post is handed on to the post's own. */
export default function SignIn() {
  const { params } = useRouter()
  const scanned = useMemo(() => signInOfQuery(params), [params])
  const post = useMemo(() => postOfQuery(params), [params])
  useEffect(() => {
    if (post) goInstead(address('/service/post/index', { id: post.postId, c: post.code }))
  }, [post])
  if (post) {
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
