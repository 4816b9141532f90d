import { useMemo } from 'react'
import { DoorSheet } from '../../../components/DoorSheet'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useQuery } from '../../../platform/query'

const doorOf = ({ name, code, orgName, address }: Given<'venue.print'>) => ({
  ...{ name, code, head: orgName, good: '今天谁在用 · 签到 · 哪天空着', foot: address === '' ? [] : [address] },
})

const Sheet = ({ printed }: { printed: Given<'venue.print'> }) => {
  const door = useMemo(() => doorOf(printed), [printed])
  return <DoorSheet door={door} hint="印在一张 A4 纸上，贴在门口。扫一扫就看到今天谁在用，来参加活动的同志还能去签到。" />
}

/** The sheet for a room's door, with the code that opens today's list. */
export const VenueCode = ({ venueId }: { venueId: string }) => {
  const query = useQuery('venue.print', { venueId })
  return query.data ? (
    <Sheet printed={query.data} />
  ) : (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}
