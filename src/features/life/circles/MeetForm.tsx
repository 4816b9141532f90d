import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { DateField, TimeField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import type { Circle } from './words'

/** An activity of the circle: the time and the place; its members are told. */
export const MeetForm = ({ circle, onDone }: { circle: Circle; onDone: (called: boolean) => void }) => {
  const [title, setTitle] = useState(`${circle.name}活动`)
  const [date, setDate] = useState(() => addDays(dateOf(now()), 7))
  const [start, setStart] = useState('09:00')
  const [end, setEnd] = useState('11:00')
  const [place, setPlace] = useState(circle.coming[0]?.place ?? '')
  const [body, setBody] = useState('')
  const [tried, setTried] = useState(false)
  const meet = useCommand('circle.meet')
  const faults = {
    title: title.trim() === '' ? '请写一个名称' : undefined,
    place: place.trim() === '' ? '请写地点' : undefined,
    end: start === '' || end <= start ? '结束要晚于开始' : undefined,
  }
  const press = async () => {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return
    const times = { startsAt: instantOf(date, start), endsAt: instantOf(date, end) }
    const answer = await meet.run({ circleId: circle.circleId, title, ...times, place: { name: place }, ...(body === '' ? {} : { body }) })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {meet.refusal && <Failure refusal={meet.refusal} onSeen={meet.forget} />}
          <BigButton icon="notice" busyWords="正在告诉大家…" onPress={press}>
            {`发给小组的 ${String(circle.people)} 位同志`}
          </BigButton>
        </>
      }
    >
      <Field label="名称" value={title} onChange={setTitle} max={40} error={tried ? faults.title : undefined} />
      <DateField label="日期" value={date} from={dateOf(now())} onChange={setDate} />
      <View className="row">
        <View className="grow">
          <TimeField label="开始" value={start} onChange={setStart} />
        </View>
        <View className="grow">
          <TimeField label="结束" value={end} onChange={setEnd} error={tried ? faults.end : undefined} />
        </View>
      </View>
      <Field label="地点" value={place} onChange={setPlace} max={60} error={tried ? faults.place : undefined} />
      <Field label="要说的话（可以不填）" value={body} onChange={setBody} max={2000} tall />
      <Button icon="back" onPress={() => onDone(false)}>
        先不约
      </Button>
    </Screen>
  )
}
