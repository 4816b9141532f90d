import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { sayDayRuns } from '../../../../core/shared/spans'
import { BigButton, Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Card, Section, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Fact, LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { dated, hours } from '../../../components/times'
import { go } from '../../../platform/go'
import { dial } from '../../../platform/phone'
import { showPlace } from '../../../platform/place'
import { type Query, useQuery } from '../../../platform/query'
import { Served } from '../posts/DayActs'
import { useDay } from '../posts/useDay'
import { DutyToday, dutyNow } from './DutyToday'
import { FreeDays } from './FreeDays'
import { LeaveWord } from './LeaveWord'
import { kindWords, sayOpen, sayOpenDays, type Station } from './words'

type For = { forMemberId?: string }

const Facts = ({ station }: { station: Station }) => (
  <Card>
    <View className="soft small">
      {kindWords[station.kind]} · {station.orgName}
    </View>
    <Title>{station.name}</Title>
    <Fact icon={station.open ? 'done' : 'clock'}>{sayOpen(station)}</Fact>
    <Fact icon="calendar">
      {sayOpenDays(station.days)} {station.hours.from} 到 {station.hours.to}
    </Fact>
    {station.closedSoon.length > 0 && <Fact icon="calendar">{`${sayDayRuns(station.closedSoon)}不开门`}</Fact>}
    {station.address !== '' && <Fact icon="place">{station.address}</Fact>}
    {station.teams.length > 0 && <Fact icon="people">{station.teams.map(one => one.name).join('、')}</Fact>}
  </Card>
)

const sayPeople = ({ people, short }: Station['coming'][number]): string =>
  people.length === 0 ? '还没有人' : `${people.map(one => one.name).join('、')}${short > 0 ? `，还差 ${String(short)} 人` : ''}`

const WhoIsThere = ({ coming }: { coming: Station['coming'] }) => {
  const [today, ...later] = coming
  if (!today) return null
  return (
    <Section title="谁在值班">
      <Card title={dated(instantOf(today.date, '12:00'))}>
        {today.people.length === 0 && <View>还没有人值班</View>}
        {today.people.map(one => (
          <Fact key={one.name} icon={one.there ? 'done' : 'me'}>
            {one.name}
            {one.there ? ' 已经到了' : ''}
          </Fact>
        ))}
      </Card>
      <Many items={later} keyOf={one => one.date} step={3} unit="天">
        {one => (
          <View className="list-row row">
            <View className="soft">{dated(instantOf(one.date, '12:00'))}</View>
            <View className="grow">{sayPeople(one)}</View>
          </View>
        )}
      </Many>
    </Section>
  )
}

const MyDuty = ({ mine }: { mine: Station['mine'] }) =>
  mine.length === 0 ? null : (
    <Section title="我的值班">
      <Many items={mine} keyOf={one => one.date} step={4} unit="天">
        {one => (
          <LinkRow
            icon="calendar-done"
            words={dated(one.startsAt)}
            note={`${hours(one.startsAt, one.endsAt)} · 来不了，按这里退出或请人替`}
            onPress={() => go(routes.post({ id: one.postId }))}
          />
        )}
      </Many>
    </Section>
  )

const Tools = ({ station: { stationId, orgId, name, may } }: { station: Station }) =>
  may.length === 0 ? null : (
    <Section title="管理这里">
      <LinkRow icon="calendar" words="排班" note="谁哪天值班，缺人的补上" onPress={() => go(routes.duty({ stationId, name }))} />
      <LinkRow icon="edit" words="改地址、电话、时间" onPress={() => go(routes.editStation({ orgId, stationId }))} />
      <LinkRow icon="qr" words="门口贴的码" note="扫了就到这一页" onPress={() => go(routes.doorCode({ stationId }))} />
      <LinkRow icon="talk" words="大家的留言" onPress={() => go(routes.stationWords({ orgId }))} />
    </Section>
  )

const Content = ({ station, query, forMemberId, head }: { station: Station; query: Query<Station>; forMemberId: For; head: ReactNode }) => {
  const due = dutyNow(station)
  const day = useDay(due?.duty.postId ?? '', forMemberId, query.reload)
  const { phone, point, name, stationId, address } = station
  const main = due ? (
    <DutyToday {...due} day={day} />
  ) : phone === undefined ? undefined : (
    <BigButton icon="phone" onPress={() => dial(phone)}>
      打电话问一问
    </BigButton>
  )
  return (
    <Screen main={main}>
      {head}
      <View className="stack">
        <Served day={day} />
        <Facts station={station} />
        {process.env.TARO_ENV === 'weapp' && (
          <Button icon="place" onPress={() => showPlace(point, name)}>
            怎么走
          </Button>
        )}
        {due && phone !== undefined && <CallButton name={name} phone={phone} words="打电话问一问" />}
        <Button
          icon="help"
          onPress={() => go(routes.ask({ at: address === '' ? name : `${name}（${address}）`, lng: point.lng, lat: point.lat }))}
        >
          我在这里，要人帮忙
        </Button>
        <WhoIsThere coming={station.coming} />
        <MyDuty mine={station.mine} />
        <FreeDays station={station} forMemberId={forMemberId} onDone={query.reload} />
        <LeaveWord stationId={stationId} forMemberId={forMemberId} />
        <Tools station={station} />
      </View>
    </Screen>
  )
}

interface Props {
  query: Query<Station>
  forMemberId: For
  head: ReactNode
}

const Shown = ({ query, forMemberId, head }: Props) =>
  query.data ? (
    <Content station={query.data} query={query} forMemberId={forMemberId} head={head} />
  ) : (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )

type Page = Omit<Props, 'query'>

/** A station's own page: open or not, who is there, to ring, to go there, to sign in for duty, to ask for help, to leave a word. */
export const StationPage = ({ stationId, ...rest }: Page & { stationId: string }) => (
  <Shown query={useQuery('station.get', { stationId, ...rest.forMemberId })} {...rest} />
)

/** The same, opened by the code at its door. */
export const ScannedStation = ({ code, ...rest }: Page & { code: string }) => (
  <Shown query={useQuery('station.open', { code, ...rest.forMemberId })} {...rest} />
)
