import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { troubleOf } from '../../../../core/help/requests/dangers'
import { firstAid } from '../../../../core/help/requests/first-aid'
import { isTimed, urgencyOf } from '../../../../core/help/requests/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import { requestKindWords, type RequestKind } from '../../../../core/shared/request-kinds'
import { BigButton, Button } from '../../../components/Button'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { Photos } from '../../../components/Photos'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { go, goBack, goInstead } from '../../../platform/go'
import { type Spot, useAskDraft } from './draft'
import { EmergencyTiles } from './emergency/EmergencyTiles'
import { FirstAid, RingLifeline } from './emergency/Lifelines'
import { useRaise, type Subject } from './useRaise'
import { VoiceField } from '../../../components/VoiceField'
import { WhereField } from './WhereField'
import { examples, kindIcons } from './words'
import { routes } from '../../../../core/shared/routes'

/** Where the same can be booked or planned ahead. */
const BookInstead = ({ kind }: { kind: RequestKind }) => {
  if (kind === 'legal') return <LinkRow icon="law" words="不急的话，约律师见面谈" onPress={() => go(routes.consult({ kind: 'law' }))} />
  if (kind === 'medicine' || kind === 'medical-card')
    return <LinkRow icon="illness" words="想问医生，可以先约个时间" onPress={() => go(routes.consult({ kind: 'health' }))} />
  if (kind === 'escort' || kind === 'car')
    return <LinkRow icon="calendar" words="改天去医院，请人安排车和陪同" onPress={() => go(routes.wishes())} />
  if (kind === 'talk') return <LinkRow icon="talk" words="想当面谈，可以约个时间" onPress={() => go(routes.consult({ kind: 'talk' }))} />
  return null
}

interface Props {
  kind: RequestKind
  subject: Subject
  /** Where they are, where a door's code led here. */
  spot?: Spot | undefined
  /** Says who it is for, and lets that be changed. */
  head: ReactNode
  /** Who to call when nothing else works. */
  foot: ReactNode
  onOtherKind: () => void
}

/** One request: everything but the kind may be left out. */
export const AskForm = ({ kind, subject, spot, head, foot, onOtherKind }: Props) => {
  const { draft, change, done, commandId } = useAskDraft(subject.memberId, kind, spot)
  const elder = subject.office ? { memberId: subject.memberId, name: subject.name } : undefined
  const [busy, setBusy] = useState(false)
  const { raise, refusal, forget } = useRaise(subject)
  const empty = draft.text === '' && draft.voiceFileId === '' && draft.photos.length === 0 && !draft.point && draft.date === ''
  const urgent = urgencyOf(kind, draft.text) === 'urgent'
  const trouble = troubleOf(kind, [draft.text])
  // What was spoken is not read by anything: the person is asked.
  const spoken = busy || draft.voiceFileId !== ''

  const press = async () => {
    const { photos: photoFileIds, point } = draft
    const asking = {
      kind,
      ...(draft.text.trim() === '' ? {} : { text: draft.text }),
      ...(draft.voiceFileId === '' ? {} : { voiceFileId: draft.voiceFileId }),
      ...(photoFileIds.length > 0 ? { photoFileIds } : {}),
      ...(point ? { point } : {}),
      ...(draft.date === '' ? {} : { wanted: { date: draft.date, ...(draft.time === '' ? {} : { time: draft.time }) } }),
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
  // Where there is danger, 120 is the one red main.
  const Send = urgent ? Button : BigButton
  return (
    <Screen
      main={
        <>
          {urgent && trouble && <RingLifeline big line={firstAid[trouble].ring} />}
          <Send icon="help" busy={busy} busyWords={busy ? '等录音好了再发…' : '正在找人…'} onPress={press}>
            请人来帮忙
          </Send>
        </>
      }
    >
      <View className="row">
        <Icon name={kindIcons[kind]} tone="ink" size="big" />
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
      {kind === 'other' && !urgent && <EmergencyTiles title="急病、摔倒、火灾？按这里" elder={elder} />}
      {trouble && <FirstAid trouble={trouble} />}
      {!urgent && <View>不用写也行，直接按下面的红按钮。</View>}
      {!urgent && !subject.office && <BookInstead kind={kind} />}
      {isTimed(kind) && (
        <>
          <DateField label="哪天要（没定可以不填）" value={draft.date} onChange={date => change({ date })} from={dateOf(now())} />
          {draft.date !== '' && <TimeField label="几点要（没定可以不填）" value={draft.time} onChange={time => change({ time })} />}
        </>
      )}
      <VoiceField
        about="说说哪里坏了、住在哪里。"
        fileId={draft.voiceFileId}
        onChange={voiceFileId => change({ voiceFileId })}
        onBusy={setBusy}
      />
      {spoken && !urgent && kind !== 'other' && <EmergencyTiles title="说的是急病、摔倒、火灾？先按这里" elder={elder} />}
      <Field
        label="写几句（可以不写）"
        value={draft.text}
        onChange={text => change({ text })}
        max={500}
        tall
        placeholder={`例如：${examples[kind]}`}
      />
      <Photos label="照片（可以不拍）" fileIds={draft.photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
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
