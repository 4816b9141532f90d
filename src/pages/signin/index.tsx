import { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { NoCode, SignInLanding } from '../../features/attendance/SignInLanding'
import { CallSecretary } from '../../features/cards/CallSecretary'
import { Known } from '../../features/identity/Known'
import { signInOfQuery } from '../../platform/links'

/** Opened by a scanned code (`q`, or `a` and `c`). */
export default function SignIn() {
  const { params } = useRouter()
  const scanned = useMemo(() => signInOfQuery(params), [params])
  return (
    <Known>
      {({ me, person }) => {
        const help = <CallSecretary memberId={person.memberId} />
        return scanned ? <SignInLanding scanned={scanned} me={me} help={help} /> : <NoCode help={help} />
      }}
    </Known>
  )
}
