import fc from 'fast-check'
import { instantOf } from '../../../../core/shared/calendar'
import { dueReminders, nextReminder } from '../../../../core/help/hours/reminders'
import {
  aheadOf,
  areTimes,
  bookingKey,
  inTurn,
  judgeBook,
  LEAD,
  marked,
  mayMark,
  nextFor,
  openSlots,
  seatWaiting,
  waitingPlace,
  type Book,
  type Booking,
  type Slot,
} from '../../../../core/help/hours/rules'
import { bookingStates } from '../../../../core/help/hours/kinds'
import { liesUponItself } from '../../../../core/shared/slots'

const NOW = instantOf('2026-11-21', '09:00')
const MINUTE = 60_000
const HALF = 30 * MINUTE
const slot = (nth: number): Slot => ({ startsAt: NOW + 4 * LEAD + nth * HALF, endsAt: NOW + 4 * LEAD + (nth + 1) * HALF })
const slots = [0, 1, 2, 3, 4].map(slot)
const booked = (nth: number, memberId: string, more: Partial<Booking> = {}): Booking => ({
  ...{ ...slot(nth), key: bookingKey(slot(nth).startsAt, memberId), memberId, state: 'booked', at: NOW },
  ...more,
})
const at = (nth: number) => slot(nth).startsAt

test.each([
  ['a free time', [], { startsAt: at(1), memberId: 'a' }, { state: 'free', slot: slot(1) }],
  ['a time of another', [booked(1, 'b')], { startsAt: at(1), memberId: 'a' }, { state: 'taken' }],
  ['their own, tapped again', [booked(1, 'a')], { startsAt: at(1), memberId: 'a' }, { state: 'yours', booking: booked(1, 'a') }],
  ['the next free one', [booked(0, 'b')], { memberId: 'a' }, { state: 'free', slot: slot(1) }],
  ['the next free one, tapped twice', [booked(0, 'a')], { memberId: 'a' }, { state: 'yours', booking: booked(0, 'a') }],
  ['the next free one where none is', slots.map((_, nth) => booked(nth, 'b')), { memberId: 'a' }, { state: 'taken' }],
  ['a time that there is not', [], { startsAt: at(1) + 1, memberId: 'a' }, { state: 'none' }],
] as const)('who asks for %s', (_, bookings, wanted, verdict) => {
  expect(judgeBook({ slots, bookings }, wanted, NOW)).toEqual(verdict)
})

test('a time that was called off, or has begun, is closed; one upon another engagement says which', () => {
  const off = slots.map((one, nth) => (nth === 2 ? { ...one, off: true } : one))
  expect(judgeBook({ slots: off, bookings: [] }, { startsAt: at(2), memberId: 'a' }, NOW)).toEqual({ state: 'closed' })
  expect(judgeBook({ slots, bookings: [] }, { startsAt: at(2), memberId: 'a' }, at(2))).toEqual({ state: 'closed' })
  const lawyer = { key: 'lawyer', startsAt: at(2) + 1, endsAt: at(2) + 2 }
  expect(judgeBook({ slots, bookings: [] }, { startsAt: at(2), memberId: 'a' }, NOW, [lawyer])).toEqual({ state: 'overlaps', with: lawyer })
  expect(nextFor({ slots: slots.slice(2), bookings: [] }, 'a', NOW, [lawyer])).toEqual(slot(3))
})

test('times that lie upon each other, or have begun, or end before they begin, are none', () => {
  expect(areTimes(slots, NOW)).toBe(true)
  expect(areTimes([], NOW)).toBe(false)
  expect(areTimes([slot(0), slot(0)], NOW)).toBe(false)
  expect(areTimes(slots, at(0))).toBe(false)
  expect(areTimes([{ startsAt: at(1), endsAt: at(1) }], NOW)).toBe(false)
})

type Act = { who: string; what: 'book' | 'cancel' | 'wait' | 'next' | 'off'; nth: number }
const acts = fc.array(
  fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    what: fc.constantFrom<Act['what']>('book', 'cancel', 'wait', 'next', 'off'),
    nth: fc.nat(4),
  }),
  { maxLength: 80 },
)
const seat = (one: { memberId: string }, { startsAt, endsAt }: Slot): Booking => ({
  ...{ key: bookingKey(startsAt, one.memberId), memberId: one.memberId, startsAt, endsAt, state: 'booked', at: NOW },
})
const settled = (book: Book): Book => ({ ...book, ...seatWaiting(book, NOW, () => [], seat) })
const after = (book: Book, { who, what, nth }: Act): Book => {
  if (what === 'off') {
    const off = book.slots.map((one, index) => (index === nth ? { ...one, off: true } : one))
    return settled({ ...book, slots: off, bookings: book.bookings.filter(one => one.startsAt !== at(nth)) })
  }
  if (what === 'cancel')
    return settled({ ...book, bookings: book.bookings.filter(one => !(one.memberId === who && one.startsAt === at(nth))) })
  if (what === 'wait') {
    const there = book.waiting.some(one => one.memberId === who) || book.bookings.some(one => one.memberId === who)
    return there ? book : settled({ ...book, waiting: [...book.waiting, { memberId: who, at: NOW }] })
  }
  const verdict = judgeBook(book, { memberId: who, ...(what === 'book' ? { startsAt: at(nth) } : {}) }, NOW)
  if (verdict.state !== 'free') return book
  return {
    ...book,
    bookings: [...book.bookings, seat({ memberId: who }, verdict.slot)],
    waiting: book.waiting.filter(one => one.memberId !== who),
  }
}

test('whatever is tapped in whichever order: no time is held twice, none waits while a time is free that they could have, and the line keeps its order', () => {
  fc.assert(
    fc.property(acts, taps => {
      let book: Book = { slots, bookings: [], waiting: [] }
      for (const tap of taps) {
        const before = book
        book = after(book, tap)
        expect(liesUponItself(book.bookings)).toBe(false)
        expect(book.bookings.every(one => book.slots.some(each => each.startsAt === one.startsAt && each.off !== true))).toBe(true)
        for (const { memberId } of book.waiting) expect(nextFor(book, memberId, NOW + LEAD)).toBeNull()
        const stayed = before.waiting.filter(one => book.waiting.includes(one))
        expect(book.waiting.slice(0, stayed.length)).toEqual(stayed)
        expect(book.waiting.map(one => waitingPlace(book, one.memberId))).toEqual(book.waiting.map((_, nth) => nth + 1))
      }
      expect(openSlots(book, NOW).length + book.bookings.length).toBe(book.slots.filter(one => one.off !== true).length)
    }),
  )
})

test('a time that comes free too late to get there is given to no one by itself', () => {
  const book: Book = { slots: [slot(0)], bookings: [], waiting: [{ memberId: 'a', at: NOW }] }
  expect(seatWaiting(book, at(0) - LEAD + 1, () => [], seat).seated).toEqual([])
  expect(seatWaiting(book, at(0) - LEAD - 1, () => [], seat).seated).toHaveLength(1)
  expect(seatWaiting(book, NOW, () => [slot(0)], seat).waiting).toHaveLength(1)
})

test('on the day: whose turn it is, then who is there, then who is to come; each sees how many are before them', () => {
  const day = [
    booked(0, 'a', { state: 'done' }),
    booked(1, 'b', { state: 'missed' }),
    booked(2, 'c', { state: 'now' }),
    booked(3, 'd', { state: 'here' }),
    booked(4, 'e'),
  ]
  expect(inTurn(day).map(one => one.memberId)).toEqual(['c', 'd', 'e', 'b', 'a'])
  expect(day.slice(3).map(one => aheadOf(day, one))).toEqual([1, 2])
})

test('one person at a time has their turn: calling the next lets the one before be through', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...bookingStates))), marks => {
      let day = slots.map((_, nth) => booked(nth, `m-${String(nth)}`))
      for (const [nth, state] of marks) {
        const one = day[nth]
        if (one && mayMark(one.state, state)) day = marked(day, one.key, state)
        expect(day.filter(each => each.state === 'now').length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a booking is reminded of the day before in the morning and an hour before, unless it was made after that', () => {
  const tomorrow = instantOf('2026-11-23', '10:00')
  const one: Booking = { key: 'k', memberId: 'a', startsAt: tomorrow, endsAt: tomorrow + HALF, state: 'booked', at: NOW }
  const dayBefore = instantOf('2026-11-22', '09:00')
  expect(nextReminder([one], NOW)).toBe(dayBefore)
  expect(dueReminders([one], dayBefore).map(each => each.which)).toEqual(['day'])
  expect(nextReminder([one], dayBefore)).toBe(tomorrow - 60 * MINUTE)
  expect(dueReminders([{ ...one, at: dayBefore + 1 }], tomorrow - 60 * MINUTE).map(each => each.which)).toEqual(['hour'])
  expect(dueReminders([one], tomorrow)).toEqual([])
  expect(nextReminder([{ ...one, state: 'here' }], NOW)).toBeNull()
})
