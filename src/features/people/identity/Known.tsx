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
import type { PrivacyRole } from './privacyText'

/** An account of which the cloud has answered. */
export type MetActing = Acting & { me: NonNullable<Acting['me']> }
/** An account that has agreed to the privacy notice. */
export type AgreedActing = MetActing
/** An account of which the person is known. */
export type KnownActing = AgreedActing & { person: Person }

const isMet = (acting: Acting): acting is MetActing => acting.me !== undefined
const isKnown = (acting: AgreedActing): acting is KnownActing => acting.person !== undefined

interface Props<A> {
  tab?: Tab | undefined
  children: (acting: A) => ReactNode
}

/** Asks the cloud who this is. */
export const Met = ({ tab, children }: Props<MetActing>) => {
  const acting = useActing()
  const { refusal, reload } = acting
  if (isMet(acting)) return <>{children(acting)}</>
  return <Screen {...(tab ? { tab } : {})}>{refusal === undefined ? <Skeleton /> : <Failure refusal={refusal} onRetry={reload} />}</Screen>
}

/** Asks to agree to the privacy notice first (of the role in which one comes here); where the environment is empty, this phone may be the first one's. */
export const Agreed = ({ tab, role, children }: Props<AgreedActing> & { role?: PrivacyRole }) => (
  <Met tab={tab}>
    {acting => {
      if (!acting.me.privacyAgreed) return <AskPrivacy acting={acting} role={role} />
      return acting.me.setupNeeded === true ? <FirstSetup onDone={acting.reload} /> : children(acting)
    }}
  </Met>
)

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
