import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { urgencyOf } from '../../../../core/help/requests/kinds'
import { requestKindWords, type RequestKind } from '../../../../core/shared/request-kinds'
import { BigButton, Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import { goBack, goInstead } from '../../../platform/go'
import { useAskDraft } from './draft'
import { useRaise, type Subject } from './useRaise'
import { VoiceField } from '../../../components/VoiceField'
import { WhereField } from './WhereField'
import { examples, kindIcons } from './words'
import { routes } from '../../../../core/shared/routes'

interface Props {
  kind: RequestKind
  subject: Subject
  /** Says who it is for, and lets that be changed. */
  head: ReactNode
  /** Who to call when nothing else works. */
  foot: ReactNode
  onOtherKind: () => void
}

const Urgent = () => (
  <Notice tone="danger" title="有危险，请先打急救电话">
    <View>我们同时也马上找人。</View>
    <CallButton name="急救中心" phone="120" words="打 120" />
    <CallButton name="火警" phone="119" words="打 119（火灾、煤气）" />
  </Notice>
)

/** One request: everything but the kind may be left out. */
export const AskForm = ({ kind, subject, head, foot, onOtherKind }: Props) => {
  const { draft, change, done, commandId } = useAskDraft(subject.memberId, kind)
  const [busy, setBusy] = useState(false)
  const { raise, refusal, forget } = useRaise(subject)
  const empty = draft.text === '' && draft.voiceFileId === '' && draft.photos.length === 0 && !draft.point

  const press = async () => {
    const { photos: photoFileIds, point } = draft
    const asking = {
      kind,
      ...(draft.text.trim() === '' ? {} : { text: draft.text }),
      ...(draft.voiceFileId === '' ? {} : { voiceFileId: draft.voiceFileId }),
      ...(photoFileIds.length > 0 ? { photoFileIds } : {}),
      ...(point ? { point } : {}),
    }
    const raised = await raise(asking, commandId)
    if (!raised) return
    done()
    goInstead(routes.request({ id: raised.requestId, rings: raised.ringsAt }))
  }
  const giveUp = () => {
    done()
    goBack()
  }
  return (
    <Screen
      main={
        <BigButton icon="help" busy={busy} busyWords={busy ? '等录音好了再发…' : '正在找人…'} onPress={press}>
          请人来帮忙
        </BigButton>
      }
    >
      <View className="row">
        <Icon name={kindIcons[kind]} tone="red" size="big" />
        <View className="grow title">{requestKindWords[kind]}</View>
        <View>
          <Button kind="quiet" onPress={onOtherKind}>
            换一样
          </Button>
        </View>
      </View>
      {head}
      {refusal && (
        <>
          <Failure refusal={refusal} onSeen={forget} />
          {foot}
        </>
      )}
      <View>不用写也行，直接按下面的红按钮。</View>
      {urgencyOf(kind, draft.text) === 'urgent' && <Urgent />}
      <VoiceField
        about="说说哪里坏了、住在哪里。"
        fileId={draft.voiceFileId}
        onChange={voiceFileId => change({ voiceFileId })}
        onBusy={setBusy}
      />
      <Photos label="照片（可以不拍）" fileIds={draft.photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
      <Field
        label="写几句（可以不写）"
        value={draft.text}
        onChange={text => change({ text })}
        max={500}
        tall
        placeholder={`例如：${examples[kind]}`}
      />
      <WhereField
        forMemberId={subject.forMemberId}
        unseen={subject.office}
        point={draft.point ?? undefined}
        onChange={point => change({ point: point ?? null })}
      />
      {!empty && (
        <Button kind="quiet" icon="remove" onPress={giveUp}>
          不求助了，清掉填的
        </Button>
      )}
    </Screen>
  )
}
