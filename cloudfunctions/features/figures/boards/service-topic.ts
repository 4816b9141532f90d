import * as z from 'zod'
import { addService, noService, type ServiceFigures, serviceNames } from '../../../../core/figures/boards/service'
import { addMonths, instantOf, monthOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Topic } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import { pledgesIn } from '../../care/public'
import { hoursFigures, wishesDone } from '../../help/public'
import { roomsOf, venueUse } from '../../means/public'
import { talentsOf } from '../../people/public'
import { honoursIn, mustersIn, servedIn, stationFigures } from '../../service/public'

interface Month {
  store: Store
  orgId: string
  /** `YYYY-MM`. */
  month: string
  at: Instant
}

/** What every organization has by itself: stations and points, rooms and their use, musters it called, honours that it granted this year and that stand. */
const ownFigures = async ({ store, orgId, month, at }: Month): Promise<ServiceFigures> => {
  const [first, next] = [`${month}-01`, addMonths(`${month}-01`, 1)]
  const [stations, musters, honours, rooms, use] = await Promise.all([
    stationFigures(store, orgId, month),
    mustersIn(store, { orgId, from: instantOf(first), to: instantOf(next) }),
    honoursIn(store, orgId, Number(month.slice(0, 4))),
    roomsOf(store, { orgId }),
    venueUse(store, { orgId, from: first, to: next, at }),
  ])
  const used = { rooms: rooms.rooms, roomUses: use.bookings - use.missed }
  return addService(noService, { ...stations, musters, honours: honours.granted - honours.withdrawn, ...used })
}

/** What a branch has besides. What partners owe is of the year too. */
const branchFigures = async (asked: Month): Promise<ServiceFigures> => {
  const { store, orgId, month, at } = asked
  const span = { from: instantOf(`${month}-01`), to: instantOf(addMonths(`${month}-01`, 1)) }
  const [own, served, talents, pledges, hours, wishes] = await Promise.all([
    ownFigures(asked),
    servedIn(store, { branchId: orgId, ...span }),
    talentsOf({ store, now: at }, orgId),
    pledgesIn({ store, now: at }, orgId, Number(month.slice(0, 4))),
    hoursFigures(store, { orgId, ...span }),
    wishesDone(store, { orgId, ...span }),
  ])
  return addService(own, {
    ...{ ...served, talents: talents.confirmed, pledges: pledges.owed, kept: pledges.done, overdue: pledges.overdue },
    ...{ booked: hours.booked, held: hours.held, wishes },
  })
}

const Figures = z
  .object(Object.fromEntries(serviceNames.map(name => [name, z.number().default(0)])))
  .transform((value): ServiceFigures => addService(noService, value))

/** Service and help in a month; what partners owe and have not done worries, and days on which a station has too few people. */
export const serviceTopic: Topic<ServiceFigures> = {
  name: 'service',
  shape: Figures,
  nothing: noService,
  added: addService,
  periods: now => [monthOf(now)],
  countBranch: (store, { _id: orgId }, month, at) => branchFigures({ store, orgId, month, at }),
  countOwn: (store, { _id: orgId }, month, at) => ownFigures({ store, orgId, month, at }),
  worry: ({ overdue, gapDays }) => overdue + gapDays,
  byNight: true,
}
