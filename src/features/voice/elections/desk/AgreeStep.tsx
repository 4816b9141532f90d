import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Agreement } from '../../../../../core/voice/elections/steps'
import { excusedWords } from '../../../../../core/voice/elections/words'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { useCommand } from '../../../../platform/query'
import { agreementWords, names, type PartProps } from '../words'

/** What the organization above or the meeting agreed to. */
export const AgreeStep = ({ election, onChanged, step }: PartProps & { step: Agreement }) => {
  const agree = useCommand('election.agree')
  const known = election.agreed.find(one => one.step === step)
  const [documentNo, setDocumentNo] = useState(known?.documentNo ?? '')
  const send = async (done: boolean) => {
    const answer = await agree.run({ electionId: election.electionId, step, done, ...(documentNo.trim() === '' ? {} : { documentNo }) })
    if (answer?.ok) await onChanged(done ? '记好了' : '改成没办')
  }
  return (
    <Card title={agreementWords[step].title}>
      <View className="soft">{agreementWords[step].hint}</View>
      {(step === 'consent' || step === 'excused') &&
        election.excused.map(one => <View key={one.memberId}>{`${one.name}：${excusedWords[one.reason]}`}</View>)}
      {step === 'tellers' && <View>{`监票人：${names(election.watchers)}；计票人：${names(election.counters)}`}</View>}
      {agree.refusal && <Failure refusal={agree.refusal} onSeen={agree.forget} />}
      {step === 'consent' && <Field label="批复文号" hint="没有可以不填" value={documentNo} onChange={setDocumentNo} max={60} />}
      <Button icon="check" onPress={() => send(true)}>
        {step === 'consent' ? '上级同意了' : '大会通过了'}
      </Button>
      {known && (
        <Button kind="quiet" onPress={() => send(false)}>
          记错了，还没有
        </Button>
      )}
    </Card>
  )
}
