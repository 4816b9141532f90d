import type { Instant } from '../../shared/operation'
import type { attendanceStates, signInWays } from './contract'
import { isLate, isOpen, signInWindow, type Held } from './rules'

export type AttendanceState = (typeof attendanceStates)[number]
export type SignInWay = (typeof signInWays)[number]

/** What was said about one person at one activity, by whom (`By`) and when. */
interface Entry<By> {
  state: AttendanceState
  at: Instant
  late: boolean
  /** By which door it came; none for a leave that the person (or family) asked for. */
  way?: SignInWay
  by: By
  reason?: string
  /** The mark's own id, by which a replay is known. */
  nonce?: string
}

/** The one row of a person at an activity: what stands, and everything that stood before. */
export interface Row<By> extends Entry<By> {
  history: readonly (Entry<By> & { replacedAt: Instant })[]
}

/** A mark as it comes from a secretary's phone, perhaps hours after it was made there. */
export interface Mark {
  state: AttendanceState
  at: Instant
  nonce: string
  reason: string
}

export type MarkVerdict<By> =
  { state: 'already' } | { state: 'recorded'; row: Row<By> } | { state: 'conflict' } | { state: 'rejected'; code: RejectCode }
type RejectCode = 'NOT_FOUND' | 'NOT_INVITED' | 'SIGNIN_NOT_OPEN' | 'ACTIVITY_CANCELLED'

/** Whether the marked person may take part at all. */
export type GuestList = 'invited' | 'NOT_FOUND' | 'NOT_INVITED'
type Marked = Held & { state: 'published' | 'cancelled' }

/** A phone's clock may run ahead of ours by this much. */
const CLOCK_AHEAD = 5 * 60_000

/** What a row says, without what else is stored with it. */
const entryOf = <By>({ state, at, late, way, by, reason, nonce }: Entry<By>): Entry<By> => ({
  ...{ state, at, late, by },
  ...(way ? { way } : {}),
  ...(reason ? { reason } : {}),
  ...(nonce ? { nonce } : {}),
})

/** A row with something new said on top; what stood goes to the history. */
export const replaced = <By>(row: Row<By> | null, entry: Entry<By>, now: Instant): Row<By> => ({
  ...entryOf(entry),
  history: row ? [...row.history, { ...entryOf(row), replacedAt: now }] : [],
})

/** Whether a mark of that nonce has been written into the row, now or before. */
export const knows = (row: Row<unknown>, nonce: string): boolean => row.nonce === nonce || row.history.some(entry => entry.nonce === nonce)

/** A leave said beforehand does not contradict coming after all: asked for by the person, or marked before the door opened. */
const saidBeforehand = (row: Row<unknown>, activity: Held): boolean =>
  row.state === 'leave' && (row.way === undefined || row.at < signInWindow(activity).opensAt)

/**
 * What one mark of the secretary does to a person's row (P11). Who is in the row already is looked at before anything is judged, so that a
 * replay always hears "already"; a mark that contradicts what stands is a conflict and changes nothing.
 * Coming (`present`) must lie within the door's hours, and nothing may lie more than five minutes in the future.
 */
export const judgeMark = <By>(
  row: Row<By> | null,
  mark: Mark,
  activity: Marked,
  guest: GuestList,
  by: By,
  now: Instant,
): MarkVerdict<By> => {
  if (row && (knows(row, mark.nonce) || row.state === mark.state)) return { state: 'already' }
  if (guest !== 'invited') return { state: 'rejected', code: guest }
  if (activity.state === 'cancelled') return { state: 'rejected', code: 'ACTIVITY_CANCELLED' }
  const present = mark.state === 'present'
  if (mark.at > now + CLOCK_AHEAD || (present && !isOpen(activity, mark.at))) return { state: 'rejected', code: 'SIGNIN_NOT_OPEN' }
  if (row && !(present && saidBeforehand(row, activity))) return { state: 'conflict' }
  const { state, at, nonce, reason } = mark
  return {
    state: 'recorded',
    row: replaced(row, { state, at, late: present && isLate(activity, at), way: 'proxy', by, reason, nonce }, now),
  }
}

/** The marks of one person judged in the order they were made, each upon what the one before left. Answers the last row too. */
export const judgeMarks = <By, M extends Mark>(
  row: Row<By> | null,
  marks: readonly M[],
  activity: Marked,
  guest: GuestList,
  by: By,
  now: Instant,
): { row: Row<By> | null; verdicts: { mark: M; verdict: MarkVerdict<By> }[] } => {
  let last = row
  const verdicts = marks.map(mark => {
    const verdict = judgeMark(last, mark, activity, guest, by, now)
    if (verdict.state === 'recorded') last = verdict.row
    return { mark, verdict }
  })
  return { row: last, verdicts }
}

/**
 * The row after the secretary decided what is true. The hour is that of whoever said so first (another door, or the row's own history);
 * a decision made afterwards is no hour of arrival, so without such a word nobody is called late. Deciding for what stands changes nothing.
 */
export const decided = <By>(
  row: Row<By> | null,
  decision: { state: AttendanceState; reason: string; by: By },
  said: readonly { state: AttendanceState; at: Instant }[],
  activity: Held,
  now: Instant,
): Row<By> => {
  if (row?.state === decision.state) return row
  const witnesses = [...said, ...(row?.history ?? [])].filter(one => one.state === decision.state)
  const witness = witnesses.toSorted((a, b) => a.at - b.at)[0]
  const late = decision.state === 'present' && witness !== undefined && isLate(activity, witness.at)
  return replaced(row, { ...decision, at: witness?.at ?? now, late, way: 'proxy' }, now)
}
