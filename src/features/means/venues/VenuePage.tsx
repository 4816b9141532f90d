import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Access } from '../../../../core/means/venues/kinds'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import type { IconName } from '../../../components/icons'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PhotoList } from '../../../components/PhotoList'
import { Fact, LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { showPlace } from '../../../platform/place'
import { useQuery } from '../../../platform/query'
import { BookForm } from './BookForm'
import { Week } from './Week'
import { type Full, sayAccess, sayDays, sayThings } from './words'

const accessIcons: Readonly<Record<Access, IconName>> = { level: 'done', lift: 'done', steps: 'warn', unknown: 'info' }

const Facts = ({ venue }: { venue: Full }) => (
  <>
    <Title>{venue.name}</Title>
    <Fact icon={accessIcons[venue.access]}>{sayAccess(venue)}</Fact>
    <Fact icon="people">{`坐 ${String(venue.seats)} 人`}</Fact>
    <Fact icon="clock">{`${sayDays(venue.days)} ${venue.opens} 到 ${venue.closes}`}</Fact>
    {venue.address !== '' && <Fact icon="place">{venue.address}</Fact>}
    {venue.equipment.length > 0 && <Fact icon="list">{`有${sayThings(venue.equipment)}`}</Fact>}
    <Fact icon="home">{`${venue.orgName}的${venue.shared ? '，别的支部也可以借' : ''}`}</Fact>
  </>
)

const Way = ({ venue: { point, name } }: { venue: Full }) =>
  point && process.env.TARO_ENV === 'weapp' ? (
    <Button icon="place" onPress={() => showPlace(point, name)}>
      在地图上看怎么走
    </Button>
  ) : null

interface Props {
  venueId: string
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** One room: can an elder get in, what is there, when it is free; for those who book, one button. */
export const VenuePage = ({ venueId, forMemberId, head }: Props) => {
  const today = dateOf(now())
  const [from, setFrom] = useState(today)
  const [booking, setBooking] = useState(false)
  const query = useQuery('venue.get', { venueId, from, ...forMemberId })
  const venue = query.data
  if (venue && booking)
    return (
      <BookForm
        venue={venue}
        onDone={() => {
          setBooking(false)
          void query.reload()
        }}
      />
    )
  const books = venue !== undefined && !venue.ended && (venue.bookFor.length > 0 || venue.may.includes('hold'))
  return (
    <Screen
      main={
        books && (
          <BigButton icon="calendar-add" onPress={() => setBooking(true)}>
            订这个场地
          </BigButton>
        )
      }
    >
      {head}
      <Loaded query={query}>
        {shown => (
          <View className="stack">
            <Facts venue={shown} />
            {shown.ended && (
              <Notice tone="warn" title="这个场地不用了">
                <View>请看看别的场地。</View>
              </Notice>
            )}
            <Way venue={shown} />
            {shown.photoFileIds.length > 0 && <PhotoList fileIds={shown.photoFileIds} of={shown.name} />}
            <Section title={from === today ? '这七天' : '这一周'}>
              <Week week={shown.week} />
              <Button icon="next" onPress={() => setFrom(addDays(from, 7))}>
                再往后看一周
              </Button>
              {from > today && (
                <Button kind="quiet" icon="back" onPress={() => setFrom(today)}>
                  回到今天
                </Button>
              )}
            </Section>
            {shown.programmes.length > 0 && (
              <Section title="这里准备好的活动">
                {shown.programmes.map(one => (
                  <Card key={one.title} title={one.title}>
                    <View>{one.words ?? ''}</View>
                    {one.minutes !== undefined && <View className="soft">{`大约 ${String(one.minutes)} 分钟`}</View>}
                  </Card>
                ))}
              </Section>
            )}
            {shown.may.includes('bookings') && (
              <LinkRow
                icon="desk"
                words="管这个场地"
                note="谁订了、设备、关几天、门口的码"
                onPress={() => go(routes.venueDesk({ id: venueId }))}
              />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
