import { addUse, noUse, useOf, type Use } from '../../../../core/means/venues/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { VenueDays, Venues } from './documents'

/** How the rooms of one organization were used in a span of dates, the last not included; `at` is the instant by which a booking has to be over. */
export const venueUse = async (
  store: Store,
  { orgId, from, to, at }: { orgId: string; from: DateText; to: DateText; at: Instant },
): Promise<Use> => {
  const days = await store.table(VenueDays).findAll({ ownerId: orgId, date: { gte: from, lt: to } })
  return days.reduce((sum, day) => addUse(sum, useOf(day.bookings, at)), noUse)
}

/** How many rooms an organization keeps, and in how many of them an elder need climb no steps. */
export const roomsOf = async (
  store: Store,
  { orgId }: { orgId: string },
): Promise<{ rooms: number; withoutSteps: number; shared: number }> => {
  const rooms = await store.table(Venues).findAll({ orgId, state: 'open' })
  const withoutSteps = rooms.filter(one => one.access === 'level' || one.access === 'lift').length
  return { rooms: rooms.length, withoutSteps, shared: rooms.filter(one => one.shared).length }
}
