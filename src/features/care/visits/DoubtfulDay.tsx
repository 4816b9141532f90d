import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { day } from '../../../components/times'
import { useCommand } from '../../../platform/query'
import type { Visit } from './words'

interface Props {
  visit: Visit
  record: NonNullable<Visit['record']>
  onDone: () => Promise<void>
}

/** The phone's clock was wrong when it was recorded: one tap says that the day is right; another day is told by the correction below. */
export const DoubtfulDay = ({ visit, record, onDone }: Props) => {
  const { visitId, corrections, may } = visit
  const { at, by, note, brought, found, photoFileIds, voiceFileId } = record
  const command = useCommand('visit.correct')
  const confirm = async () => {
    const same = { at, by, note, brought, found, photoFileIds, ...(voiceFileId === undefined ? {} : { voiceFileId }) }
    const answer = await command.run({ visitId, seen: corrections.length, why: '日子核对过，没错', record: same })
    if (answer?.ok) await onDone()
  }
  return (
    <Notice tone="warn" title="登记的手机时间不准，日子要核对">
      <View>现在按登记的那天算：{day(at)}。</View>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      {may.includes('correct') && (
        <Button icon="check" onPress={confirm}>
          就是这一天，没错
        </Button>
      )}
    </Notice>
  )
}
