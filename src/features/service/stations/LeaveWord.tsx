import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'

interface Props {
  stationId: string
  forMemberId: { forMemberId?: string }
}

const Writing = ({ stationId, forMemberId, onDone, onBack }: Props & { onDone: () => void; onBack: () => void }) => {
  const [text, setText] = useState('')
  const command = useCommand('station.word')
  const press = async () => {
    await askToTell(['station-word'])
    const answer = await command.run({ stationId, text, ...forMemberId })
    if (answer?.ok) onDone()
  }
  return (
    <Card title="留一句话">
      <Field label="想说什么" value={text} onChange={setText} max={300} tall placeholder="例如：饮水机坏了，请修一修" />
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Button disabled={text.trim() === ''} busyWords="正在送到…" onPress={press}>
        说好了，送给负责人
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不说了
      </Button>
    </Card>
  )
}

/** A word for those who run the station; what is typed stays until it has arrived. */
export const LeaveWord = (props: Props) => {
  const [said, setSaid] = useState(false)
  return (
    <>
      {said && <Notice tone="good" title="留好了，负责人会看到，回了话会告诉您" onSeen={() => setSaid(false)} />}
      <Unfold icon="edit" words="给这里留一句话">
        {close => {
          const done = () => {
            setSaid(true)
            close()
          }
          return <Writing {...props} onDone={done} onBack={close} />
        }}
      </Unfold>
    </>
  )
}
