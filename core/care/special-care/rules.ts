import { ageOn } from '../../shared/almanac/ages'
import type { Profile } from '../../people/public'
import { wakingFrom } from '../../shared/quiet-hours'
import { addDays, dateOf, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import { careRungs, specialKinds, type CareRung, type SpecialKind } from './kinds'

/** How often somebody is rung and visited, in days; null: not at all. */
export interface Rhythm {
  callDays: number | null
  visitDays: number | null
}

/** What a branch or a street has settled about special care (S4). */
export interface CareSettings {
  /** From which age on somebody is 高龄. */
  elderlyAge: number
  rhythms: Record<SpecialKind, Rhythm>
  /** How many days a rung has before the next one hears of it; the street is the last. */
  clocks: Record<Exclude<CareRung, 'street'>, number>
  /** How many days the household of a dead member is left in peace by everything festive. */
  quietDays: number
}

/** S4: a call every week and a visit every month for who lives alone or lies in bed; the rest less often. */
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

/** What a person's special care rests on, on a date: the roster's marks, and 高龄 once the age is surely reached. */
export const kindsOf = ({ care, birthday }: Pick<Profile, 'care' | 'birthday'>, date: DateText, elderlyAge: number): SpecialKind[] =>
  specialKinds.filter(kind => (kind === 'elderly' ? (ageOn(birthday, date) ?? 0) >= elderlyAge : care.includes(kind)))

const least = (days: readonly (number | null)[]): number | null => {
  const asked = days.filter(one => one !== null)
  return asked.length === 0 ? null : Math.min(...asked)
}

/** The strictest rhythm of all kinds that fit a person. */
export const strictest = (kinds: readonly SpecialKind[], rhythms: CareSettings['rhythms']): Rhythm => ({
  callDays: least(kinds.map(kind => rhythms[kind].callDays)),
  visitDays: least(kinds.map(kind => rhythms[kind].visitDays)),
})

/** One person in special care: since when, by which rhythm, when last contacted, and how far it has climbed that nobody did. */
export interface Care extends Rhythm {
  kinds: SpecialKind[]
  since: Instant
  lastCallAt: Instant | null
  lastVisitAt: Instant | null
  /** The first instant at which a call or a visit is late; null where no rhythm asks for any. */
  dueAt: Instant | null
  /** The highest rung that was told of what is late now. */
  rung: CareRung | null
  /** When the clock has something to say next. */
  lookAt: Instant | null
}

/** The end of the last day on which it is in time. */
const late = (last: Instant, days: number | null): Instant | null => (days === null ? null : instantOf(addDays(dateOf(last), days + 1)))

/** From when on a call and a visit are late. A visit counts as a call; who is new has the whole time of the rhythm. */
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

/** Days gone by since it became late, the first one counted as 1; 0 where it is in time. */
export const daysLate = (dueAt: Instant | null, now: Instant): number =>
  dueAt === null || now < dueAt ? 0 : Math.floor((now - dueAt) / 86_400_000) + 1

/** Works out anew what follows from the facts; where it is about another due instant than before, its ladder begins at the bottom. */
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

/** The care of somebody as the roster and the settings have it now; null for whom it does not concern. What was heard of them before is kept. */
export const careFor = (held: Care | null, kinds: readonly SpecialKind[], rhythms: CareSettings['rhythms'], now: Instant): Care | null => {
  if (kinds.length === 0) return null
  const { callDays, visitDays } = strictest(kinds, rhythms)
  const facts = held ?? { since: now, lastCallAt: null, lastVisitAt: null }
  const { since, lastCallAt, lastVisitAt } = facts
  return withClock(held, { kinds: [...kinds], callDays, visitDays, since, lastCallAt, lastVisitAt })
}

/** After a call or a visit; an older one than is known changes nothing. */
export const afterContact = (care: Care, by: 'call' | 'visit', at: Instant): Care => {
  const { dueAt, rung, lookAt, ...facts } = care
  const field = by === 'call' ? 'lastCallAt' : 'lastVisitAt'
  return withClock({ dueAt, rung, lookAt }, { ...facts, [field]: Math.max(at, care[field] ?? 0) })
}

/** What was heard of somebody was wrong: these are the last call and the last visit that there were. */
export const withLastContacts = (care: Care, last: Pick<Care, 'lastCallAt' | 'lastVisitAt'>): Care => {
  const { dueAt, rung, lookAt, ...facts } = care
  return withClock({ dueAt, rung, lookAt }, { ...facts, lastCallAt: last.lastCallAt, lastVisitAt: last.lastVisitAt })
}

const DAY = 86_400_000

/**
 * What the clock makes of an overdue contact: the next rung that holds anybody is told, an empty one is skipped at once, the street is the last.
 * Where nobody is left to tell, it is looked at again in a day. Null where nothing is due yet.
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
