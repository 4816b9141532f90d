import { holdingOn, taken } from '../../../core/shared/slots'
import type { Hours } from '../../../core/shared/hours'
import type { Instant } from '../../../core/shared/operation'
import { settleRow } from '../../kernel/settle'
import type { Store } from '../../kernel/store'
import { Members, type Engagement } from '../people/public'
import { Consultations } from './hours/documents'
import { Cars, Wishes } from './wishes/documents'

/**
 * No person and no car is in two places at once. What they are to be at (consultation hours, an escort) is the truth, but two of those at once cannot see each other
 * there; so that each is also noted on the person or the car, whose `engagedSeq` lets only one of two go first. A note that stands in the way is checked against
 * the truth before a refusal, and one that says wrongly is taken off.
 */
interface Engaged {
  engaged?: Engagement[]
  engagedSeq?: number
}

/** What a person or a car is noted to be at. */
interface Agenda {
  id: string
  read: () => Promise<Engaged | null>
  write: (seen: Engaged, engaged: Engagement[]) => Promise<boolean>
  drop: (key: string) => Promise<unknown>
}

export const agendaOf = (store: Store, memberId: string): Agenda => {
  const table = store.table(Members)
  return {
    id: memberId,
    read: () => table.get(memberId),
    write: async ({ engagedSeq }, engaged) =>
      (await table.update({ _id: memberId, engagedSeq: engagedSeq ?? null }, { set: { engaged }, inc: { engagedSeq: 1 } })) > 0,
    drop: key => table.update({ _id: memberId, 'engaged.key': key }, { pull: { engaged: { key } }, inc: { engagedSeq: 1 } }),
  }
}

export const agendaOfCar = (store: Store, carId: string): Agenda => {
  const table = store.table(Cars)
  return {
    id: carId,
    read: () => table.get(carId),
    write: async ({ engagedSeq }, engaged) =>
      engagedSeq === undefined
        ? (await table.add({ _id: carId, engaged, engagedSeq: 1 })) === 'added'
        : (await table.update({ _id: carId, engagedSeq }, { set: { engaged }, inc: { engagedSeq: 1 } })) > 0,
    drop: key => table.update({ _id: carId, 'engaged.key': key }, { pull: { engaged: { key } }, inc: { engagedSeq: 1 } }),
  }
}

/** A note younger than this may belong to what is still being written; functions live for 20 s. */
const UNDER_WAY = 60_000

const same = (one: Hours, other: Hours) => one.startsAt === other.startsAt && one.endsAt === other.endsAt

/** Does what the note names still say so? */
const isTrue = async (store: Store, id: string, note: Engagement, now: Instant): Promise<boolean> => {
  if (note.at > now - UNDER_WAY) return true
  if (note.what === 'hours') {
    const hours = await store.table(Consultations).get(note.id)
    return hours?.bookings.some(one => one.memberId === id && same(one, note) && one.state !== 'missed') ?? false
  }
  const wish = await store.table(Wishes).get(note.id)
  const plan = wish?.state === 'planned' ? wish.plan : undefined
  return plan !== undefined && same(plan, note) && (plan.carId === id || plan.people.some(one => one.memberId === id))
}

/** Of what is noted of a person, what truly stands in the way of this span; what stands there wrongly is taken off. */
export const standingInTheWay = async (
  store: Store,
  agenda: Agenda,
  seen: Engaged,
  wanted: Engagement,
  now: Instant,
): Promise<Engagement | null> => {
  const note = holdingOn(seen.engaged ?? [], wanted)
  if (!note) return null
  if (await isTrue(store, agenda.id, note, now)) return note
  await agenda.drop(note.key)
  return standingInTheWay(store, agenda, (await agenda.read()) ?? {}, wanted, now)
}

/**
 * Notes a span, or answers what stands in its way. Safe beside any number of others of the same person or car: of two that overlap exactly one is noted. `seen` is
 * how they were read last.
 */
export const engage = async (store: Store, agenda: Agenda, seen: Engaged, wanted: Engagement, now: Instant): Promise<Engagement | null> => {
  const done = await settleRow(seen, agenda.read, async row => {
    const before = row ?? {}
    const next = taken(before.engaged ?? [], wanted, now)
    if (next) return (await agenda.write(before, next)) ? { clash: null } : undefined
    const clash = await standingInTheWay(store, agenda, before, wanted, now)
    return clash ? { clash } : undefined
  })
  return done.clash
}
