import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { type VoteKind, voteKinds, voteKindWords } from '../../../../core/voice/votes/kinds'
import { BigButton, Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Choice } from '../../../components/Choice'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { FaultLine } from '../../../components/FaultLine'
import { Field } from '../../../components/Field'
import { KeptDraft } from '../../../components/KeptDraft'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { fields, list, oneOf, text } from '../../../platform/shape'
import { FindPerson } from '../../people/public'
import { Poster } from './Poster'

interface Named {
  name: string
  memberId: string
  words: string
  photos: string[]
}
interface Draft {
  kind: VoteKind
  title: string
  words: string
  seats: string
  secret: string
  /** `yes`: names are gathered first. */
  gathers: string
  untilDate: string
  untilTime: string
  endDate: string
  endTime: string
  names: Named[]
}
const isDraft = fields<Draft>({
  ...{ kind: oneOf(voteKinds), title: text, words: text, seats: text, secret: text, gathers: text },
  ...{ untilDate: text, untilTime: text, endDate: text, endTime: text },
  names: list(fields<Named>({ name: text, memberId: text, words: text, photos: list(text) })),
})
const blank = (at: number): Draft => ({
  ...{ kind: 'star', title: '', words: '', seats: '1', secret: '', gathers: 'yes', names: [] },
  ...{ untilDate: addDays(dateOf(at), 3), untilTime: '18:00', endDate: addDays(dateOf(at), 7), endTime: '18:00' },
})
const kindOptions = voteKinds.map(value => ({ value, words: voteKindWords[value] }))
const seatOptions = ['1', '2', '3', '5', '10'].map(value => ({ value, words: `${value}个` }))

type Faults = Partial<Record<'title' | 'until' | 'end' | 'names', string>>

const faultsOf = (draft: Draft, at: number): Faults => {
  const [until, end] = [instantOf(draft.untilDate, draft.untilTime), instantOf(draft.endDate, draft.endTime)]
  const faults = {
    title: draft.title.trim() === '' ? '请写评选的名字' : undefined,
    until: draft.gathers === 'yes' && until <= at ? '推荐截止的时间已经过去了' : undefined,
    end: end <= (draft.gathers === 'yes' ? until : at) ? '投票截止要在后面' : undefined,
    names: draft.gathers !== 'yes' && draft.names.length === 0 ? '请写候选，或者先请大家推荐' : undefined,
  }
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined))
}

/** A candidate that the publisher puts on the list. */
const AddName = ({ orgId, onAdd }: { orgId: string; onAdd: (one: Named) => void }) => {
  const [name, setName] = useState('')
  const [memberId, setMemberId] = useState('')
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const add = (close: () => void) => {
    if (name.trim() === '') return
    onAdd({ name: name.trim(), memberId, words: words.trim(), photos })
    setName('')
    setMemberId('')
    setWords('')
    setPhotos([])
    close()
  }
  return (
    <Unfold icon="add" words="加一个候选">
      {close => (
        <View className="stack">
          {memberId === '' && (
            <FindPerson
              orgId={orgId}
              onPick={one => {
                setName(one.name)
                setMemberId(one.memberId)
              }}
            />
          )}
          <Field label="名字（人、事或者小组）" value={name} onChange={setName} max={30} placeholder="例如：给楼道装扶手" />
          <Field label="事迹（可以不写）" value={words} onChange={setWords} max={500} tall placeholder="例如：一年没有落下一次值班" />
          <Photos label="照片（可以不放）" fileIds={photos} onChange={next => setPhotos(next)} />
          <Button icon="done" onPress={() => add(close)}>
            加上
          </Button>
          <Button kind="quiet" onPress={close}>
            先不加
          </Button>
        </View>
      )}
    </Unfold>
  )
}

/** 发起评选: what is voted on, who is on the list, until when. */
export const PublishForm = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const [begun] = useState(() => blank(now()))
  const { draft, change, done } = useDraft<Draft>(`vote/${orgId}`, isDraft, begun)
  const [kept, setKept] = useState(draft.title !== '' || draft.names.length > 0)
  const [faults, setFaults] = useState<Faults>({})
  const publish = useCommand('vote.publish')
  const press = async () => {
    const wrong = faultsOf(draft, now())
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const { kind, title, words, seats, secret, gathers, names } = draft
    const answer = await publish.run({
      ...{ orgId, kind, title, seats: Number(seats), secret: secret === 'yes', closesAt: instantOf(draft.endDate, draft.endTime) },
      ...(words.trim() === '' ? {} : { words }),
      ...(gathers === 'yes' ? { nominateUntil: instantOf(draft.untilDate, draft.untilTime) } : {}),
      candidates: names.map(one => ({
        name: one.name,
        ...(one.memberId === '' ? {} : { memberId: one.memberId }),
        ...(one.words === '' ? {} : { words: one.words }),
        ...(one.photos.length === 0 ? {} : { photoFileIds: one.photos }),
      })),
    })
    if (!answer?.ok) return
    done(blank(now()))
    goInstead(routes.vote({ id: answer.data.voteId }))
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          {publish.refusal && <Failure refusal={publish.refusal} />}
          <BigButton icon="notice" busyWords="正在发起…" onPress={press}>
            发起，告诉大家
          </BigButton>
        </>
      }
    >
      {kept && (
        <KeptDraft
          onStartOver={() => {
            done(blank(now()))
            setKept(false)
          }}
        />
      )}
      <View className="soft">{`${orgName === '' ? '本组织' : orgName}的同志都会收到消息`}</View>
      <Choice label="评什么" options={kindOptions} value={draft.kind} onChange={kind => change({ kind })} />
      <Field
        label="评选的名字"
        value={draft.title}
        onChange={title => change({ title })}
        max={40}
        placeholder="例如：一季度服务明星"
        error={faults.title}
      />
      <Field
        label="说明（可以不写）"
        value={draft.words}
        onChange={words => change({ words })}
        max={500}
        tall
        placeholder="例如：大家评一评谁帮的忙最多"
      />
      <Chips label="选几个" options={seatOptions} chosen={[draft.seats]} onPress={seats => change({ seats })} />
      <Choice
        label="怎么投"
        options={[
          { value: '', words: '公开投票', hint: '截止以前可以改；公布的只有总数' },
          { value: 'yes', words: '不记名投票', hint: '支部看不出谁投了谁；投出去不能改' },
        ]}
        value={draft.secret}
        onChange={secret => change({ secret })}
      />
      <Choice
        label="名单"
        options={[
          { value: 'yes', words: '先请大家推荐', hint: '推荐的要有一位附议、本人愿意' },
          { value: '', words: '直接投票', hint: '名单由您写好' },
        ]}
        value={draft.gathers}
        onChange={gathers => change({ gathers })}
        error={faults.names}
      />
      <Section title="候选名单">
        <View className="stack">
          {draft.names.map((one, index) => (
            <Poster key={`${one.memberId}${one.name}`} index={index} name={one.name} words={one.words} photoFileIds={one.photos}>
              <Button
                kind="quiet"
                icon="remove"
                about={one.name}
                onPress={() => change(before => ({ names: before.names.filter((_, nth) => nth !== index) }))}
              >
                拿掉
              </Button>
            </Poster>
          ))}
          <AddName orgId={orgId} onAdd={one => change(before => ({ names: [...before.names, one] }))} />
        </View>
      </Section>
      {draft.gathers === 'yes' && (
        <>
          <DateField label="推荐到哪天" value={draft.untilDate} onChange={untilDate => change({ untilDate })} from={dateOf(now())} />
          <TimeField label="几点截止推荐" value={draft.untilTime} onChange={untilTime => change({ untilTime })} error={faults.until} />
        </>
      )}
      <DateField label="投票到哪天" value={draft.endDate} onChange={endDate => change({ endDate })} from={dateOf(now())} />
      <TimeField label="几点截止投票" value={draft.endTime} onChange={endTime => change({ endTime })} error={faults.end} />
    </Screen>
  )
}
