import { dateOf } from '../../../../core/shared/calendar'
import { closedSoon, isOpen, opensNext } from '../../../../core/service/stations/hours'
import { metresBetween, type Spot } from '../../../../core/shared/places'
import type { Instant } from '../../../../core/shared/operation'
import { pointOf } from '../../../kernel/geo'
import type { Station } from './documents'

/** A station as lists show it. */
export const stationOf = (station: Station, now: Instant) => ({
  ...{ stationId: station._id, orgId: station.orgId, kind: station.kind, name: station.name, address: station.address },
  ...(station.phone === undefined ? {} : { phone: station.phone }),
  ...{ point: pointOf(station.point), hours: station.hours, days: station.days },
  open: station.state === 'open' && isOpen(station, now),
  opensAt: station.state === 'open' ? opensNext(station, now) : null,
  closedSoon: station.state === 'open' ? closedSoon(station, now) : [],
})

/** Who is on duty today, as it was worked out last. */
export const namesToday = ({ shown }: Station, now: Instant): string[] =>
  shown.find(one => one.date === dateOf(now))?.people.map(one => one.name) ?? []

/** The same with its distance. */
export const nearOf = (station: Station, from: Spot | undefined, now: Instant) => ({
  ...stationOf(station, now),
  ...(from ? { metres: Math.round(metresBetween(from, pointOf(station.point))) } : {}),
  onDuty: namesToday(station, now),
})
