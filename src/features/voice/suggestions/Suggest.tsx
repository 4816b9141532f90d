import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import { VoiceField } from '../../../components/VoiceField'
import { call, type Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import { askToTell } from '../../../platform/subscribe'
import { sayJoined } from './words'

type Similar = Given<'suggestion.similar'>['items']
interface Draft {
  text: string
  voiceFileId: string
  photos: string[]
}
const isDraft = fields<Draft>({ text, voiceFileId: text, photos: list(text) })
const blank: Draft = { text: '', voiceFileId: '', photos: [] }

interface Props {
  forMemberId: { forMemberId?: string }
  memberId: string
}

/** 提个建议: said, written or photographed; what much the same was said before is shown first, to be joined by one tap. */
export const Suggest = ({ forMemberId, memberId }: Props) => {
  const { draft, change, done } = useDraft<Draft>(`suggest/${memberId}`, isDraft, blank)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [similar, setSimilar] = useState<Similar>([])
  const submit = useCommand('suggestion.submit')
  const join = useCommand('suggestion.join')
  const isEmpty = draft.text.trim() === '' && draft.voiceFileId === '' && draft.photos.length === 0

  const end = () => {
    done(blank)
    goInstead(routes.mySuggestions())
  }
  const send = async () => {
    const { text: said, voiceFileId, photos } = draft
    const answer = await submit.run({
      ...forMemberId,
      ...(said.trim() === '' ? {} : { text: said }),
      ...(voiceFileId === '' ? {} : { voiceFileId }),
      ...(photos.length === 0 ? {} : { photoFileIds: photos }),
    })
    if (answer?.ok) end()
  }
  const press = async () => {
    setTried(true)
    if (isEmpty) return
    await askToTell(['suggestion-news'])
    const found = draft.text.trim() === '' ? undefined : await call('suggestion.similar', { ...forMemberId, text: draft.text })
    // Where that cannot be asked now, the suggestion itself goes its way.
    if (found?.ok && found.data.items.length > 0) setSimilar(found.data.items)
    else await send()
  }
  const joinOne = async (suggestionId: string) => {
    const answer = await join.run({ ...forMemberId, suggestionId })
    if (answer?.ok) end()
  }
  const refusal = submit.refusal ?? join.refusal
  if (similar.length > 0)
    return (
      <Screen
        main={
          <>
            {refusal && <Failure refusal={refusal} />}
            <BigButton icon="done" busyWords="正在提交…" onPress={send}>
              不一样，还是提我的
            </BigButton>
          </>
        }
      >
        <Title>是不是这一条？</Title>
        <View className="soft">有同志提过差不多的。按“我也这样想”，答复的时候也会告诉您。</View>
        {similar.map(one => (
          <Card key={one.suggestionId}>
            <View className="prose">{one.text}</View>
            {one.joined > 0 && <View className="soft small">{sayJoined(one.joined)}</View>}
            <Button icon="hand" about={one.text} busyWords="正在记下…" onPress={() => joinOne(one.suggestionId)}>
              我也这样想
            </Button>
          </Card>
        ))}
        <Button icon="back" kind="quiet" onPress={() => setSimilar([])}>
          回去改一改
        </Button>
      </Screen>
    )
  return (
    <Screen
      main={
        <>
          {refusal && <Failure refusal={refusal} />}
          <BigButton icon="done" disabled={busy} busyWords="正在提交…" onPress={press}>
            提交
          </BigButton>
        </>
      }
    >
      <Title>您有什么建议？</Title>
      <Field
        label="写几句，或者说几句"
        value={draft.text}
        onChange={said => change({ text: said })}
        max={1000}
        tall
        error={tried && isEmpty ? '请写几句、说几句，或者拍一张照片' : undefined}
        placeholder="例如：活动室门口的台阶装个扶手"
      />
      <VoiceField about="您的建议" fileId={draft.voiceFileId} onChange={voiceFileId => change({ voiceFileId })} onBusy={setBusy} />
      <Photos label="照片（可以不拍）" fileIds={draft.photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
      <View className="soft">支部十五天以内答复您，每一步都会告诉您。</View>
    </Screen>
  )
}
