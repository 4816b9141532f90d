import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { routes } from '../../../../core/shared/routes'
import { instantOf } from '../../../../core/shared/calendar'
import { saySpanBy } from '../../../../core/shared/spans'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { clockTime, day } from '../../../components/times'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'

interface Props {
  code: string
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** Signing in opens half an hour before; the activity's own page says it to the minute. */
const SOON = 60 * 60_000

/** What the code at a room's door opens: today's list, and the activity that is on, to sign in to. */
export const VenueDoor = ({ code, forMemberId, head }: Props) => {
  const query = useQuery('venue.door', { code, ...forMemberId })
  const on = query.data?.items.find(one => one.activityId !== undefined && one.startsAt - SOON <= now() && one.endsAt > now())
  const { activityId } = on ?? {}
  return (
    <Screen
      main={
        activityId !== undefined && (
          <BigButton icon="check" onPress={() => go(routes.activity({ id: activityId }))}>
            {`去签到：${on?.purpose ?? ''}`}
          </BigButton>
        )
      }
    >
      {head}
      <Loaded query={query} cards={2}>
        {({ venueId, name, orgName, date, items, off }) => (
          <View className="stack">
            <Title>{name}</Title>
            <View className="soft">{`${day(instantOf(date))} · ${orgName}`}</View>
            {off !== undefined && <Notice tone="warn" title={`今天不开放：${off}`} />}
            {items.length === 0 && off === undefined && <Empty icon="calendar" title="今天没有安排" hint="有人订了，会列在这里。" />}
            {items.map(one => {
              const { activityId: id } = one
              return (
                <Card
                  key={one.startsAt}
                  title={saySpanBy(one, clockTime)}
                  {...(id === undefined ? {} : { onPress: () => go(routes.activity({ id })) })}
                >
                  <View>{[one.by, one.purpose].filter(Boolean).join(' · ')}</View>
                  {id !== undefined && <View className="soft">点开看通知、签到</View>}
                </Card>
              )
            })}
            <LinkRow icon="calendar" words="看这个场地哪天空着" onPress={() => go(routes.venue({ id: venueId }))} />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
