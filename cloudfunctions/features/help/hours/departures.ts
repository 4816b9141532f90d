import { mayTakePart } from '../../../kernel/access'
import type { WindUp } from '../../../kernel/departures'
import { Members } from '../../people/public'
import { letGo } from './cancel'
import { changeHours } from './change'
import { Consultations, type Consultation } from './documents'

/** More hours than one person has to do with. */
const MOST = 200

/** Who departs gives back what is ahead of them, waits no more and hosts no more; hours without a host are called off. What they wrote for a host goes. */
export const leaveHours: WindUp = async (ports, { memberId, why }) => {
  const table = ports.store.table(Consultations)
  const [member, ...found] = await Promise.all([
    why === 'transferred' ? ports.store.table(Members).get(memberId) : null,
    table.find({ 'bookings.memberId': memberId }, { limit: MOST }),
    table.find({ 'waiting.memberId': memberId }, { limit: MOST }),
    table.find({ hostIds: memberId }, { limit: MOST }),
  ])
  for (const row of new Map(found.flat().map(one => [one._id, one])).values()) {
    if (mayTakePart(member, row)) continue
    const own = await letGo(ports, row, { gives: one => one.memberId === memberId })
    const alone = row.hostIds.every(one => one === memberId)
    const { row: after } = alone
      ? await letGo(ports, own.row, { gives: () => false, off: () => true, as: { kind: 'off', reason: '坐班的同志来不了了' } })
      : own
    await changeHours(ports, after, before => ({ next: without(before, memberId), answer: null }))
  }
}

const without = ({ bookings, waiting, hostIds }: Consultation, memberId: string) => ({
  bookings: bookings.map(one => {
    if (one.memberId !== memberId) return one
    const { key, startsAt, endsAt, state, at, name, by } = one
    return { key, memberId, startsAt, endsAt, state, at, name, by }
  }),
  waiting: waiting.filter(one => one.memberId !== memberId),
  hostIds: hostIds.filter(one => one !== memberId),
})
