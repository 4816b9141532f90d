import type { hours as contract } from '../../../../core/help/hours/contract'
import { bookingKey, judgeBook, nextFor, type BookVerdict } from '../../../../core/help/hours/rules'
import type { Hours } from '../../../../core/shared/hours'
import type { Output } from '../../../../core/shared/operation'
import { weekly as everyWeek } from '../../../../core/shared/slots'
import { mayTakePart } from '../../../kernel/access'
import type { Engagement, Member } from '../../people/public'
import { agendaOf, engage, standingInTheWay } from '../engaged'
import type { Context, Handlers } from '../use-case'
import { changeHours, engagementOf, type Step } from './change'
import { Consultations, type Booking, type Consultation, type News } from './documents'
import { tellNews } from './telling'

type Booked = Output<(typeof contract)['hours.book']>
type Dates = NonNullable<Booked['dates']>
type Booker = Pick<Context<'hours.book'>, 'store' | 'now' | 'actor' | 'fail' | 'audit'> & Parameters<typeof tellNews>[0]

interface Wanted {
  startsAt?: number | undefined
  about?: string | undefined
  weekly?: number | undefined
}

/** The beginnings that a wish names: one, or the same time of so many weeks; undefined for the next free one. */
const startsOf = ({ startsAt, weekly = 1 }: Wanted): (number | undefined)[] =>
  startsAt === undefined ? [undefined] : everyWeek([{ startsAt, endsAt: startsAt }], weekly).map(one => one.startsAt)

const stateOf = (verdict: BookVerdict<Booking>): Dates[number]['state'] =>
  verdict.state === 'yours' || verdict.state === 'free' ? 'booked' : verdict.state === 'closed' ? 'none' : verdict.state

interface Judged {
  made: Booking[]
  had: Booking[]
  dates: Dates
  /** Of the first time, which decides where only one is wanted. */
  first: BookVerdict<Booking>
}

/** What would become of each time, one after the other: what was made before counts for the next. */
const judge = (
  row: Consultation,
  person: Member,
  wanted: Wanted,
  busy: readonly Engagement[],
  context: Pick<Booker, 'now' | 'actor'>,
): Judged => {
  const { now, actor: by } = context
  const [made, had, dates]: [Booking[], Booking[], Dates] = [[], [], []]
  let first: BookVerdict<Booking> = { state: 'none' }
  for (const [nth, startsAt] of startsOf(wanted).entries()) {
    const verdict = judgeBook({ slots: row.slots, bookings: [...row.bookings, ...made] }, { startsAt, memberId: person._id }, now, busy)
    if (nth === 0) first = verdict
    if (verdict.state === 'yours') had.push(verdict.booking)
    if (verdict.state === 'free') {
      const { startsAt: from, endsAt } = verdict.slot
      const mine = {
        key: bookingKey(from, person._id),
        memberId: person._id,
        name: person.name,
        startsAt: from,
        endsAt,
        state: 'booked' as const,
      }
      made.push({ ...mine, at: now, by, ...(wanted.about === undefined || wanted.about === '' ? {} : { about: wanted.about }) })
    }
    if (startsAt !== undefined) dates.push({ startsAt, state: stateOf(verdict) })
  }
  return { made, had, dates, first }
}

/** What the person is noted to be at elsewhere; a note upon a wanted time is checked first. */
const busyOf = async (
  { store, now }: Pick<Booker, 'store' | 'now'>,
  row: Consultation,
  person: Member,
  wanted: Wanted,
): Promise<Engagement[]> => {
  const elsewhere = (person.engaged ?? []).filter(one => one.id !== row._id && one.endsAt > now)
  const starts = startsOf(wanted)
  const upon = row.slots.filter(one => starts.includes(one.startsAt)).map(one => engagementOf(row, one, now))
  const wrong = new Set<string>()
  for (const span of upon)
    for (const note of elsewhere.filter(one => one.startsAt < span.endsAt && span.startsAt < one.endsAt))
      if (!(await standingInTheWay(store, agendaOf(store, person._id), { engaged: [note] }, span, now))) wrong.add(note.key)
  return elsewhere.filter(one => !wrong.has(one.key))
}

const titleAt = (busy: readonly Engagement[], span: Hours): string =>
  busy.find(one => one.startsAt === span.startsAt && one.endsAt === span.endsAt)?.title ?? '您另一个预约'

const refuseBy = ({ fail, now }: Booker, row: Consultation, person: Member, { first }: Judged, busy: readonly Engagement[]): never => {
  if (first.state === 'none') return fail('NOT_FOUND')
  if (first.state === 'closed') return fail('SLOT_CLOSED')
  if (first.state === 'overlaps') {
    const { startsAt, endsAt } = first.with
    return fail('SLOT_OVERLAPS', { with: { title: titleAt(busy, first.with), startsAt, endsAt } })
  }
  return fail('SLOT_TAKEN', { next: nextFor(row, person._id, now, busy)?.startsAt ?? null })
}

/**
 * Books for a person. The write on the hours decides who has the time, the note on the person that they are nowhere else then; both go at once, and where either
 * refuses, the other is taken back.
 */
const bookFor = async (context: Booker, hours: Consultation, person: Member, wanted: Wanted): Promise<Booked> => {
  const { store, now, actor, fail, audit } = context
  if (hours.hostIds.includes(person._id)) return fail('INVALID_INPUT', { paths: ['hoursId'], message: '这是自己坐班的时间，不用预约' })
  const agenda = agendaOf(store, person._id)
  const busy = await busyOf(context, hours, person, wanted)
  const own = actor.memberId === person._id
  const decide = (row: Consultation): Step<Judged & { row: Consultation }> => {
    const judged = judge(row, person, wanted, busy, context)
    const { made } = judged
    if (made.length === 0) return { answer: { ...judged, row } }
    const news = (own ? [] : made.slice(0, 1)).map((one): News => ({
      kind: 'booked',
      memberIds: [person._id],
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      at: now,
      by: actor.name,
    }))
    // Who has a time waits for none.
    const waiting = row.waiting.filter(one => one.memberId !== person._id)
    return { next: { bookings: [...row.bookings, ...made], waiting }, news, answer: { ...judged, row } }
  }
  const seen = judge(hours, person, wanted, busy, context)
  if (seen.made.length === 0 && seen.had.length === 0) return refuseBy(context, hours, person, seen, busy)
  const note = async (booked: readonly Booking[]): Promise<Map<string, Engagement>> => {
    const clashes = new Map<string, Engagement>()
    let latest: Pick<Member, 'engaged' | 'engagedSeq'> = person
    for (const one of booked) {
      const clash = await engage(store, agenda, latest, engagementOf(hours, one, now), now)
      if (clash) clashes.set(one.key, clash)
      // Each further note of a series goes by what the one before left.
      if (booked.length > 1) latest = (await agenda.read()) ?? {}
    }
    return clashes
  }
  const [{ row, answer }, noted] = await Promise.all([changeHours(context, hours, decide), note(seen.made)])
  const { made } = answer
  // What another tap of the same person booked meanwhile stays noted.
  const gone = seen.made.filter(one => ![...made, ...answer.had].some(each => each.key === one.key))
  await Promise.all(gone.map(one => agenda.drop(engagementOf(hours, one, now).key)))
  const late = made.filter(one => !seen.made.some(each => each.key === one.key))
  const clashes = new Map([...noted, ...(late.length > 0 ? await note(late) : [])])
  const lost = made.filter(one => clashes.has(one.key))
  if (lost.length > 0) {
    const keys = new Set(lost.map(one => one.key))
    await changeHours(context, row, one => ({ next: { bookings: one.bookings.filter(each => !keys.has(each.key)) }, answer: null }))
  }
  const [first] = [...made.filter(one => !clashes.has(one.key)), ...answer.had]
  if (!first) {
    const [clash] = clashes.values()
    return clash
      ? fail('SLOT_OVERLAPS', { with: { title: clash.title, startsAt: clash.startsAt, endsAt: clash.endsAt } })
      : refuseBy(context, answer.row, person, answer, busy)
  }
  if (!own && made.length > 0) {
    audit(person._id, 'hours.booked')
    await tellNews(context, row)
  }
  const dates = answer.dates.map(one => (clashes.has(bookingKey(one.startsAt, person._id)) ? { ...one, state: 'overlaps' as const } : one))
  return { state: 'booked', startsAt: first.startsAt, endsAt: first.endsAt, ...(wanted.weekly === undefined ? {} : { dates }) }
}

export const book: Handlers<Pick<typeof contract, 'hours.book' | 'hours.bookFor' | 'hours.series'>> = {
  async 'hours.book'({ startsAt, about, weekly }, context) {
    const { subject: hours, person, checkText } = context
    await checkText(about)
    return bookFor(context, hours, person, { startsAt, about, weekly })
  },

  async 'hours.series'({ startsAt, weekly }, context) {
    const { subject: hours, person } = context
    const wanted = { startsAt, weekly }
    return { dates: judge(hours, person, wanted, await busyOf(context, hours, person, wanted), context).dates }
  },

  async 'hours.bookFor'({ hoursId, startsAt }, context) {
    const { store, subject: person, fail } = context
    const hours = await store.table(Consultations).get(hoursId)
    if (!hours || person.state !== 'active') return fail('NOT_FOUND')
    if (!mayTakePart(person, hours)) return fail('INVALID_INPUT', { paths: ['memberId'], message: '这位同志不在这个组织里，约不了' })
    return bookFor(context, hours, person, { startsAt })
  },
}
