import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { useCommand, useQuery } from '../../../platform/query'
import { useRepeat, useVisible } from '../../../platform/visible'
import { askToTell } from '../../../platform/subscribe'
import { MyBooking } from './MyBooking'
import { Times } from './Times'
import { Weekly } from './Weekly'
import { LOOK_MS, type Offered, sayShort, sayWhen } from './words'

interface Props {
  hoursId: string
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

const Facts = ({ hours }: { hours: Offered }) => (
  <>
    <Title>{hours.title}</Title>
    {hours.hosts.length > 0 && <Fact icon="me">{hours.hosts.join('、')}</Fact>}
    <Fact icon="place">{hours.place.name}</Fact>
  </>
)

/** One to book with: one tap for the next free time, another time by two; and one's own booking on the day. */
export const HoursPage = ({ hoursId, forMemberId, head }: Props) => {
  const query = useQuery('hours.free', { hoursId, ...forMemberId })
  const mine = useQuery('hours.mine', forMemberId)
  const book = useCommand('hours.book')
  const wait = useCommand('hours.wait')
  const unwait = useCommand('hours.unwait')
  const arrive = useCommand('hours.arrive')
  const [chosen, setChosen] = useState<number | undefined>()
  const [about, setAbout] = useState('')
  const [more, setMore] = useState(false)
  const [said, setSaid] = useState('')

  const hours = query.data?.items[0]
  const bookings = (mine.data?.items ?? []).filter(one => one.hoursId === hoursId)
  const ahead = bookings.filter(one => one.state !== 'done' && (one.state !== 'missed' || dateOf(one.startsAt) === dateOf(now())))
  useRepeat(mine.reload, LOOK_MS, useVisible() && ahead.some(one => one.ahead !== null))
  const reload = async () => {
    await Promise.all([query.reload(), mine.reload()])
  }
  const press = async () => {
    await askToTell(['hours-news', 'hours-cancelled', 'place-is-yours'])
    setSaid('')
    const words = about.trim() === '' ? {} : { about: about.trim() }
    const answer = await book.run({ hoursId, ...(chosen === undefined ? {} : { startsAt: chosen }), ...words, ...forMemberId })
    if (answer?.ok) {
      setAbout('')
      setMore(false)
    }
    setChosen(undefined)
    await reload()
  }
  const stand = async () => {
    await askToTell(['place-is-yours', 'hours-news'])
    await wait.run({ hoursId, ...forMemberId })
    await reload()
  }
  const leave = async () => {
    await unwait.run({ hoursId, ...forMemberId })
    await query.reload()
  }
  const booked = async (count: number) => {
    setSaid(`约上了 ${String(count)} 次`)
    setChosen(undefined)
    await reload()
  }
  const free = ahead.length === 0 || more
  const wanted = chosen ?? hours?.next?.startsAt
  const coming = ahead.find(one => dateOf(one.startsAt) === dateOf(now()) && (one.state === 'booked' || one.state === 'missed'))
  const come = async () => {
    if (!coming) return
    await arrive.run({ hoursId, startsAt: coming.startsAt, ...forMemberId })
    await mine.reload()
  }
  const refusal = book.refusal ?? wait.refusal ?? unwait.refusal ?? arrive.refusal
  const forget = () => {
    book.forget()
    wait.forget()
    unwait.forget()
    arrive.forget()
  }
  return (
    <Screen
      main={
        coming && !more ? (
          <BigButton icon="done" busyWords="正在记下…" onPress={come}>
            我到了
          </BigButton>
        ) : hours && free && wanted !== undefined ? (
          <BigButton icon="calendar-done" busyWords="正在约…" onPress={press}>
            {`就约 ${sayShort(wanted)}`}
          </BigButton>
        ) : (
          hours &&
          free &&
          hours.myPlace === null &&
          hours.slots.length > 0 && (
            <BigButton icon="list" busyWords="正在排…" onPress={stand}>
              排候补，空出来就给我
            </BigButton>
          )
        )
      }
    >
      {head}
      {refusal && <Failure refusal={refusal} onSeen={forget} />}
      <Loaded query={query}>
        {({ items: [shown] }) =>
          shown ? (
            <View className="stack">
              <Facts hours={shown} />
              {said !== '' && <Notice tone="good" title={said} onSeen={() => setSaid('')} />}
              {ahead.map(one => (
                <MyBooking key={one.startsAt} booking={one} forMemberId={forMemberId} onChange={reload} />
              ))}
              {shown.myPlace !== null && (
                <Notice tone="info" title={`候补第 ${String(shown.myPlace)} 位`}>
                  <View>有时间空出来，按先后给您约上，马上告诉您。</View>
                  <Button kind="quiet" onPress={leave}>
                    不等了
                  </Button>
                </Notice>
              )}
              {shown.slots.length === 0 && ahead.length === 0 && (
                <Empty icon="calendar" title="现在没有可以约的时间" hint="排了新的时间，会出现在这里。" />
              )}
              {free && shown.next && (
                <>
                  <Fact icon="clock">{`最近空着：${sayWhen(shown.next.startsAt)}`}</Fact>
                  <Times slots={shown.slots} chosen={chosen} onChoose={setChosen} />
                  <Field
                    label="想说的事（可以不写）"
                    hint="只有坐班的同志看得到，支部和街道都看不到"
                    value={about}
                    onChange={setAbout}
                    max={300}
                    tall
                    placeholder="例如：最近血压高，想调药"
                  />
                  {chosen !== undefined && (
                    <Unfold words="每周这个时间都要" icon="repeat" kind="quiet">
                      {() => <Weekly hoursId={hoursId} startsAt={chosen} forMemberId={forMemberId} onBooked={booked} />}
                    </Unfold>
                  )}
                </>
              )}
              {!free && shown.next && (
                <Button kind="quiet" icon="add" onPress={() => setMore(true)}>
                  再约一个时间
                </Button>
              )}
            </View>
          ) : (
            <Empty icon="calendar" title="这个预约已经没有了" hint="请返回，看看别的。" />
          )
        }
      </Loaded>
    </Screen>
  )
}
