import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import { VoiceField } from '../../../components/VoiceField'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import { askToTell } from '../../../platform/subscribe'
import { shortPeriod } from './words'
import { YearOfVisits } from './YearOfVisits'
import { sayDay } from '../../../../core/shared/spans'

interface Draft {
  note: string
  voiceFileId: string
  photos: string[]
}
const isDraft = fields<Draft>({ note: text, voiceFileId: text, photos: list(text) })
const blank: Draft = { note: '', voiceFileId: '', photos: [] }

/** What this visit is for: the first period that lacks one. */
const Wanted = ({ data: { items }, year }: { data: Given<'liaison.visits'>; year: string }) => {
  const open = items.find(one => one.state === 'due') ?? items.find(one => one.state === 'overdue')
  if (!open) return <Notice tone="good" title="这一期已经走访过了" />
  const when = shortPeriod(open.period, year)
  return open.state === 'due' ? (
    <Notice tone="info" title={`${when}还没有去，请在${sayDay(open.dueOn)}前去一次`} />
  ) : (
    <Notice tone="warn" title={`${when}没有走访，请尽快去一次`} />
  )
}

/** A branch as its liaison has it: the visit is told in a photo, by voice or in words, and one press; below, what was told this year. Officers above only read. */
export const BranchVisit = ({ branchId }: { branchId: string }) => {
  const year = dateOf(now()).slice(0, 4)
  const query = useQuery('liaison.visits', { branchId, year: Number(year) })
  const { draft, change, done } = useDraft(`branch-visit/${branchId}`, isDraft, blank)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState(false)
  const command = useCommand('liaison.record')
  const mayRecord = query.data?.mine === true
  const press = async () => {
    await askToTell(['branch-duty'])
    const answer = await command.run({
      branchId,
      at: now(),
      note: draft.note,
      photoFileIds: draft.photos,
      ...(draft.voiceFileId === '' ? {} : { voiceFileId: draft.voiceFileId }),
    })
    if (!answer?.ok) return
    done()
    setTold(true)
    await query.reload()
  }
  const form = mayRecord && !told
  return (
    <Screen
      main={
        form && (
          <BigButton icon="done" busy={busy} busyWords={busy ? '等录音好了再登记…' : '正在登记…'} onPress={press}>
            今天去过了，登记
          </BigButton>
        )
      }
    >
      <Title>{query.data?.name ?? '走访支部'}</Title>
      <Loaded query={query} cards={2}>
        {data => (
          <>
            {told ? <Notice tone="good" title="登记好了，谢谢您走这一趟" /> : <Wanted data={data} year={year} />}
            {!mayRecord && <View className="soft">{data.liaison ? `联络员：${data.liaison.name}` : '还没有联络员'}</View>}
            {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
            {form && (
              <>
                <Photos
                  label="照片（可以不拍）"
                  fileIds={draft.photos}
                  onChange={next => change(before => ({ photos: next(before.photos) }))}
                />
                <VoiceField
                  about="说说支部怎么样、老同志有什么话。"
                  fileId={draft.voiceFileId}
                  onChange={voiceFileId => change({ voiceFileId })}
                  onBusy={setBusy}
                />
                <Field
                  label="看到、听到什么（可以不写）"
                  value={draft.note}
                  onChange={note => change({ note })}
                  max={500}
                  tall
                  placeholder="例如：参加了主题党日，老同志想要一间活动室"
                />
              </>
            )}
            {data.items.length > 0 && (
              <Section title="今年的走访">
                <YearOfVisits year={year} items={data.items} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
