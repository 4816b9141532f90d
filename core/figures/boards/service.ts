import { sumsOf } from '../../shared/fields'

/** What is served and helped in a month (P20–P25, P31, P33), and how rooms were used (P71). Nights count it, so that a tap on a post or a shift pays for no figure. */
export const serviceNames = [
  'posts',
  'served',
  'minutes',
  'stations',
  'points',
  'gapDays',
  'musters',
  'talents',
  'pledges',
  'kept',
  'overdue',
  'honours',
  'booked',
  'held',
  'wishes',
  'rooms',
  'roomUses',
] as const
export type ServiceFigures = Record<(typeof serviceNames)[number], number>

export const noService: ServiceFigures = {
  ...{ posts: 0, served: 0, minutes: 0, stations: 0, points: 0, gapDays: 0, musters: 0, talents: 0 },
  ...{ pledges: 0, kept: 0, overdue: 0, honours: 0, booked: 0, held: 0, wishes: 0, rooms: 0, roomUses: 0 },
}

/** The sum of two figures. */
export const addService = (one: ServiceFigures, other: Partial<ServiceFigures>): ServiceFigures => sumsOf(serviceNames, one, other)
