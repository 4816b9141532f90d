import { useMemo } from 'react'
import { DoorSheet } from '../../../components/DoorSheet'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useQuery } from '../../../platform/query'

const doorOf = ({ name, code, hours, address, phone }: Given<'station.print'>) => ({
  ...{ name, code, head: `开门时间 ${hours.from} — ${hours.to}`, good: '值班签到 · 要人帮忙 · 留一句话' },
  foot: [address, ...(phone === undefined ? [] : [`电话 ${phone}`])],
})

const Sheet = ({ printed }: { printed: Given<'station.print'> }) => {
  const door = useMemo(() => doorOf(printed), [printed])
  return <DoorSheet door={door} hint="印在一张 A4 纸上，贴在门口。扫一扫就到这个站点的页面：值班签到、要人帮忙、留一句话。" />
}

/** The sheet for a station's door, with the code that opens its page. */
export const DoorCode = ({ stationId }: { stationId: string }) => {
  const query = useQuery('station.print', { stationId })
  return query.data ? (
    <Sheet printed={query.data} />
  ) : (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}
