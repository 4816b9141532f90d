import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import type { OwnShift } from './post'

type To = 'anyone' | 'person'

/** What there is to choose: a person by name, or the first who takes it. */
const Offer = ({ postId, shift, forMemberId, onDone, onBack }: OwnShift & { onBack: () => void }) => {
  const [to, setTo] = useState<To | undefined>()
  const [name, setName] = useState('')
  const command = useCommand('post.offer')
  const offer = async () => {
    const about = { postId, shiftId: shift.shiftId, ...forMemberId }
    const answer = await command.run(to === 'person' ? { ...about, toName: name.trim() } : about)
    if (!answer?.ok) return
    onBack()
    await onDone()
  }
  return (
    <Card title="请别人替我">
      <Choice
        label="请谁来替"
        options={[
          { value: 'anyone', words: '谁来都行', hint: '有人在候补，马上就给他' },
          { value: 'person', words: '请一位同志', hint: '写上他的名字，会发消息问他' },
        ]}
        value={to}
        onChange={setTo}
      />
      {to === 'person' && <Field label="他的姓名" value={name} onChange={setName} max={20} />}
      {command.refusal && <Failure refusal={command.refusal} />}
      <Button disabled={to === undefined || (to === 'person' && name.trim() === '')} onPress={offer}>
        好，请他替我
      </Button>
      <Button kind="quiet" onPress={onBack}>
        不换了，我自己来
      </Button>
    </Card>
  )
}

/** It is offered; until another takes it, it stays one's own. */
const Offered = ({ postId, shift, mine, forMemberId, onDone }: OwnShift) => {
  const command = useCommand('post.offer')
  const back = async () => {
    const answer = await command.run({ postId, shiftId: shift.shiftId, ...forMemberId, back: true })
    if (answer?.ok) await onDone()
  }
  return (
    <Notice tone="info" title="正在找人替您">
      <View>{mine.offered === 'person' ? '已经告诉那位同志了。' : '谁来接都行。'}有人接了会告诉您；没人接，还是您的班。</View>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Button busyWords="请稍候…" onPress={back}>
        不用替了，我自己来
      </Button>
    </Notice>
  )
}

/** Swaps: offers one's place to a named person or to the first who takes it. */
export const OfferPlace = (props: OwnShift) =>
  props.mine.offered ? (
    <Offered {...props} />
  ) : (
    <Unfold icon="swap" words="请别人替我">
      {close => <Offer {...props} onBack={close} />}
    </Unfold>
  )
