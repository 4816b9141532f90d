import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Failure } from '../../../components/Failure'
import { Icon } from '../../../components/Icon'
import { Skeleton } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import type { Tab } from '../../../components/TabBar'
import { type Acting, type Person, useActing } from './session'
import { Bind } from './Bind'
import { AskPrivacy } from './Privacy'

/** An account of which the person is known. */
export type KnownActing = Acting & { me: NonNullable<Acting['me']>; person: Person }

const isKnown = (acting: Acting): acting is KnownActing => acting.me !== undefined && acting.person !== undefined

interface Props {
  tab?: Tab
  children: (acting: KnownActing) => ReactNode
}

/**
 * Shows a page only to a person who is known: asks to agree to the privacy notice, then who it is, and then goes on by itself
 * to what was wanted.
 */
export const Known = ({ tab, children }: Props) => {
  const acting = useActing()
  const { me, refusal, reload } = acting
  if (!me) {
    return (
      <Screen {...(tab ? { tab } : {})}>{refusal === undefined ? <Skeleton /> : <Failure refusal={refusal} onRetry={reload} />}</Screen>
    )
  }
  if (!me.privacyAgreed) return <AskPrivacy acting={acting} />
  if (!isKnown(acting)) return <Bind onBound={reload} />
  return <>{children(acting)}</>
}

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
