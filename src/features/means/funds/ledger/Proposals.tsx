import { View } from '@tarojs/components'
import { Button } from '../../../../components/Button'
import { Section } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { useCommand } from '../../../../platform/query'
import { EntryCard } from '../Entries'
import type { PartProps } from './part'

/** Spending from a set sum that waits for a second person. */
export const Proposals = ({ orgId, data, onDone }: PartProps) => {
  const approve = useCommand('fund.approve')
  const decline = useCommand('fund.decline')
  const yes = async (entryId: string) => {
    const answer = await approve.run({ orgId, entryId })
    if (answer?.ok) await onDone('同意了，已经入账')
  }
  const no = async (entryId: string) => {
    const answer = await decline.run({ orgId, entryId, reason: '不同意' })
    if (answer?.ok) await onDone('没有同意，不入账')
  }
  const refusal = approve.refusal ?? decline.refusal
  return (
    <Section title="等另一位同志同意">
      {refusal && <Failure refusal={refusal} onSeen={approve.refusal ? approve.forget : decline.forget} />}
      {data.proposals.map(one => (
        <EntryCard key={one.entryId} entry={one}>
          {one.own ? (
            <View className="soft">您提出的，要另一位同志来同意。</View>
          ) : (
            <>
              <Button icon="done" about={one.line} onPress={() => yes(one.entryId)}>
                同意
              </Button>
              <Button about={one.line} onPress={() => no(one.entryId)}>
                不同意
              </Button>
            </>
          )}
        </EntryCard>
      ))}
    </Section>
  )
}
