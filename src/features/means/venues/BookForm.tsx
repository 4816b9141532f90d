import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { saySpanBy } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { clockTime, day } from '../../../components/times'
import { TimeSpan } from '../../../components/TimeSpan'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { Week } from './Week'
import type { Full } from './words'

type Verdict = Given<'venue.outlook'>['dates'][number] | Given<'venue.book'>['bookings'][number]
const weeks = [{ value: '1', words: '只这一次' }, ...['4', '8', '13', '26'].map(value => ({ value, words: `每周，${value} 次` }))]

const whyNot = ({ by, startsAt, endsAt, why }: Verdict): string => {
  if (why !== undefined) return why
  return startsAt === undefined || endsAt === undefined ? `${by ?? ''}订了` : `${by ?? ''}订了${saySpanBy({ startsAt, endsAt }, clockTime)}`
}

const Verdicts = ({ dates }: { dates: readonly Verdict[] }) => (
  <Card title={`能订 ${String(dates.filter(one => one.state !== 'taken').length)} 次`}>
    {dates.map(one => (
      <View key={one.date} className="row">
        <View className="grow">{day(instantOf(one.date))}</View>
        <View className={one.state === 'taken' ? 'warn' : 'good strong'}>
          {one.state === 'taken' ? whyNot(one) : one.state === 'booked' ? '订好了' : '空着'}
        </View>
      </View>
    ))}
  </Card>
)

interface Props {
  venue: Full
  onDone: () => void
}

/** Books a room: a date, from when to when, what for; each date of a series has its verdict before it is booked. */
export const BookForm = ({ venue, onDone }: Props) => {
  const { venueId, bookFor, programmes, equipment } = venue
  const [date, setDate] = useState('')
  const [hours, setHours] = useState({ from: '09:00', to: '11:00' })
  const [purpose, setPurpose] = useState('')
  const [times, setTimes] = useState('1')
  const [programme, setProgramme] = useState('')
  const [things, setThings] = useState<string[]>([])
  const [people, setPeople] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<Given<'venue.book'>['bookings'] | undefined>()
  const book = useCommand('venue.book')
  const hold = useCommand('venue.hold')
  const { from, to } = hours
  // Who runs the room and has no branch of their own to book for, uses it as its owner.
  const asOwner = bookFor.length === 0
  const ready = date !== '' && from < to
  const asked = {
    venueId,
    startsAt: ready ? instantOf(date, from) : 0,
    endsAt: ready ? instantOf(date, to) : 0,
    ...(times === '1' ? {} : { repeat: { weekly: Number(times) } }),
  }
  const free = useQuery('venue.free', date === '' ? null : { venueId, date })
  const outlook = useQuery('venue.outlook', ready && !asOwner ? asked : null)
  const seats = Number(people)
  const faults = {
    date: date === '' ? '请选哪一天' : undefined,
    to: from < to ? undefined : '要比开始晚',
    purpose: purpose.trim() === '' ? '请写做什么用' : undefined,
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return
    const answer = asOwner
      ? await hold.run({ ...asked, purpose })
      : await book.run({
          ...{ ...asked, purpose },
          ...(programme === '' ? {} : { programme }),
          ...(things.length === 0 ? {} : { equipment: things }),
          ...(seats > 0 ? { people: seats } : {}),
        })
    if (answer?.ok) setDone(answer.data.bookings)
  }
  if (done) {
    const made = done.filter(one => one.state === 'booked').length
    return (
      <Screen main={<BigButton onPress={onDone}>好，看看这个场地</BigButton>}>
        <Notice big tone={made > 0 ? 'good' : 'warn'} title={made > 0 ? `订好了 ${String(made)} 次` : '没有订上，时间都被订走了'}>
          <View>{made > 0 ? '不用的时候，请在“活动场地”里退掉，好让给别的支部。' : '请换个时间，或者换个场地。'}</View>
        </Notice>
        <Verdicts dates={done} />
      </Screen>
    )
  }
  const refusal = book.refusal ?? hold.refusal
  const toggle = (value: string) => setThings(things.includes(value) ? things.filter(one => one !== value) : [...things, value])
  return (
    <Screen
      main={
        <>
          {refusal && (
            <Failure
              refusal={refusal}
              onSeen={() => {
                book.forget()
                hold.forget()
              }}
            />
          )}
          <BigButton icon="calendar-done" busyWords="正在订…" onPress={press}>
            订下来
          </BigButton>
        </>
      }
    >
      <Title>{`订${venue.name}`}</Title>
      <DateField label="哪一天" value={date} from={dateOf(now())} onChange={setDate} error={tried ? faults.date : undefined} />
      {free.data && <Week week={[{ date, ...free.data }]} />}
      <TimeSpan {...hours} onChange={part => setHours({ ...hours, ...part })} error={tried ? faults.to : undefined} />
      <Chips label="一次，还是每周" options={weeks} chosen={[times]} onPress={setTimes} />
      {outlook.data && <Verdicts dates={outlook.data.dates} />}
      {outlook.refusal && <Failure refusal={outlook.refusal} />}
      <Field
        label="做什么用"
        value={purpose}
        onChange={setPurpose}
        max={60}
        placeholder="例如：主题党日、排练"
        error={tried ? faults.purpose : undefined}
      />
      {!asOwner && <Field label="大约几个人（可以不填）" value={people} onChange={setPeople} keyboard="number" max={4} />}
      {seats > venue.seats && (
        <Notice tone="warn" title={`这里坐 ${String(venue.seats)} 人`}>
          <View>可能坐不下，请换大一点的，或者加椅子。</View>
          <Button icon="people" onPress={() => go(routes.venues({ people: seats }))}>
            看坐得下的场地
          </Button>
        </Notice>
      )}
      {!asOwner && programmes.length > 0 && (
        <Chips
          label="要不要这里准备好的活动（可以不选）"
          options={programmes.map(one => ({ value: one.title, words: one.title }))}
          chosen={programme === '' ? [] : [programme]}
          onPress={value => setProgramme(value === programme ? '' : value)}
        />
      )}
      {programme !== '' && <View className="soft">{programmes.find(one => one.title === programme)?.words ?? ''}</View>}
      {!asOwner && equipment.length > 0 && (
        <Chips
          many
          label="要用哪些设备（可以不选）"
          options={equipment.map(one => ({ value: one.name, words: one.name }))}
          chosen={things}
          onPress={toggle}
        />
      )}
      <Button icon="back" onPress={onDone}>
        先不订
      </Button>
    </Screen>
  )
}
