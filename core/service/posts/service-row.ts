import { hoursOf, type Act, type Hours, type Movable, inForce } from '../../shared/hours'
import type { Instant } from '../../shared/operation'

const MINUTE = 60_000

/** `none`: nothing counts, neither as service nor as absence. */
export const serviceStates = ['in', 'served', 'no-show', 'none'] as const
export type ServiceState = (typeof serviceStates)[number]

/** What was said of one person on one shift, and its author (`By`). */
interface ServiceEntry<By> extends Act {
  state: ServiceState
  signedInAt?: Instant
  signedOutAt?: Instant
  minutes: number
  by: By
  /** Why and when the organizer said so afterwards, and by which command. */
  reason?: string
  saidAt?: Instant
  commandId?: string
}

/** The one row of a person on a shift: what was said last, and everything that was said before. */
export interface ServiceRow<By> extends ServiceEntry<By> {
  /** Since when its hours are credited: what two shifts share belongs to the one that was credited first. */
  creditedAt?: Instant
  history?: readonly (ServiceEntry<By> & { replacedAt: Instant })[]
}

/** What a row says, without what else is stored with it. */
const entryOf = <By>({
  state,
  minutes,
  by,
  signedInAt,
  signedOutAt,
  reason,
  saidAt,
  commandId,
  held,
}: ServiceEntry<By>): ServiceEntry<By> => ({
  ...{ state, minutes, by },
  ...(signedInAt === undefined ? {} : { signedInAt }),
  ...(signedOutAt === undefined ? {} : { signedOutAt }),
  ...(reason === undefined ? {} : { reason }),
  ...(saidAt === undefined ? {} : { saidAt }),
  ...(commandId === undefined ? {} : { commandId }),
  ...(held ? { held: hoursOf(held) } : {}),
})

/** A row with something new said on top; what stood goes to the history. */
export const replaced = <By>(row: ServiceRow<By> | null, word: ServiceEntry<By>, now: Instant): ServiceRow<By> => ({
  ...word,
  ...(row?.creditedAt === undefined ? {} : { creditedAt: row.creditedAt }),
  ...(row ? { history: [...(row.history ?? []), { ...entryOf(row), replacedAt: now }] } : {}),
})

/** Whether that command has been written into the row, now or before. */
export const knows = (row: ServiceRow<unknown>, commandId: string): boolean =>
  row.commandId === commandId || (row.history ?? []).some(one => one.commandId === commandId)

/** Signed in now; who was called absent before, or was in for hours that the shift has no more, is in again. */
export const signedIn = <By>(row: ServiceRow<By> | null, shift: Hours, by: By, now: Instant): ServiceRow<By> =>
  replaced(row, { state: 'in', signedInAt: now, minutes: 0, by, held: hoursOf(shift) }, now)

/** Credited from their coming until they left (`to`), or until the end of the shift where they did not say. */
export const credited = <By>(row: ServiceRow<By>, shift: Hours, now: Instant, to?: Instant): ServiceRow<By> => ({
  ...row,
  ...{ state: 'served', held: hoursOf(shift), creditedAt: row.creditedAt ?? now },
  ...(to === undefined ? {} : { signedOutAt: to }),
})

/**
 * What a row becomes when the organizer settles a shift that is over: `came` says that they were there without signing in; who owes nothing (`owes`) cannot
 * have failed to come. What was credited stays; who signed in and forgot to sign out is credited until the end; who was marked absent wrongly is credited
 * wholly. Null where nothing is to be written.
 */
export const settled = <By>(
  shift: Movable,
  row: ServiceRow<By> | null,
  { came, owes, by, now }: { came: boolean; owes: boolean; by: By; now: Instant },
): ServiceRow<By> | null => {
  const current = inForce(row, shift)
  const word = { minutes: 0, by, held: hoursOf(shift) }
  if (current?.state === 'served') return current
  if (current?.state === 'in') return credited(current, shift, now)
  if (came) return credited(replaced(row, { ...word, state: 'served' }, now), shift, now)
  if (current) return current
  return owes ? replaced(row, { ...word, state: 'no-show' }, now) : null
}

/** When a person was there, as far as it lies within the shift: what is credited. Rows of before hours were written down say it by their minutes. */
export interface Credit {
  _id: string
  startsAt: Instant
  state: ServiceState
  signedInAt?: Instant
  signedOutAt?: Instant
  minutes: number
  held?: Hours
  creditedAt?: Instant
}
interface Span {
  from: Instant
  to: Instant
}

/** From when to when a row is credited. */
export const creditSpan = ({ startsAt, signedInAt, signedOutAt, minutes, held }: Credit): Span => {
  const from = Math.max(signedInAt ?? 0, held?.startsAt ?? startsAt)
  const to = held ? Math.min(signedOutAt ?? held.endsAt, held.endsAt) : from + minutes * MINUTE
  return { from, to: Math.max(from, to) }
}

/** What is left of a span once others are taken out of it. */
const without = (span: Span, taken: readonly Span[]): Span[] =>
  taken.reduce<Span[]>(
    (left, { from, to }) =>
      left.flatMap(one =>
        [
          { from: one.from, to: Math.min(one.to, from) },
          { from: Math.max(one.from, to), to: one.to },
        ].filter(part => part.from < part.to),
      ),
    [span],
  )

/**
 * The whole minutes that each of one person's rows is credited, so that no minute of the clock is credited twice: what two shifts share belongs to the one
 * that was credited first. Together they are never more than the time for which the person was on some shift.
 */
export const creditedOnce = (rows: readonly Credit[]): Map<string, number> => {
  const first = rows
    .filter(row => row.state === 'served')
    .sort((one, other) => (one.creditedAt ?? 0) - (other.creditedAt ?? 0) || (one._id < other._id ? -1 : 1))
  const taken: Span[] = []
  return new Map(
    first.map(row => {
      const span = creditSpan(row)
      const length = without(span, taken).reduce((sum, { from, to }) => sum + to - from, 0)
      taken.push(span)
      return [row._id, Math.floor(length / MINUTE)]
    }),
  )
}
