import type { DateText } from '../../shared/operation'

/** How a member belongs to a branch (P02): by their one membership 隶属, or as one who takes part there too 挂靠. */
export const membershipKinds = ['primary', 'affiliate'] as const
export type MembershipKind = (typeof membershipKinds)[number]

/** Why an interval ended: moved to another branch, left, died, or the record that held it was taken over by another of the same person. */
export type EndedBy = 'moved' | 'left' | 'died' | 'merged'

/**
 * One stretch of belonging, from `since` (null: before anything was noted) up to, not including, `until` (null: it goes on). What happened stays as it was
 * written: a move closes one interval and opens another.
 */
export interface Membership {
  branchId: string
  kind: MembershipKind
  since: DateText | null
  until: DateText | null
  /** Why it began, in the words of the officer. */
  reason?: string
  /** Of the letter or decision by which it began. */
  documentNo?: string
  endedBy?: EndedBy
  /** Why it ended. */
  endReason?: string
}

/** When and why it came about. */
export interface Cause {
  on: DateText
  reason?: string | undefined
  documentNo?: string | undefined
}

const isOpen = (one: Membership): boolean => one.until === null
/** Whether it held on that day. */
const heldOn = (one: Membership, on: DateText): boolean => (one.since ?? '') <= on && (one.until === null || on < one.until)

/** The branch of the membership that goes on; undefined where there is none. */
export const primaryIn = (log: readonly Membership[]): Membership | undefined => log.find(one => one.kind === 'primary' && isOpen(one))

/** How a person belonged to a branch on a day; undefined where they did not. */
export const belongedOn = (log: readonly Membership[], branchId: string, on: DateText): MembershipKind | undefined =>
  log.find(one => one.branchId === branchId && heldOn(one, on))?.kind

/** Whether a person belonged to a branch at any hour of a day; one who moved that day belonged to both. */
export const belongedDuring = (log: readonly Membership[], branchId: string, day: DateText): boolean =>
  log.some(one => one.branchId === branchId && (one.since ?? '') <= day && (one.until === null || day <= one.until))

const opened = (branchId: string, kind: MembershipKind, { on, reason, documentNo }: Cause): Membership => ({
  ...{ branchId, kind, since: on, until: null },
  ...(reason === undefined || reason === '' ? {} : { reason }),
  ...(documentNo === undefined || documentNo === '' ? {} : { documentNo }),
})

/** What ended on the day it began, or earlier, is empty and stays as a note of what happened. */
const closed = (one: Membership, endedBy: EndedBy, { on, reason }: Cause): Membership => ({
  ...one,
  until: one.since !== null && one.since > on ? one.since : on,
  endedBy,
  ...(reason === undefined || reason === '' ? {} : { endReason: reason }),
})

const closing = (log: readonly Membership[], endedBy: EndedBy, cause: Cause, which: (one: Membership) => boolean): Membership[] =>
  log.map(one => (isOpen(one) && which(one) ? closed(one, endedBy, cause) : one))

/** The first membership of a person who was on no roster. */
export const began = (branchId: string, cause: Cause): Membership[] => [opened(branchId, 'primary', cause)]

/** What is said of a day gone by holds from the first day on which nothing else that was noted stands against it. */
const noEarlier = (log: readonly Membership[], cause: Cause, against: (one: Membership) => boolean): Cause => ({
  ...cause,
  on: log.filter(against).reduce((on, one) => [on, one.since ?? on, one.until ?? on].reduce((a, b) => (a > b ? a : b)), cause.on),
})

/** The membership moves to another branch; there the person is no affiliate any more. The same log where it is there already. */
export const moved = (log: readonly Membership[], branchId: string, cause: Cause): readonly Membership[] => {
  if (primaryIn(log)?.branchId === branchId) return log
  const concerns = (one: Membership) => one.kind === 'primary' || one.branchId === branchId
  const held = noEarlier(log, cause, concerns)
  return [...closing(log, 'moved', held, concerns), opened(branchId, 'primary', held)]
}

/** The person takes part in a further branch. The same log where they belong there already. */
export const affiliated = (log: readonly Membership[], branchId: string, cause: Cause): readonly Membership[] => {
  const isThere = (one: Membership) => one.branchId === branchId
  if (log.some(one => isThere(one) && isOpen(one))) return log
  return [...log, opened(branchId, 'affiliate', noEarlier(log, cause, isThere))]
}

/** The person no longer takes part in that further branch. The same log where they do not. */
export const left = (log: readonly Membership[], branchId: string, cause: Cause): readonly Membership[] => {
  const isThat = (one: Membership) => one.kind === 'affiliate' && one.branchId === branchId
  return log.some(one => isOpen(one) && isThat(one)) ? closing(log, 'left', cause, isThat) : log
}

/** One branch takes the place of another: who belonged to that one belongs to this one, by membership or as an affiliate as before. */
export const goneOver = (log: readonly Membership[], from: string, into: string, cause: Cause): readonly Membership[] => {
  const isThat = (one: Membership) => one.branchId === from
  if (!log.some(one => isThat(one) && isOpen(one))) return log
  return primaryIn(log)?.branchId === from ? moved(log, into, cause) : affiliated(closing(log, 'moved', cause, isThat), into, cause)
}

/** The membership goes to an organization outside, and with it all taking part here. */
export const wentOutside = (log: readonly Membership[], cause: Cause): Membership[] => closing(log, 'left', cause, () => true)

/** All of it ends with the person's death. */
export const ended = (log: readonly Membership[], cause: Cause): Membership[] => closing(log, 'died', cause, () => true)

/** The membership that a record held ends, since another record of the same person says where they belong. */
export const superseded = (log: readonly Membership[], cause: Cause): Membership[] =>
  closing(log, 'merged', cause, one => one.kind === 'primary')

/** What a death that was marked by mistake ended goes on. */
export const revived = (log: readonly Membership[]): Membership[] =>
  log.map(one => {
    if (one.endedBy !== 'died') return one
    const { endedBy: _why, endReason: _words, ...rest } = one
    return { ...rest, until: null }
  })

/** Ends of time for comparing: before every date, and after every date. */
const [EVER, NEVER] = ['', '~']
const sinceOf = (one: Membership) => one.since ?? EVER
const untilOf = (one: Membership) => one.until ?? NEVER
/** The part of an interval between two bounds; the ends it does not reach itself are those of the bound. */
const between = (one: Membership, from: string, to: string): Membership => ({
  ...one,
  since: from === EVER ? null : from,
  until: to === NEVER ? null : to,
})

/** An interval cut where any of these begins or ends. */
const cut = (one: Membership, others: readonly Membership[]): Membership[] => {
  const inside = others.flatMap(other => [sinceOf(other), untilOf(other)]).filter(at => sinceOf(one) < at && at < untilOf(one))
  const bounds = [sinceOf(one), ...[...new Set(inside)].sort(), untilOf(one)]
  return bounds.slice(1).map((to, index) => between(one, bounds[index] ?? EVER, to))
}
const covers = (others: readonly Membership[], part: Membership): boolean =>
  others.some(other => sinceOf(other) <= sinceOf(part) && untilOf(part) <= untilOf(other))

/** Neighbouring parts of one interval that a cut made for nothing are one again. */
const mended = (parts: readonly Membership[]): Membership[] => {
  const whole: Membership[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last && last.kind === part.kind && untilOf(last) === sinceOf(part)) whole[whole.length - 1] = { ...last, until: part.until }
    else whole.push(part)
  }
  return whole
}

/**
 * The logs of two records of one person as one. That of the record that stays holds; of the other comes what it does not say: never two stretches at one
 * branch over each other, and where both say 隶属 at different branches the other's was taking part. No day of belonging is lost.
 */
export const logsMeet = (mine: readonly Membership[], other: readonly Membership[]): Membership[] => {
  const primaries = mine.filter(one => one.kind === 'primary')
  const more = other.flatMap(one => {
    const here = mine.filter(each => each.branchId === one.branchId)
    const parts = cut(one, [...here, ...primaries]).filter(part => !covers(here, part))
    return mended(parts.map(part => (part.kind === 'primary' && covers(primaries, part) ? { ...part, kind: 'affiliate' as const } : part)))
  })
  return [...mine, ...more].toSorted((one, next) => (sinceOf(one) < sinceOf(next) ? -1 : sinceOf(one) > sinceOf(next) ? 1 : 0))
}
