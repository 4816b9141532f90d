import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Screen } from '../../../components/Screen'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields } from '../../../platform/shape'
import { nothingSaid, ReportFields, saidShapes, sentOf } from './ReportFields'

const isSaid = fields(saidShapes)

interface Props {
  taskId: string
  member: { memberId: string; name: string }
  onDone: (reported: boolean) => void
}

/** In a member's stead, by the officer who was there (送学上门). */
export const ReportFor = ({ taskId, member: { memberId, name }, onDone }: Props) => {
  const { draft, change, done } = useDraft(`study-for/${taskId}/${memberId}`, isSaid, nothingSaid)
  const [busy, setBusy] = useState(false)
  const command = useCommand('study.reportFor')
  const press = async () => {
    const answer = await command.run({ taskId, memberId, ...sentOf(draft) })
    if (!answer?.ok) return
    done(draft)
    onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
          <BigButton icon="done" disabled={busy} busyWords="正在记下来…" onPress={press}>
            记下：学好了
          </BigButton>
        </>
      }
    >
      <Title>替{name}同志记一次学习</Title>
      <ReportFields about={`${name}同志怎样学的`} said={draft} onChange={change} onBusy={setBusy} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}
