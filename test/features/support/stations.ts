import type { Contract } from '../../../core/contract'
import type { RawInput } from '../../../core/shared/operation'
import { good, type Cloud } from './attendance'

/** Where the stations of these stories are. */
export const HALL = { lng: 114.2121, lat: 30.6402 }

type Saved = RawInput<Contract['station.save']>

/** A station of the demo branch whose team has these members; open every day unless said otherwise. */
export const stationWith = async (cloud: Cloud, memberIds: readonly string[], more: Partial<Saved> = {}): Promise<string> => {
  const secretary = cloud.as('demo-secretary')
  const { teamId } = good(
    await secretary.calls('team.save', { orgId: 'branch-01', name: '政治宣传队', kinds: ['other'], memberIds: [...memberIds] }),
  )
  const station: Saved = {
    ...{ orgId: 'branch-01', kind: 'station', name: '湖滨服务站', point: HALL, address: '湖滨路8号', phone: '027-83550001' },
    ...{ hours: { from: '08:30', to: '17:00' }, teamIds: [teamId], ...more },
  }
  return good(await secretary.calls('station.save', station)).stationId
}

/** Publishes what is proposed for a month; answers who got each day. */
export const publishMonth = async (cloud: Cloud, stationId: string, month: string, openid = 'demo-secretary') => {
  const officer = cloud.as(openid)
  const { days } = good(await officer.calls('station.plan', { stationId, month }))
  const wanted = days.map(day => ({ date: day.date, memberIds: day.proposed.map(one => one.memberId) }))
  return { wanted, ...good(await officer.calls('station.publish', { stationId, month, days: wanted })) }
}
