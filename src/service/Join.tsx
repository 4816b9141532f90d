import { Failure } from '../components/Failure'
import { Skeleton } from '../components/Loaded'
import { Screen } from '../components/Screen'
import { AskPrivacy } from '../features/people/identity/Privacy'
import { Register } from '../features/service/volunteers/Register'
import type { Acting } from '../features/people/identity/session'

interface Props {
  acting: Acting
  why: string
  onBack: (() => void) | undefined
}

/** Finds out who holds this phone: the privacy notice first, then name and number. */
export const Join = ({ acting, why, onBack }: Props) => {
  const { me, refusal, reload } = acting
  if (!me) return <Screen>{refusal === undefined ? <Skeleton /> : <Failure refusal={refusal} onRetry={reload} />}</Screen>
  if (!me.privacyAgreed) return <AskPrivacy acting={acting} />
  return <Register why={why} onKnown={reload} onBack={onBack} />
}
