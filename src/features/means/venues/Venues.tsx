import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Section } from '../../../components/Card'
import { DateField, TimeField } from '../../../components/Dates'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useNearby } from '../../../components/useNearby'
import { useQuery } from '../../../platform/query'
import { MyBookings } from './MyBookings'
import { type Near, sayRoom } from './words'

const noteOf = (one: Near): string =>
  [one.free === false ? one.why : '', one.enough === false ? '可能坐不下' : '', sayRoom(one), one.fromOthers ? one.orgName : '']
    .filter(Boolean)
    .join(' · ')

const Lines = ({ title, items }: { title: string; items: readonly Near[] }) =>
  items.length === 0 ? null : (
    <Section title={title}>
      {items.map(one => (
        <LinkRow
          key={one.venueId}
          icon={one.free === false ? 'calendar-off' : 'place'}
          words={one.name}
          note={noteOf(one)}
          onPress={() => go(routes.venue({ id: one.venueId }))}
        />
      ))}
    </Section>
  )

interface Props {
  forMemberId: { forMemberId?: string }
  head: ReactNode
  /** Books for a branch: what was booked stands here too. */
  books: boolean
  /** How many are to come, where the address says so. */
  people: string
}

/** 活动场地: those without steps first, each by distance; for a time that is named, those that are free then. */
export const Venues = ({ forMemberId, head, books, people: first }: Props) => {
  const near = useNearby()
  const [date, setDate] = useState('')
  const [from, setFrom] = useState('09:00')
  const [to, setTo] = useState('11:00')
  const [people, setPeople] = useState(first)
  const seats = Number(people)
  const size = Number.isInteger(seats) && seats > 0 ? { people: seats } : {}
  const time = date !== '' && from < to ? { startsAt: instantOf(date, from), endsAt: instantOf(date, to) } : {}
  const query = useQuery('venue.near', { ...forMemberId, ...near.point, ...time, ...size })
  return (
    <Screen main={near.main}>
      {head}
      {near.lost}
      <Unfold words="看哪天哪里空着" icon="calendar">
        {() => (
          <View className="stack">
            <DateField label="哪一天" value={date} from={dateOf(now())} onChange={setDate} />
            <TimeField label="从几点" value={from} onChange={setFrom} />
            <TimeField label="到几点" value={to} onChange={setTo} error={from < to ? undefined : '要比开始晚'} />
            <Field label="大约几个人（可以不填）" value={people} onChange={setPeople} keyboard="number" max={4} />
          </View>
        )}
      </Unfold>
      <Loaded query={query} cards={3}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && (
              <Empty
                icon="place"
                title="附近还没有登记场地"
                hint="支部、街道把活动室登记上以后，这里看得到在哪里、有没有电梯、哪天空着。"
              />
            )}
            <Lines title={date === '' ? '没有台阶、有电梯的排在前面' : '那段时间空着的'} items={items.filter(one => one.free !== false)} />
            <Lines title="那段时间用不了的" items={items.filter(one => one.free === false)} />
          </View>
        )}
      </Loaded>
      {books && <MyBookings />}
    </Screen>
  )
}
