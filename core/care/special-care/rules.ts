import { ageOn } from '../../shared/almanac/ages'
import type { Profile } from '../../people/public'
import { wakingFrom } from '../../shared/quiet-hours'
import { addDays, dateOf, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import { careRungs, specialKinds, type CareRung, type SpecialKind } from './kinds'

/** How often an elder is called and visited, in days; null: not at all. */
export interface Rhythm {
  callDays: number | null
  visitDays: number | null
}

/** Settings of special care of a branch or a street (S4). */
export interface CareSettings {
  /** The age from which an elder is 高龄. */
  elderlyAge: number
  rhythms: Record<SpecialKind, Rhythm>
  /** How many days a rung has before the next one is told; the street is the last. */
  clocks: Record<Exclude<CareRung, 'street'>, number>
  /** How many days the household of a dead member is spared everything festive. */
  quietDays: number
}

/** S4: a weekly call and a monthly visit for elders who live alone or are bedridden; less often for the others. */
export const usualCare: CareSettings = {
  elderlyAge: 80,
  rhythms: {
    alone: { callDays: 7, visitDays: 30 },
    'empty-nest': { callDays: 14, visitDays: 60 },
    disabled: { callDays: 7, visitDays: 30 },
    'half-disabled': { callDays: 7, visitDays: 30 },
    bedridden: { callDays: 7, visitDays: 30 },
    elderly: { callDays: 30, visitDays: 90 },
  },
  clocks: { liaison: 2, leader: 2, secretary: 3 },
  quietDays: 100,
}

/** A member's kinds on a date: the roster's marks, and 高龄 once the age is surely reached. */
export const kindsOf = ({ care, birthday }: Pick<Profile, 'care' | 'birthday'>, date: DateText, elderlyAge: number): SpecialKind[] =>
  specialKinds.filter(kind => (kind === 'elderly' ? (ageOn(birthday, date) ?? 0) >= elderlyAge : care.includes(kind)))

const least = (days: readonly (number | null)[]): number | null => {
  const asked = days.filter(one => one !== null)
  return asked.length === 0 ? null : Math.min(...asked)
}

/** The strictest rhythm of all these kinds. */
export const strictest = (kinds: readonly SpecialKind[], rhythms: CareSettings['rhythms']): Rhythm => ({
  callDays: least(kinds.map(kind => rhythms[kind].callDays)),
  visitDays: least(kinds.map(kind => rhythms[kind].visitDays)),
})

/** One elder in special care: since when, by which rhythm, the last contacts, and how far a late contact has climbed. */
export interface Care extends Rhythm {
  kinds: SpecialKind[]
  since: Instant
  lastCallAt: Instant | null
  lastVisitAt: Instant | null
  /** The first instant at which a call or a visit is late; null without a rhythm. */
  dueAt: Instant | null
  /** The highest rung that was told of what is late now. */
  rung: CareRung | null
  /** When the clock is next due. */
  lookAt: Instant | null
}

/** The end of the last day in time. */
const late = (last: Instant, days: number | null): Instant | null => (days === null ? null : instantOf(addDays(dateOf(last), days + 1)))

/** The instants from which a call and a visit are late. A visit counts as a call; a newcomer has the rhythm's full time. */
export const lateFrom = (care: Pick<Care, 'since' | 'lastCallAt' | 'lastVisitAt' | 'callDays' | 'visitDays'>) => {
  const visited = Math.max(care.since, care.lastVisitAt ?? 0)
  return { call: late(Math.max(visited, care.lastCallAt ?? 0), care.callDays), visit: late(visited, care.visitDays) }
}

const earliest = (...all: (Instant | null)[]): Instant | null => least(all)

/** What is late at an instant. */
export const lateNow = (care: Parameters<typeof lateFrom>[0], now: Instant): ('call' | 'visit')[] => {
  const from = lateFrom(care)
  return (['call', 'visit'] as const).filter(by => from[by] !== null && now >= from[by])
}

/** Days since it became late, the first one counted as 1; 0 where it is in time. */
export const daysLate = (dueAt: Instant | null, now: Instant): number =>
  dueAt === null || now < dueAt ? 0 : Math.floor((now - dueAt) / 86_400_000) + 1

/** The care with its clock: when the due instant changed, the ladder begins at the bottom again. */
const withClock = (before: Pick<Care, 'dueAt' | 'rung' | 'lookAt'> | null, care: Omit<Care, 'dueAt' | 'rung' | 'lookAt'>): Care => {
  const { call, visit } = lateFrom(care)
  const dueAt = earliest(call, visit)
  const same = before !== null && before.dueAt === dueAt
  return {
    ...care,
    dueAt,
    rung: same ? before.rung : null,
    lookAt: same ? before.lookAt : dueAt === null ? null : wakingFrom(dueAt),
  }
}

/** A member's care under the present roster and settings; null outside special care. Earlier contacts are kept. */
export const careFor = (held: Care | null, kinds: readonly SpecialKind[], rhythms: CareSettings['rhythms'], now: Instant): Care | null => {
  if (kinds.length === 0) return null
  const { callDays, visitDays } = strictest(kinds, rhythms)
  const facts = held ?? { since: now, lastCallAt: null, lastVisitAt: null }
  const { since, lastCallAt, lastVisitAt } = facts
  return withClock(held, { kinds: [...kinds], callDays, visitDays, since, lastCallAt, lastVisitAt })
}

/** The care after a call or a visit; one that is older than the last known changes nothing. */
export const afterContact = (care: Care, by: 'call' | 'visit', at: Instant): Care => {
  const { dueAt, rung, lookAt, ...facts } = care
  const field = by === 'call' ? 'lastCallAt' : 'lastVisitAt'
  return withClock({ dueAt, rung, lookAt }, { ...facts, [field]: Math.max(at, care[field] ?? 0) })
}

/** The care with these last contacts, after others were taken back. */
export const withLastContacts = (care: Care, last: Pick<Care, 'lastCallAt' | 'lastVisitAt'>): Care => {
  const { dueAt, rung, lookAt, ...facts } = care
  return withClock({ dueAt, rung, lookAt }, { ...facts, lastCallAt: last.lastCallAt, lastVisitAt: last.lastVisitAt })
}

const DAY = 86_400_000

/**
 * The next step of an overdue contact: the next rung with anyone to tell is told (`told`), empty rungs are skipped, the street is the last.
 * With no rung left to tell it is looked at again in a day. Null where nothing is due yet.
 */
export const climbCare = <P>(
  care: Care,
  chain: Readonly<Record<CareRung, readonly P[]>>,
  clocks: CareSettings['clocks'],
  now: Instant,
): { care: Care; told: readonly P[] } | null => {
  if (care.dueAt === null || care.lookAt === null || now < care.lookAt || now < care.dueAt) return null
  const wake = (days: number) => wakingFrom(now + days * DAY)
  const quiet = wakingFrom(now)
  if (quiet > now) return { care: { ...care, lookAt: quiet }, told: [] }
  const above = careRungs.slice(care.rung === null ? 0 : careRungs.indexOf(care.rung) + 1)
  const rung = above.find(one => chain[one].length > 0)
  if (rung === undefined) return { care: { ...care, lookAt: care.rung === 'street' ? null : wake(1) }, told: [] }
  return { care: { ...care, rung, lookAt: rung === 'street' ? null : wake(clocks[rung]) }, told: chain[rung] }
}
