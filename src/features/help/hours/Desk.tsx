import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BookingState } from '../../../../core/help/hours/kinds'
import { bookingWords } from '../../../../core/help/hours/kinds'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { clockTime, day } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { useRepeat, useVisible } from '../../../platform/visible'
import { CallNumbers } from '../../people/public'
import { ring } from './ring'
import { LOOK_MS, stateMarks } from './words'

type Item = Given<'hours.desk'>['items'][number]

interface RowProps {
  hoursId: string
  item: Item
  today: boolean
  onMark: (item: Item, state: BookingState) => Promise<void>
  onOff: (item: Item) => Promise<void>
}

const Slot = ({ hoursId, item, today, onMark, onOff }: RowProps) => {
  const { state, name, about, startsAt, memberId } = item
  if (state === 'free' || state === 'off')
    return <Fact icon={state === 'off' ? 'close' : 'clock'}>{`${clockTime(startsAt)}　${state === 'off' ? '取消了' : '没有人约'}`}</Fact>
  const through = state === 'done' || state === 'missed'
  return (
    <Card title={`${clockTime(startsAt)}　${name ?? ''}`} {...(state === 'now' ? { edge: 'red' as const } : {})}>
      <StateChip {...stateMarks[state]} words={bookingWords[state]} />
      {about !== undefined && <View>{`想说的事：${about}`}</View>}
      {!through && memberId !== undefined && <CallNumbers name={name ?? ''} ask={() => ring(hoursId, memberId)} />}
      {today && !through && (
        <View className="stack">
          {state === 'booked' && (
            <Button icon="done" about={name ?? ''} onPress={() => onMark(item, 'here')}>
              到了
            </Button>
          )}
          <Button icon="check" about={name ?? ''} onPress={() => onMark(item, 'done')}>
            办好了
          </Button>
          <Button kind="quiet" about={name ?? ''} onPress={() => onMark(item, 'missed')}>
            没有来，叫下一位
          </Button>
        </View>
      )}
      {today && state === 'missed' && (
        <Button icon="done" about={name ?? ''} onPress={() => onMark(item, 'here')}>
          后来到了
        </Button>
      )}
      {startsAt > now() && state === 'booked' && (
        <Confirm
          question={`${clockTime(startsAt)}来不了？`}
          explain={`会马上告诉${name ?? '约的同志'}，并给他看最近的空位。`}
          yes="取消这一位"
          no="不取消"
          onYes={() => onOff(item)}
        >
          这个时间我来不了
        </Confirm>
      )}
    </Card>
  )
}

/** The host's desk of a day: 现在、下一位、等候, with what each wrote for the host. */
export const HoursDesk = ({ hoursId }: { hoursId: string }) => {
  const [date, setDate] = useState<string | undefined>()
  const query = useQuery('hours.desk', { hoursId, ...(date === undefined ? {} : { date }) })
  const mark = useCommand('hours.mark')
  const cancel = useCommand('hours.cancel')
  const off = useCommand('hours.off')
  const desk = query.data
  const today = desk !== undefined && desk.date === dateOf(now())
  useRepeat(query.reload, LOOK_MS, useVisible() && today)
  const next = desk?.items.find(one => one.startsAt === desk.next?.startsAt && one.state !== 'free' && one.state !== 'off')
  const set = async ({ startsAt, memberId }: Item, state: BookingState) => {
    if (memberId === undefined) return
    await mark.run({ hoursId, startsAt, memberId, state })
    await query.reload()
  }
  const callOff = async ({ startsAt }: Item) => {
    await cancel.run({ hoursId, startsAt })
    await query.reload()
  }
  const dayOff = async () => {
    if (!desk) return
    await off.run({ hoursId, from: instantOf(desk.date), to: instantOf(addDays(desk.date, 1)) })
    await query.reload()
  }
  const forget = () => {
    mark.forget()
    cancel.forget()
    off.forget()
  }
  const refusal = mark.refusal ?? cancel.refusal ?? off.refusal
  return (
    <Screen
      main={
        today &&
        next && (
          <BigButton icon="next" busyWords="正在叫…" onPress={() => set(next, 'now')}>
            {`请下一位：${next.name ?? ''}`}
          </BigButton>
        )
      }
    >
      {refusal && <Failure refusal={refusal} onSeen={forget} />}
      <Loaded query={query}>
        {shown => (
          <View className="stack">
            <Title>{shown.title}</Title>
            <Fact icon="place">{shown.place.name}</Fact>
            {shown.dates.length > 1 && (
              <PickOne
                label="哪一天"
                options={shown.dates.map(value => ({ value, words: day(instantOf(value)) }))}
                value={shown.date}
                onChange={setDate}
              />
            )}
            {today && (
              <Notice tone="info" title={shown.now ? `现在：${shown.now.name}` : '现在：没有人'}>
                <View>{shown.next ? `下一位：${shown.next.name}（${clockTime(shown.next.startsAt)}）` : '后面没有人了'}</View>
                <View>{`在等候的：${String(shown.items.filter(one => one.state === 'here').length)} 位`}</View>
              </Notice>
            )}
            {shown.items.map(one => (
              <Slot
                key={`${String(one.startsAt)}:${one.memberId ?? ''}`}
                hoursId={hoursId}
                item={one}
                today={today}
                onMark={set}
                onOff={callOff}
              />
            ))}
            {shown.waiting > 0 && <View className="soft">{`还有 ${String(shown.waiting)} 位在排候补`}</View>}
            {shown.items.some(one => one.startsAt > now() && one.state !== 'off') && (
              <Confirm
                question="这一天都来不了？"
                explain="约了的同志会马上收到消息，看到最近的空位。"
                yes="这一天都取消"
                no="不取消"
                onYes={dayOff}
              >
                这一天我来不了
              </Confirm>
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
