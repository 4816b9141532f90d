import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Card, Section } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Notice } from '../../../../components/Notice'
import { PhotoList } from '../../../../components/PhotoList'
import { ago } from '../../../../components/times'
import type { Given } from '../../../../platform/call'
import { useCommand } from '../../../../platform/query'
import './desk.css'

type Holders = Given<'post.holders'>

/** Thanks to everybody who served, once. */
export const Thank = ({ postId, thanks, onDone }: { postId: string; thanks: string | null; onDone: () => Promise<unknown> }) => {
  const [asking, setAsking] = useState(false)
  const [text, setText] = useState('')
  const [thanked, setThanked] = useState<number | undefined>()
  const command = useCommand('post.thank')
  const send = async () => {
    const answer = await command.run({ postId, ...(text.trim() ? { text: text.trim() } : {}) })
    if (!answer?.ok) return
    setThanked(answer.data.thanked)
    await onDone()
  }
  if (thanked !== undefined) return <Notice tone="good" title={`已经谢过 ${thanked} 位同志`} onSeen={() => setThanked(undefined)} />
  if (thanks !== null) {
    return (
      <Card title="已经谢过大家">
        <View className="prose">{thanks}</View>
      </Card>
    )
  }
  if (!asking) {
    return (
      <Button icon="award" onPress={() => setAsking(true)}>
        谢谢来服务的同志
      </Button>
    )
  }
  return (
    <Card title="谢谢大家">
      <Field
        label="说一句话（可以不写）"
        value={text}
        onChange={setText}
        max={200}
        tall
        placeholder="例如：下着雨大家都来了，孩子们都平安过了马路"
      />
      {command.refusal && <Failure refusal={command.refusal} />}
      <Button busyWords="正在发…" onPress={send}>
        发给来服务的同志
      </Button>
      <Button kind="quiet" onPress={() => setAsking(false)}>
        先不发
      </Button>
    </Card>
  )
}

/** What was said afterwards, with its photos. */
export const SaidAfterwards = ({ feedback }: { feedback: Holders['feedback'] }) =>
  feedback.length === 0 ? null : (
    <Section title="大家说的">
      {feedback.map(({ memberId, name, text, photoFileIds, at }) => (
        <Card key={memberId}>
          <View className="row">
            <View className="grow strong">{name}</View>
            <View className="soft small">{ago(at)}</View>
          </View>
          {text !== '' && <View className="prose">{text}</View>}
          <PhotoList fileIds={photoFileIds} of={name} />
        </Card>
      ))}
    </Section>
  )

/** Who left late, and why. */
export const LeftLate = ({ withdrawn }: { withdrawn: Holders['withdrawn'] }) =>
  withdrawn.length === 0 ? null : (
    <Section title="临时来不了的">
      {withdrawn.map(({ shiftId, memberId, name, reason, at }) => (
        <Card key={`${shiftId}/${memberId}/${at}`}>
          <View className="row">
            <View className="grow strong">{name}</View>
            <View className="soft small">{ago(at)}</View>
          </View>
          <View>{reason}</View>
        </Card>
      ))}
    </Section>
  )
