import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Photos } from '../../../components/Photos'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { VoiceField } from '../../../components/VoiceField'
import type { Given } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import { shortPeriod, stateMarks } from './words'
import { sayDay } from '../../../../core/shared/spans'

type Report = Given<'report.get'>

interface Draft {
  text: string
  voiceFileId: string
  files: string[]
}
const isDraft = fields<Draft>({ text, voiceFileId: text, files: list(text) })

/** 2026年第四季度，开展活动3次，看望老同志24次。: what the product knows, as the first sentence. */
const firstWords = ({ period, facts }: Report): string => {
  const known = facts.filter(one => one.count > 0).map(one => `${one.words}${String(one.count)}${one.unit}`)
  return known.length === 0 ? '' : `${sayPeriod(period)}，${known.join('，')}。`
}

/** How it stands with this period. */
const Standing = ({ report: { state, submitted, dueOn } }: { report: Report }) => {
  if (submitted)
    return (
      <Notice tone="good" title="已经交了">
        <View>{`${moment(submitted.at)} ${submitted.by}。要改就改好再交一次。`}</View>
      </Notice>
    )
  if (state === 'overdue') return <Notice tone="warn" title={`过了${sayDay(dueOn)}，请尽快交`} />
  return <Notice tone="info" title={`请在${sayDay(dueOn)}前交`} />
}

const Form = ({ branchId, report, onDone }: { branchId: string; report: Report; onDone: () => Promise<void> }) => {
  const { period, submitted } = report
  const first = submitted ? report.text : firstWords(report)
  const { draft, change, done } = useDraft(`report/${branchId}/${period}`, isDraft, {
    text: first,
    voiceFileId: report.voiceFileId ?? '',
    files: report.fileIds,
  })
  const [busy, setBusy] = useState(false)
  const command = useCommand('report.submit')
  const press = async () => {
    const answer = await command.run({
      branchId,
      period,
      text: draft.text,
      fileIds: draft.files,
      ...(draft.voiceFileId === '' ? {} : { voiceFileId: draft.voiceFileId }),
    })
    if (!answer?.ok) return
    done()
    await onDone()
  }
  return (
    <Screen
      main={
        <BigButton icon="done" busy={busy} busyWords={busy ? '等录音好了再交…' : '正在交…'} onPress={press}>
          {submitted ? '改好了，再交一次' : '交给上级'}
        </BigButton>
      }
    >
      <Title>{`${sayPeriod(period)}工作报告`}</Title>
      <Standing report={report} />
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Field
        label="做了什么、有什么困难"
        hint="数字已经替您填好，请接着写，或者说。"
        value={draft.text}
        onChange={next => change({ text: next })}
        max={5000}
        tall
      />
      <VoiceField
        about="说说这一期做了什么、有什么困难。"
        fileId={draft.voiceFileId}
        onChange={voiceFileId => change({ voiceFileId })}
        onBusy={setBusy}
      />
      <Photos
        label="照片、纸上的材料（可以不加）"
        fileIds={draft.files}
        onChange={next => change(before => ({ files: next(before.files) }))}
      />
      {report.others.length > 0 && (
        <Section title="今年别的报告">
          {report.others.map(one => (
            <PersonRow
              key={one.period}
              name={shortPeriod(one.period, period.slice(0, 4))}
              state={stateMarks[one.state]}
              {...(one.state === 'upcoming' ? {} : { onPress: () => go(routes.report({ branchId, period: one.period })) })}
            />
          ))}
        </Section>
      )}
    </Screen>
  )
}

/** The secretary's report on a period: the numbers are there already, the rest is spoken or written. */
export const WriteReport = ({ branchId, period }: { branchId: string; period: string | undefined }) => {
  const query = useQuery('report.get', { branchId, ...(period === undefined ? {} : { period }) })
  const [told, setTold] = useState(false)
  if (told)
    return (
      <Screen>
        <Notice tone="good" title="报告交上去了" big>
          <View>街道和老干部局能看到了。</View>
        </Notice>
        <Button onPress={() => go(routes.desk())}>回工作台</Button>
      </Screen>
    )
  if (query.data)
    return (
      <Form
        key={query.data.period}
        branchId={branchId}
        report={query.data}
        onDone={async () => {
          setTold(true)
          await query.reload()
        }}
      />
    )
  return (
    <Screen>
      <Title>工作报告</Title>
      <Loaded query={query} cards={2}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
