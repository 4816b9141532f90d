import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { festivalWords, type Festival } from '../../../../core/shared/almanac/festivals'
import { sayDate } from '../../../../core/people/public'
import { shanghai } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'

type Year = Given<'calendar.get'>
type Said = Year['said']
type Day = Said['days'][number]

const AddDay = ({ year, onAdd }: { year: number; onAdd: (day: Day) => void }) => {
  const [date, setDate] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'off' | 'work'>('off')
  const right = date.startsWith(String(year)) && name.trim() !== ''
  return (
    <Card title="加一天">
      <Chips
        label="这一天"
        options={[
          { value: 'off', words: '放假' },
          { value: 'work', words: '调休上班' },
        ]}
        chosen={[kind]}
        onPress={setKind}
      />
      <DateField label="日期" value={date} onChange={setDate} from={`${String(year)}-01-01`} />
      <Field label="为什么" value={name} onChange={setName} max={20} placeholder="例如：春节" />
      <Button icon="add" disabled={!right} onPress={() => onAdd({ date, off: kind === 'off', name: name.trim() })}>
        加上
      </Button>
    </Card>
  )
}

const WindowRow = ({ line, onChange }: { line: Year['festivals'][number]; onChange: (from: string, to: string) => void }) => {
  const { festival, from, to, workdays } = line
  return (
    <Card title={festivalWords[festival]}>
      <View>
        {sayDate(from)} 到 {sayDate(to)}，工作日 {workdays} 天
      </View>
      <Unfold words="改日子" kind="quiet">
        {close => (
          <WindowEdit
            from={from}
            to={to}
            onDone={(one, other) => {
              onChange(one, other)
              close()
            }}
          />
        )}
      </Unfold>
    </Card>
  )
}

const WindowEdit = ({ from: first, to: last, onDone }: { from: string; to: string; onDone: (from: string, to: string) => void }) => {
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState(last)
  return (
    <View className="stack">
      <DateField label="从哪天" value={from} onChange={setFrom} />
      <DateField label="到哪天" value={to} onChange={setTo} {...(to < from ? { error: '不能早于开始' } : {})} />
      <Button disabled={to < from} onPress={() => onDone(from, to)}>
        就这几天
      </Button>
    </View>
  )
}

interface YearProps {
  orgId: string
  year: number
  /** Whose calendar it is, and of which year. */
  head: ReactNode
}

const Form = ({ orgId, year, head, held, onSaved }: YearProps & { held: Year; onSaved: () => Promise<void> }) => {
  const [said, setSaid] = useState<Said>(held.said)
  const [saved, setSaved] = useState(false)
  const command = useCommand('calendar.set')
  const change = (part: Partial<Said>) => {
    setSaved(false)
    setSaid({ ...said, ...part })
  }
  const press = async () => {
    const answer = await command.run({ orgId, year, ...said })
    if (!answer?.ok) return
    setSaved(true)
    await onSaved()
  }
  const changeWindow = (festival: Festival, from: string, to: string) =>
    change({ windows: [...said.windows.filter(one => one.festival !== festival), { festival, from, to }] })
  const windowOf = (line: Year['festivals'][number]) => ({ ...line, ...said.windows.find(one => one.festival === line.festival) })
  return (
    <Screen
      main={
        <>
          {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
          <BigButton icon="done" busyWords="正在保存…" onPress={press}>
            就这样定
          </BigButton>
        </>
      }
    >
      {head}
      {!held.known && !said.known && (
        <Notice tone="warn" title={`${String(year)}年的放假安排还不知道`}>
          <View>先按周末休息来排走访。国务院公布以后，在下面把放假、调休的日子加上。</View>
        </Notice>
      )}
      {saved && <Notice tone="good" title="记下了，各支部的走访正在重新安排" />}
      <Section title="放假和调休">
        {said.days.length === 0 && <View className="soft">这里没有另外填日子。</View>}
        {said.days.map(one => (
          <PersonRow
            key={one.date}
            name={`${sayDate(one.date)} ${one.off ? '放假' : '上班'}`}
            note={one.name}
            action={
              <Button
                kind="quiet"
                icon="remove"
                about={sayDate(one.date)}
                onPress={() => change({ days: said.days.filter(other => other !== one) })}
              >
                拿掉
              </Button>
            }
          />
        ))}
        <AddDay
          year={year}
          onAdd={day =>
            change({ days: [...said.days.filter(one => one.date !== day.date), day].sort((a, b) => (a.date < b.date ? -1 : 1)) })
          }
        />
        <Chips
          label={`${String(year)}年的放假安排`}
          options={[
            { value: 'yes', words: '都填好了' },
            { value: 'no', words: '还没填完' },
          ]}
          chosen={[said.known || held.known ? 'yes' : 'no']}
          onPress={one => change({ known: one === 'yes' })}
        />
      </Section>
      <Section title="节日走访的日子">
        {held.festivals.map(line => (
          <WindowRow key={line.festival} line={windowOf(line)} onChange={(from, to) => changeWindow(line.festival, from, to)} />
        ))}
      </Section>
    </Screen>
  )
}

const YearForm = (props: YearProps) => {
  const query = useQuery('calendar.get', { orgId: props.orgId, year: props.year })
  const [first, setFirst] = useState<Year | undefined>()
  // The form begins from the first fresh answer; the days it stands on are always the newest.
  if (!first && query.data && query.keptAt === undefined) setFirst(query.data)
  if (first) return <Form {...props} held={query.data ?? first} onSaved={query.reload} />
  return (
    <Screen>
      {props.head}
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}

/** A year's days off and the days of visiting, as the bureau sets them for everything below it. */
export const CalendarForm = ({ orgId, name }: { orgId: string; name: string }) => {
  const thisYear = shanghai(now()).year()
  const [year, setYear] = useState(thisYear + 1)
  const years = [thisYear, thisYear + 1].map(one => ({ value: String(one), words: `${String(one)}年` }))
  const head = (
    <>
      <Title>{name}</Title>
      <Chips label="哪一年" options={years} chosen={[String(year)]} onPress={one => setYear(Number(one))} />
    </>
  )
  return <YearForm key={year} orgId={orgId} year={year} head={head} />
}
