import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Failure } from '../../components/Failure'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { useDraft } from '../../platform/draft'
import { useCommand } from '../../platform/query'
import { type ActProps, may } from './acts'
import { HandOver } from './HandOver'
import { Plan } from './Plan'

/** 在路上: the elder hears that somebody is coming. */
export const OnTheWayButton = ({ request, onDone }: ActProps) => {
  const progress = useCommand('request.progress')
  const press = async () => {
    const answer = await progress.run({ requestId: request.requestId, state: 'on-the-way' })
    if (answer) await onDone()
  }
  return (
    <>
      {progress.code && <Failure code={progress.code} onSeen={progress.forget} />}
      <BigButton icon="steps" busyWords="正在告诉老人…" onPress={press}>
        我出发了，在路上
      </BigButton>
    </>
  )
}

/** A second pair of hands, from the team and those near. */
const SecondHand = ({ request, onDone }: ActProps) => {
  const second = useCommand('request.askSecond')
  const press = async () => {
    const answer = await second.run({ requestId: request.requestId })
    if (answer) await onDone()
  }
  return (
    <>
      {second.code && <Failure code={second.code} onSeen={second.forget} />}
      <Button icon="people" busyWords="正在请人…" onPress={press}>
        要个帮手
      </Button>
    </>
  )
}

/** One line for everyone concerned: 配件明天到. */
const SayProgress = ({ request, onDone }: ActProps) => {
  const [open, setOpen] = useState(false)
  const { draft, change, done } = useDraft(`request-note/${request.requestId}`, { note: '' })
  const progress = useCommand('request.progress')
  const press = async () => {
    const answer = await progress.run({ requestId: request.requestId, note: draft.note })
    if (!answer?.ok) return
    done()
    setOpen(false)
    await onDone()
  }
  if (!open) {
    return (
      <Button icon="edit" onPress={() => setOpen(true)}>
        说一声进展
      </Button>
    )
  }
  return (
    <Card title="说一声进展">
      <Field
        label="写一句"
        value={draft.note}
        onChange={note => change({ note })}
        max={200}
        tall
        placeholder="例如：水龙头要换，配件下午到"
      />
      {progress.code && <Failure code={progress.code} onSeen={progress.forget} />}
      <Button disabled={draft.note.trim() === ''} busyWords="正在告诉大家…" onPress={press}>
        告诉老人和大家
      </Button>
      <Button kind="quiet" onPress={() => setOpen(false)}>
        不说了
      </Button>
    </Card>
  )
}

/** Everything else whoever has it in hand may do. */
export const HandsWays = (props: ActProps) => {
  const { request } = props
  return (
    <View className="stack">
      {request.secondWanted && (
        <Notice tone="info" title="正在给您找帮手">
          <View>有人来，马上告诉您。</View>
        </Notice>
      )}
      {may(request, 'askSecond') && <SecondHand {...props} />}
      {may(request, 'progress') && <SayProgress {...props} />}
      {may(request, 'plan') && <Plan {...props} />}
      {may(request, 'handOver') && <HandOver {...props} />}
    </View>
  )
}
