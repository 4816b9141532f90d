import { countsFor, hoursOf, type Act, type Hours, type Movable, inForce } from '../../shared/hours'
import type { Instant } from '../../shared/operation'
import { heardAt, type Heard } from '../../shared/phone-clock'
import type { attendanceStates, signInWays } from './contract'
import { isLate, isOpen, signInWindow } from './rules'

export type AttendanceState = (typeof attendanceStates)[number]
export type SignInWay = (typeof signInWays)[number]

/** What was said about one person at one activity, its author (`By`) and when. */
interface AttendanceEntry<By> extends Act {
  state: AttendanceState
  at: Instant
  late: boolean
  /** By which door it came; none for a leave that the person (or family) asked for. */
  way?: SignInWay
  by: By
  reason?: string
  /** The mark's own id, by which a replay is known. */
  nonce?: string
  /** The hour that the marking phone said, where it cannot be true: `at` is when we heard of it, and the secretary is to look at it. */
  said?: Instant
}

/** The one row of a person at an activity: what was said last, and everything that was said before. */
export interface AttendanceRow<By> extends AttendanceEntry<By> {
  history: readonly (AttendanceEntry<By> & { replacedAt: Instant })[]
}

/** A mark as it comes from a secretary's phone, perhaps hours after it was made there. */
export interface Mark {
  state: AttendanceState
  /** By the clock of that phone. */
  at: Instant
  nonce: string
  reason: string
}

export type MarkVerdict<By> =
  | { state: 'already' }
  | { state: 'recorded'; row: AttendanceRow<By>; doubtful: boolean }
  | ({ state: 'conflict' } & Heard)
  | { state: 'rejected'; code: RejectCode }
type RejectCode = 'NOT_FOUND' | 'NOT_INVITED' | 'SIGNIN_NOT_OPEN' | 'ACTIVITY_CANCELLED'

/** Whether the marked person may take part at all. */
export type GuestList = 'invited' | 'NOT_FOUND' | 'NOT_INVITED'

/** What judging a mark needs to know of an activity. */
export interface MarkedActivity extends Movable {
  state: 'published' | 'cancelled'
  cancelledAt?: Instant
  /** When it was moved, and the hours it had before. */
  changes?: readonly { at: Instant; hours?: Hours }[]
}

/** When the marks come, and the hour of sending by the clock of the phone they come from. */
export interface Arrival {
  now: Instant
  sentAt?: Instant | undefined
}

/** What a row says, without what else is stored with it. */
const entryOf = <By>({ state, at, late, way, by, reason, nonce, held, said }: AttendanceEntry<By>): AttendanceEntry<By> => ({
  ...{ state, at, late, by },
  ...(way ? { way } : {}),
  ...(reason ? { reason } : {}),
  ...(nonce ? { nonce } : {}),
  ...(held ? { held: hoursOf(held) } : {}),
  ...(said === undefined ? {} : { said }),
})

/** A row with something new said on top; what stood goes to the history. */
export const replaced = <By>(row: AttendanceRow<By> | null, entry: AttendanceEntry<By>, now: Instant): AttendanceRow<By> => ({
  ...entryOf(entry),
  history: row ? [...row.history, { ...entryOf(row), replacedAt: now }] : [],
})

/** Whether a mark of that nonce has been written into the row, now or before. */
export const knows = (row: AttendanceRow<unknown>, nonce: string): boolean =>
  row.nonce === nonce || row.history.some(entry => entry.nonce === nonce)

/** A leave said beforehand does not contradict coming after all: asked for by the person, or marked before the door opened. */
const saidBeforehand = (row: AttendanceRow<unknown>, activity: Hours): boolean =>
  row.state === 'leave' && (row.way === undefined || row.at < signInWindow(activity).opensAt)

/** The hours a mark is about: those that the activity had when it was made, where it has been moved since. */
const hoursAt = (activity: MarkedActivity, at: Instant): Hours => {
  const since = activity.changes?.find(
    ({ at: changed, hours }) => hours && (changed > at || (changed === at && isOpen(hours, at) && !isOpen(activity, at))),
  )
  return hoursOf(since?.hours ?? activity)
}

/** The instant of a mark; a coming that lies outside the door's hours by the phone's clock is one that cannot be relied upon. */
const heard = (mark: Mark, hours: Hours, { now, sentAt }: Arrival): Heard => {
  const one = heardAt(mark.at, sentAt, now)
  if (one.said !== undefined || mark.state !== 'present' || isOpen(hours, one.at)) return one
  return { at: Math.min(now, signInWindow(hours).closesAt), said: mark.at }
}

/** Whether an activity that was called off was still to take place when something was said of it. */
const beforeCancelled = ({ state, cancelledAt }: MarkedActivity, { at, said }: Heard): boolean =>
  state !== 'cancelled' || (cancelledAt !== undefined && (said !== undefined || at < cancelledAt))

/** Writes into the history what was said for hours that are past, under what stands for the present ones. */
const filed = <By>(row: AttendanceRow<By>, entry: AttendanceEntry<By>, now: Instant): AttendanceRow<By> => ({
  ...row,
  history: [...row.history, { ...entryOf(entry), replacedAt: now }],
})

/**
 * What one mark of the secretary does to a person's row (P11). Who is in the row already is looked at before anything is judged, so that a
 * replay always hears "already"; a mark that contradicts what stands is a conflict and changes nothing. The phone's clock decides nothing: what it cannot
 * truly have said is recorded with the hour at which we heard of it, never late, and flagged. Only before the door opens by our own clock none can have
 * come. A mark made before the activity was moved or called off is about what it was then.
 */
export const judgeMark = <By>(
  row: AttendanceRow<By> | null,
  mark: Mark,
  activity: MarkedActivity,
  guest: GuestList,
  by: By,
  arrival: Arrival,
): MarkVerdict<By> => {
  const { now, sentAt } = arrival
  const hours = hoursAt(activity, heardAt(mark.at, sentAt, now).at)
  const about: Movable = countsFor({ held: hours }, activity) ? activity : hours
  const current = inForce(row, about)
  if (row && (knows(row, mark.nonce) || current?.state === mark.state)) return { state: 'already' }
  if (guest !== 'invited') return { state: 'rejected', code: guest }
  const instant = heard(mark, hours, arrival)
  if (!beforeCancelled(activity, instant)) return { state: 'rejected', code: 'ACTIVITY_CANCELLED' }
  const present = mark.state === 'present'
  if (present && now < signInWindow(hours).opensAt) return { state: 'rejected', code: 'SIGNIN_NOT_OPEN' }
  if (current && !(present && saidBeforehand(current, hours))) return { state: 'conflict', ...instant }
  const { state, nonce, reason } = mark
  const doubtful = instant.said !== undefined
  const late = present && !doubtful && isLate(hours, instant.at)
  const entry = { ...instant, state, late, way: 'proxy' as const, by, reason, nonce, held: hours }
  const former = about !== activity && row !== null && inForce(row, activity) !== null
  return { state: 'recorded', doubtful, row: former ? filed(row, entry, now) : replaced(row, entry, now) }
}

/** The marks of one person judged in the order they were made, each upon what the one before left. Answers the last row too. */
export const judgeMarks = <By, M extends Mark>(
  row: AttendanceRow<By> | null,
  marks: readonly M[],
  activity: MarkedActivity,
  guest: GuestList,
  by: By,
  arrival: Arrival,
): { row: AttendanceRow<By> | null; verdicts: { mark: M; verdict: MarkVerdict<By> }[] } => {
  let last = row
  const verdicts = marks.map(mark => {
    const verdict = judgeMark(last, mark, activity, guest, by, arrival)
    if (verdict.state === 'recorded') last = verdict.row
    return { mark, verdict }
  })
  return { row: last, verdicts }
}

/**
 * The row after the secretary decided what is true. The hour is of the one who said so first (another door, or the row's own history);
 * a decision made afterwards is no hour of arrival, so without such a word no member is called late, nor by a phone whose clock was wrong. Deciding for what
 * stands changes nothing, unless that was doubtful: then it is no longer.
 */
export const decided = <By>(
  row: AttendanceRow<By> | null,
  decision: { state: AttendanceState; reason: string; by: By },
  witnesses: readonly ({ state: AttendanceState } & Heard)[],
  activity: Movable,
  now: Instant,
): AttendanceRow<By> => {
  const current = inForce(row, activity)
  if (row && current?.state === decision.state && current.said === undefined) return row
  const former = (row?.history ?? []).filter(entry => countsFor(entry, activity))
  const saying = [...(current ? [current] : []), ...witnesses, ...former].filter(one => one.state === decision.state)
  const [witness] = saying.toSorted((a, b) => Number(a.said !== undefined) - Number(b.said !== undefined) || a.at - b.at)
  const late = decision.state === 'present' && witness !== undefined && witness.said === undefined && isLate(activity, witness.at)
  return replaced(row, { ...decision, at: witness?.at ?? now, late, way: 'proxy', held: hoursOf(activity) }, now)
}
