import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Section } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Unfold } from '../../../../components/Unfold'
import { useCommand } from '../../../../platform/query'
import { EntryCard } from '../Entries'
import type { PartProps } from './part'

/** 不同意: with a reason, which stands beside what was asked. */
const Decline = ({ about, onNo }: { about: string; onNo: (reason: string) => Promise<void> }) => {
  const [reason, setReason] = useState('')
  return (
    <Unfold words="不同意" kind="quiet" icon="close">
      {close => (
        <View className="stack">
          <Field label="为什么不同意" value={reason} onChange={setReason} max={60} />
          <Button about={about} disabled={reason.trim() === ''} onPress={() => onNo(reason)}>
            不同意，不入账
          </Button>
          <Button kind="quiet" onPress={close}>
            再想想
          </Button>
        </View>
      )}
    </Unfold>
  )
}

/** Spending from a set sum that waits for a second person. */
export const Proposals = ({ orgId, data, onDone }: PartProps) => {
  const approve = useCommand('fund.approve')
  const decline = useCommand('fund.decline')
  const yes = async (entryId: string) => {
    const answer = await approve.run({ orgId, entryId })
    if (answer?.ok) await onDone('同意了，已经入账')
  }
  const no = async (entryId: string, reason: string) => {
    const answer = await decline.run({ orgId, entryId, reason })
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
              <Decline about={one.line} onNo={reason => no(one.entryId, reason)} />
            </>
          )}
        </EntryCard>
      ))}
    </Section>
  )
}
