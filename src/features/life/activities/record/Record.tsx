import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Bars } from '../../../../components/Bars'
import { BigButton } from '../../../../components/Button'
import { Card, Title } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { Photos } from '../../../../components/Photos'
import { ReadAloud } from '../../../../components/ReadAloud'
import { Screen } from '../../../../components/Screen'
import type { Given } from '../../../../platform/call'
import { useDraft } from '../../../../platform/draft'
import { useCommand, useQuery } from '../../../../platform/query'
import { fields, list, maybe, text } from '../../../../platform/shape'
import { type Named, PersonField } from '../../records/PersonField'
import { wordsOf } from '../words'
import { courseBars, wayBars } from './bars'
import { faultIn, Resolutions, resolutionsShape, sentResolutions, type Typed, typedOf } from './Resolutions'
import { VoiceNotes } from './VoiceNotes'

type Full = Given<'activity.get'>

interface Draft {
  line: string
  minutes: string
  photos: string[]
  chair: Named | null
  recorder: Named | null
  resolutions: Typed[]
  voices: string[]
}
const isNamed = fields<Named>({ memberId: text, name: text })
const isRecord = fields<Draft>({
  ...{ line: text, minutes: text, photos: list(text), voices: list(text) },
  ...{ chair: maybe(isNamed), recorder: maybe(isNamed), resolutions: resolutionsShape },
})

const draftOf = (record: Full['record']): Draft => ({
  ...{ line: record?.line ?? '', minutes: record?.minutes ?? '', photos: record?.photoFileIds ?? [] },
  ...{ chair: record?.chair ?? null, recorder: record?.recorder ?? null },
  ...{ resolutions: typedOf(record?.resolutions ?? []), voices: record?.voiceFileIds ?? [] },
})

const sentOf = ({ line, minutes, photos, chair, recorder, resolutions, voices }: Draft) => ({
  ...{ line, minutes, photoFileIds: photos, voiceFileIds: voices },
  ...{ chairId: chair?.memberId ?? null, recorderId: recorder?.memberId ?? null, resolutions: sentResolutions(resolutions) },
})

const Statistics = ({ activity }: { activity: Full }) => {
  const { activityId } = activity
  const query = useQuery('activity.statistics', { activityId })
  return (
    <Loaded query={query} cards={1}>
      {numbers => {
        const ways = wayBars(numbers)
        return (
          <View className="stack">
            <Card title="这次活动的数">
              <Bars bars={courseBars(numbers, wordsOf(activity))} unit="人" />
            </Card>
            {ways.length > 0 && (
              <Card title="怎么签到的">
                <Bars bars={ways} unit="人" />
              </Card>
            )}
          </View>
        )
      }}
    </Loaded>
  )
}

const RecordForm = ({ activity }: { activity: Full }) => {
  const { activityId, record } = activity
  const [first, setFirst] = useState(() => draftOf(record))
  const { draft, change, done } = useDraft(`record/${activityId}`, isRecord, first)
  const latest = useRef(draft)
  latest.current = draft
  const [saved, setSaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const command = useCommand('activity.record')
  const voters = useQuery('life.voters', { activityId })
  const people = voters.data?.people ?? []
  const same = JSON.stringify(draft) === JSON.stringify(first)

  const save = async () => {
    const wrong = faultIn(draft.resolutions)
    setFault(wrong)
    if (wrong !== undefined) return
    const answer = await command.run({ activityId, ...sentOf(draft) })
    if (!answer?.ok) return
    setFirst(draft)
    // What was typed while it was being saved stays, still to be saved.
    if (latest.current === draft) done(draft)
    setSaved(true)
  }
  const setPhotos = (next: (fileIds: readonly string[]) => string[]) => {
    change(before => ({ photos: next(before.photos) }))
    setSaved(false)
  }
  const type = (part: Partial<typeof draft>) => {
    change(part)
    setSaved(false)
  }
  return (
    <Screen
      main={
        <BigButton disabled={same || busy} busyWords="正在保存…" onPress={save}>
          {same ? (saved ? '已经保存 ✓' : '还没有改动') : '保存记录'}
        </BigButton>
      }
    >
      <Title>{activity.title}</Title>
      {saved && same && (
        <Notice tone="good" title="记录保存好了" onSeen={() => setSaved(false)}>
          <View>支部的同志在活动页里能看到。</View>
        </Notice>
      )}
      {command.refusal && <Failure refusal={command.refusal} />}
      <Field
        label="一句话记录"
        value={draft.line}
        onChange={line => type({ line })}
        max={100}
        placeholder="例如：参观新农村，座谈乡村变化"
      />
      <Field
        label="会议记录"
        value={draft.minutes}
        onChange={minutes => type({ minutes })}
        max={5000}
        tall
        placeholder="谁讲了什么，定了什么"
      />
      {draft.minutes !== '' && <ReadAloud text={draft.minutes} />}
      <VoiceNotes fileIds={draft.voices} onChange={voices => type({ voices })} onBusy={setBusy} />
      <PersonField label="主持人" people={people} value={draft.chair} onChange={chair => type({ chair })} />
      <PersonField label="记录人" people={people} value={draft.recorder} onChange={recorder => type({ recorder })} />
      <Resolutions typed={draft.resolutions} asked={voters.data} onChange={resolutions => type({ resolutions })} />
      {fault !== undefined && <Notice tone="warn" title={fault} onSeen={() => setFault(undefined)} />}
      <Photos fileIds={draft.photos} onChange={setPhotos} />
      <Statistics activity={activity} />
    </Screen>
  )
}

/** The record of one activity: one line, minutes, photos; and its figures. */
export const Record = ({ activityId }: { activityId: string }) => {
  const query = useQuery('activity.get', { activityId })
  const [first, setFirst] = useState<Full | undefined>()
  if (!first && query.data && query.keptAt === undefined) setFirst(query.data)
  if (first) return <RecordForm activity={first} />
  return (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}
