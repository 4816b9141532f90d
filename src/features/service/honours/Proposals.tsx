import { View } from '@tarojs/components'
import { milestones } from '../../../../core/service/honours/rules'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { lasting } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'

type Proposal = Given<'honour.proposals'>['items'][number]

interface Props {
  orgId: string
  onGrant: (to: { memberId: string; name: string; hours: number }) => void
}

const One = ({ orgId, one, onGrant, onPassed }: Props & { one: Proposal; onPassed: () => Promise<unknown> }) => {
  const pass = useCommand('honour.pass')
  const { memberId, name } = one
  const hours = milestones.find(each => each === one.hours)
  const press = async () => {
    const answer = hours === undefined ? undefined : await pass.run({ orgId, memberId, hours })
    if (answer?.ok) await onPassed()
  }
  return (
    <Card title={`${name}服务满 ${String(one.hours)} 小时`}>
      <View className="soft">{`一共服务 ${lasting(one.minutes)}`}</View>
      {pass.refusal && <Failure refusal={pass.refusal} onSeen={pass.forget} />}
      <Button icon="award" about={name} onPress={() => onGrant({ memberId, name, hours: one.hours })}>
        授予
      </Button>
      <Button kind="quiet" about={name} onPress={press}>
        这次不授
      </Button>
    </Card>
  )
}

/** Volunteers whose hours reached a milestone: granted by a tap, or passed over. */
export const Proposals = ({ orgId, onGrant }: Props) => {
  const query = useQuery('honour.proposals', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('honour.proposals', { orgId, cursor }))
  if (items.length === 0) return null
  return (
    <Section title="服务时长满了">
      {items.map(one => (
        <One key={one.memberId} orgId={orgId} one={one} onGrant={onGrant} onPassed={query.reload} />
      ))}
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>再看一些</Button>}
    </Section>
  )
}
