import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Confirm } from '../../../../components/Confirm'
import { ExportButton } from '../../../../components/ExportButton'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Notice } from '../../../../components/Notice'
import { Unfold } from '../../../../components/Unfold'
import { call } from '../../../../platform/call'
import { useCommand } from '../../../../platform/query'
import { type PartProps } from '../words'

/** What may follow a result: another round, fewer seats, a void vote, the report. */
export const Afterwards = ({ election, onChanged }: PartProps) => {
  const { electionId, may } = election
  const again = useCommand('election.again')
  const reduce = useCommand('election.reduce')
  const spoil = useCommand('election.void')
  const [reason, setReason] = useState('')
  const next = async () => {
    const answer = await again.run({ electionId })
    if (answer?.ok) await onChanged('下一轮准备好了')
  }
  const leave = async () => {
    const answer = await reduce.run({ electionId })
    if (answer?.ok) await onChanged('记好了，名额先空着')
  }
  const end = async (close: () => void) => {
    const answer = await spoil.run({ electionId, reason })
    if (!answer?.ok) return
    close()
    await onChanged('本轮作废了，请重新投票')
  }
  return (
    <View className="stack">
      {[again, reduce, spoil].map((one, at) => one.refusal && <Failure key={at} refusal={one.refusal} onSeen={one.forget} />)}
      {may.includes('again') && (
        <Button icon="repeat" onPress={next}>
          准备再投一轮
        </Button>
      )}
      {may.includes('reduce') && (
        <Confirm question="大会同意不再选余下的名额吗？" yes="是，大会同意" no="不，再选一次" onYes={leave}>
          大会同意，名额先空着
        </Confirm>
      )}
      {may.includes('void') && (
        <Unfold kind="quiet" words="本轮作废，重新投票">
          {close => (
            <Notice tone="warn" title="本轮的票都不算了">
              <Field label="为什么作废" value={reason} onChange={setReason} max={200} placeholder="收回的票比发出的多" />
              <Button kind="danger" disabled={reason.trim() === ''} onPress={() => end(close)}>
                作废这一轮
              </Button>
              <Button onPress={close}>不作废</Button>
            </Notice>
          )}
        </Unfold>
      )}
      {may.includes('report') && (
        <>
          <ExportButton
            words="选举情况报告（Word）"
            name="选举情况报告.docx"
            make={() => call('election.report', { electionId, format: 'docx' })}
          />
          <ExportButton words="票数表（Excel）" name="选举票数.xlsx" make={() => call('election.report', { electionId, format: 'xlsx' })} />
        </>
      )}
    </View>
  )
}
