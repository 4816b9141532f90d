import { View } from '@tarojs/components'
import { useState } from 'react'
import { fenOf } from '../../../../core/means/dues/words'
import { type handKinds, kindTable, PAPERS, usualLines } from '../../../../core/means/funds/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import { Meetings } from './Meetings'

export type HandKind = (typeof handKinds)[number]

interface Draft {
  line: string
  yuan: string
  words: string
  on: string
  talked: string
  /** The meeting that was chosen; what is typed over it is another. */
  meetingId: string
  partner: string
  /** `小王 500`, one to a line. */
  people: string
  fileIds: string[]
}
const isDraft = fields<Draft>({
  line: text,
  yuan: text,
  words: text,
  on: text,
  talked: text,
  meetingId: text,
  partner: text,
  people: text,
  fileIds: list(text),
})

/** The people it is for, as typed: a name and an amount to a line; undefined where one of them is neither. */
const peopleIn = (typed: string): { name: string; fen: number }[] | undefined => {
  const rows = typed
    .split('\n')
    .map(one => one.trim())
    .filter(one => one !== '')
  const people = rows.flatMap(row => {
    const [, name = '', yuan = ''] = /^(.+?)[\s,，:：]+([\d.]+)元?$/u.exec(row) ?? []
    const fen = fenOf(yuan)
    return name === '' || fen === undefined || fen === 0 ? [] : [{ name: name.slice(0, 20), fen }]
  })
  return people.length === rows.length ? people : undefined
}

const titles: Readonly<Record<HandKind, string>> = {
  spend: '记一笔支出',
  scholarship: '记一笔资助',
  grant: '记一笔拨款',
  gift: '记一笔捐助',
  return: '记一笔党费返还',
  carried: '记上年结转',
}
const usual: Readonly<Record<HandKind, string>> = {
  ...{ spend: '', scholarship: '助学', grant: '上级拨款', gift: '助学' },
  ...{ return: '党费返还', carried: '上年结转' },
}

/** One entry: what for, how much, when, with its receipt, where it was talked over, and the people it is for. */
export const EntryForm = ({ orgId, kind, onDone }: { orgId: string; kind: HandKind; onDone: (words?: string) => void }) => {
  const out = kindTable[kind].way === 'out'
  const blank: Draft = {
    ...{ line: usual[kind], yuan: '', words: '', on: dateOf(now()) },
    ...{ talked: '', meetingId: '', partner: '', people: '', fileIds: [] },
  }
  const { draft, change, done } = useDraft<Draft>(`fund/${orgId}/${kind}`, isDraft, blank)
  const [tried, setTried] = useState(false)
  const enter = useCommand('fund.entry')
  const fen = fenOf(draft.yuan)
  const forPeople = kind === 'scholarship' || draft.line === PAPERS
  const people = forPeople ? peopleIn(draft.people) : []
  const faults = {
    line: draft.line.trim() === '' ? '请选或者写用在什么上' : undefined,
    yuan: fen !== undefined && fen > 0 ? undefined : '请填数目，例如 200 或 200.50',
    people: people === undefined ? '一行一位，写名字和数目，例如：小王 500' : undefined,
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(one => one !== undefined) || fen === undefined || people === undefined) return
    const answer = await enter.run({
      ...{ orgId, kind, fen, on: draft.on, line: draft.line, words: draft.words, fileIds: draft.fileIds },
      ...(draft.talked.trim() === ''
        ? {}
        : { discussion: { words: draft.talked, ...(draft.meetingId === '' ? {} : { activityId: draft.meetingId }) } }),
      ...(draft.partner.trim() === '' ? {} : { partner: draft.partner }),
      ...(people.length === 0 ? {} : { people }),
    })
    if (!answer?.ok) return
    done(blank)
    onDone(answer.data.state === 'proposed' ? '数目大，等另一位同志同意以后入账' : '记好了')
  }
  return (
    <Screen
      main={
        <>
          {enter.refusal && <Failure refusal={enter.refusal} onSeen={enter.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            记下来
          </BigButton>
        </>
      }
    >
      <Title>{titles[kind]}</Title>
      {kind === 'spend' && (
        <Chips
          label="用在什么上"
          options={usualLines.map(value => ({ value, words: value }))}
          chosen={usualLines.filter(one => one === draft.line)}
          onPress={line => change({ line })}
        />
      )}
      <Field label="科目" value={draft.line} onChange={line => change({ line })} max={20} error={tried ? faults.line : undefined} />
      <Field label="多少元" value={draft.yuan} onChange={yuan => change({ yuan })} max={11} error={tried ? faults.yuan : undefined} />
      <Field label="写一句说明（可以不写）" value={draft.words} onChange={words => change({ words })} max={200} />
      <DateField label="哪天" value={draft.on} onChange={on => change({ on })} />
      {out && (
        <>
          <Photos label="票据拍下来" fileIds={draft.fileIds} onChange={next => change(before => ({ fileIds: next(before.fileIds) }))} />
          <Field
            label="在哪次会上讨论的（可以不写）"
            hint="党费和经费怎么用，要集体讨论决定。"
            value={draft.talked}
            onChange={talked => change({ talked, meetingId: '' })}
            max={100}
          />
          <Unfold words="从开过的会里选" icon="calendar">
            {close => (
              <Meetings
                branchId={orgId}
                onPick={({ activityId, words }) => {
                  change({ talked: words, meetingId: activityId })
                  close()
                }}
              />
            )}
          </Unfold>
        </>
      )}
      {kind === 'gift' && <Field label="谁给的（可以不写）" value={draft.partner} onChange={partner => change({ partner })} max={40} />}
      {forPeople && (
        <Field
          label={kind === 'scholarship' ? '资助了谁，各多少' : '给谁订的，各多少'}
          hint="一行一位，例如：小王 500。加起来要等于上面的数目。"
          value={draft.people}
          onChange={typed => change({ people: typed })}
          max={2000}
          tall
          error={tried ? faults.people : undefined}
        />
      )}
      <View className="soft">记错了不能删，可以冲销再记。</View>
      <Button icon="back" onPress={() => onDone()}>
        先不记
      </Button>
    </Screen>
  )
}
