import { View } from '@tarojs/components'
import { useState } from 'react'
import { LEAST_JURORS, MOST_JURORS } from '../../../../core/voice/rounds/rules'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { FaultLine } from '../../../components/FaultLine'
import { Field, FieldFrame } from '../../../components/Field'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import { FindPerson } from '../../people/public'

interface Draft {
  title: string
  words: string
  from: string
  /** `yes`: all members are asked for suggestions first. */
  gathers: string
  gatherDate: string
  judgeDate: string
  jury: { memberId: string; name: string }[]
}
const isDraft = fields<Draft>({
  ...{ title: text, words: text, from: text, gathers: text, gatherDate: text, judgeDate: text },
  jury: list(fields<Draft['jury'][number]>({ memberId: text, name: text })),
})
const END = '18:00'
const blank = (at: number): Draft => ({
  ...{ title: '', words: '', from: addDays(dateOf(at), -90), gathers: 'yes', jury: [] },
  ...{ gatherDate: addDays(dateOf(at), 14), judgeDate: addDays(dateOf(at), 21) },
})

type Faults = Partial<Record<'title' | 'gather' | 'judge' | 'jury', string>>

const faultsOf = ({ title, gathers, gatherDate, judgeDate, jury }: Draft, at: number): Faults => {
  const faults = {
    title: title.trim() === '' ? '请写评选的名字' : undefined,
    gather: gathers === 'yes' && instantOf(gatherDate, END) <= at ? '征集截止的日子已经过去了' : undefined,
    judge: instantOf(judgeDate, END) <= (gathers === 'yes' ? instantOf(gatherDate, END) : at) ? '评完的日子要在后面' : undefined,
    jury: jury.length < LEAST_JURORS ? `请至少选 ${String(LEAST_JURORS)} 位评委` : undefined,
  }
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined))
}

/** 组织一次金点子评选: since when, until when, and who judges. */
export const OpenForm = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const [begun] = useState(() => blank(now()))
  const { draft, change, done } = useDraft<Draft>(`round/${orgId}`, isDraft, begun)
  const [faults, setFaults] = useState<Faults>({})
  const open = useCommand('round.open')
  const press = async () => {
    const wrong = faultsOf(draft, now())
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const answer = await open.run({
      ...{
        orgId,
        title: draft.title,
        from: draft.from,
        judgeUntil: instantOf(draft.judgeDate, END),
        jurorIds: draft.jury.map(one => one.memberId),
      },
      ...(draft.words.trim() === '' ? {} : { words: draft.words }),
      ...(draft.gathers === 'yes' ? { gatherUntil: instantOf(draft.gatherDate, END) } : {}),
    })
    if (!answer?.ok) return
    done(blank(now()))
    goInstead(routes.round({ id: answer.data.roundId }))
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          {open.refusal && <Failure refusal={open.refusal} />}
          <BigButton icon="done" busyWords="正在办…" onPress={press}>
            开始
          </BigButton>
        </>
      }
    >
      <View className="soft">{`评${orgName === '' ? '本组织' : orgName}的建议`}</View>
      <Field
        label="评选的名字"
        value={draft.title}
        onChange={title => change({ title })}
        max={40}
        placeholder="例如：秋季金点子"
        error={faults.title}
      />
      <Field
        label="说明（可以不写）"
        value={draft.words}
        onChange={words => change({ words })}
        max={300}
        tall
        placeholder="例如：为社区养老出主意"
      />
      <DateField label="从哪天起的建议" value={draft.from} onChange={from => change({ from })} />
      <Choice
        label="要不要再征集"
        options={[
          { value: 'yes', words: '先向大家征集', hint: '每位同志都会收到消息' },
          { value: '', words: '不征集，马上请评委打分' },
        ]}
        value={draft.gathers}
        onChange={gathers => change({ gathers })}
      />
      {draft.gathers === 'yes' && (
        <DateField
          label="征集到哪天（18:00）"
          value={draft.gatherDate}
          onChange={gatherDate => change({ gatherDate })}
          from={dateOf(now())}
          error={faults.gather}
        />
      )}
      <DateField
        label="评委打分到哪天（18:00）"
        value={draft.judgeDate}
        onChange={judgeDate => change({ judgeDate })}
        from={dateOf(now())}
        error={faults.judge}
      />
      <FieldFrame label="评委" hint="他们看不到谁提的，也看不到别人打几分" error={faults.jury}>
        {draft.jury.map(one => (
          <ShortRow
            key={one.memberId}
            name={one.name}
            action={
              <Button
                kind="quiet"
                icon="close"
                about={one.name}
                onPress={() => change(before => ({ jury: before.jury.filter(each => each.memberId !== one.memberId) }))}
              >
                去掉
              </Button>
            }
          />
        ))}
        {draft.jury.length < MOST_JURORS && (
          <Unfold icon="person-add" words="加一位评委">
            {close => (
              <FindPerson
                orgId={orgId}
                onPick={({ memberId, name }) => {
                  change(before => ({
                    jury: before.jury.some(one => one.memberId === memberId) ? before.jury : [...before.jury, { memberId, name }],
                  }))
                  close()
                }}
              />
            )}
          </Unfold>
        )}
      </FieldFrame>
    </Screen>
  )
}
