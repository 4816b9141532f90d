import { View } from '@tarojs/components'
import { Section } from '../../../components/Card'
import { IconButton } from '../../../components/Button'
import { PersonRow } from '../../../components/Rows'
import { call } from '../../../platform/call'
import { useCall } from '../roster/CallMember'
import { type Data, sayWhat, type Seated, seatedOf } from './words'

const GONE = { icon: 'warn', tone: 'warn', words: '空缺' } as const

interface OneProps {
  orgId: string
  one: Seated
  /** Opens what can be done with this person. */
  onPress?: (() => void) | undefined
}

const One = ({ orgId, one, onPress }: OneProps) => {
  const ask = async () => {
    const answer = await call('committee.phone', { orgId, memberId: one.memberId })
    return answer.ok ? { ok: true as const, data: { phones: [answer.data.phone], emergency: [] } } : answer
  }
  const { press, below } = useCall({ name: one.name, ask })
  return (
    <View className="stack">
      <PersonRow
        name={one.name}
        note={sayWhat(one)}
        {...(one.gone ? { state: GONE } : {})}
        {...(onPress ? { onPress } : {})}
        {...(one.callable ? { action: <IconButton icon="phone" label={`打电话：${one.name}`} onPress={press} /> } : {})}
      />
      {below}
    </View>
  )
}

interface Props {
  orgId: string
  title: string
  members: Data['members']
  onPress?: ((one: Seated) => void) | undefined
}

/** Who is who in a committee, and whose telephone one may ring. */
export const Who = ({ orgId, title, members, onPress }: Props) => (
  <Section title={title}>
    {seatedOf(members).map(one => (
      <One key={one.memberId} orgId={orgId} one={one} onPress={onPress && (() => onPress(one))} />
    ))}
  </Section>
)
