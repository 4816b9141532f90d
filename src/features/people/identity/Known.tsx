import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Failure } from '../../../components/Failure'
import { Icon } from '../../../components/Icon'
import { Skeleton } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import type { Tab } from '../../../components/TabBar'
import { FirstSetup } from '../setup/FirstSetup'
import { type Acting, type Person, useActing } from './session'
import { Bind } from './Bind'
import { AskPrivacy } from './Privacy'

/** An account that has agreed to the privacy notice. */
export type AgreedActing = Acting & { me: NonNullable<Acting['me']> }
/** An account of which the person is known. */
export type KnownActing = AgreedActing & { person: Person }

const hasAgreed = (acting: Acting): acting is AgreedActing => acting.me?.privacyAgreed === true
const isKnown = (acting: AgreedActing): acting is KnownActing => acting.person !== undefined

interface Props<A> {
  tab?: Tab | undefined
  children: (acting: A) => ReactNode
}

/** Asks to agree to the privacy notice first; where the environment is empty, this phone may be the first one's. */
export const Agreed = ({ tab, children }: Props<AgreedActing>) => {
  const acting = useActing()
  const { me, refusal, reload } = acting
  if (!me) {
    return (
      <Screen {...(tab ? { tab } : {})}>{refusal === undefined ? <Skeleton /> : <Failure refusal={refusal} onRetry={reload} />}</Screen>
    )
  }
  if (!hasAgreed(acting)) return <AskPrivacy acting={acting} />
  return acting.me.setupNeeded === true ? <FirstSetup onDone={reload} /> : <>{children(acting)}</>
}

/** Asks to agree to the privacy notice, then who it is, and then goes on by itself to what was wanted. */
export const Known = ({ tab, children }: Props<KnownActing>) => (
  <Agreed tab={tab}>{acting => (isKnown(acting) ? children(acting) : <Bind onBound={acting.reload} />)}</Agreed>
)

/** Says whose affairs these are, when they are not one's own. */
export const ActingFor = ({ acting }: { acting: KnownActing }) => {
  if (acting.person.memberId === acting.me.member?.memberId) return null
  return (
    <View className="row soft">
      <Icon name="people" tone="soft" />
      <View className="grow">您正在替{acting.person.name}同志办</View>
    </View>
  )
}
