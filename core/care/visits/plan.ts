import type { Calendar } from '../../shared/almanac/days'
import { daysOf } from '../../shared/almanac/days'
import type { Span } from '../../shared/almanac/windows'
import { omit } from '../../shared/fields'
import { dateOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import type { GapWhy, VisitRule } from './kinds'
import { closesAt, opensAt, owedIn, seasonOf, visitId, type Elder, type Visitor } from './owed'
import type { VisitSettings } from './settings'

/** What planning knows and decides of one visit. */
export interface Planned {
  _id: string
  memberId: string
  name: string
  path: string
  rule: VisitRule
  period: string
  season: string
  opens: Instant
  closes: Instant
  state: 'due' | 'done' | 'dropped'
  assigneeId: string | null
  assigneeName: string
  on: DateText | null
  gap?: GapWhy
  chosen?: boolean
}

export interface Planning {
  year: number
  elders: readonly Elder[]
  /** Everybody of the branch who may be given a visit by the secretary. */
  here: ReadonlyMap<string, Visitor>
  /** The year's visits as they stand. */
  rows: readonly Planned[]
  /** Visits of the years before and after, which fill days too. */
  beside: readonly Pick<Planned, 'assigneeId' | 'on' | 'state'>[]
  calendar: Calendar
  settings: VisitSettings
  now: Instant
}

const spanOf = ({ opens, closes }: Pick<Planned, 'opens' | 'closes'>): Span => ({ from: dateOf(opens), to: dateOf(closes) })
const raised = ({ rule }: Pick<Planned, 'rule'>) => rule === 'illness' || rule === 'hardship'

/** Which visits there are: those that the calendar owes and whose window is not over, and those told of by somebody. Who is assigned comes after. */
const owedRows = ({ year, elders, here, rows, calendar, settings, now }: Planning): Planned[] => {
  /** Who was sent before; the secretary's choice stands while that person is there. */
  const sent = (before: Planned | undefined) => ({
    assigneeId: before?.assigneeId ?? null,
    assigneeName: before?.assigneeName ?? '',
    on: before?.on ?? null,
    ...(before?.chosen === true && before.assigneeId !== null && here.has(before.assigneeId) ? { chosen: true } : {}),
  })
  const held = new Map(rows.map(row => [row._id, row]))
  const wanted = new Map<string, Planned>()
  // All elders have the same windows but for their birthdays.
  const instants = new Map<string, { opens: Instant; closes: Instant }>()
  const instantsOf = (span: Span) => {
    const key = `${span.from} ${span.to}`
    const known = instants.get(key) ?? { opens: opensAt(span), closes: closesAt(span) }
    instants.set(key, known)
    return known
  }
  const raisedFor = new Map<string, Planned[]>()
  for (const row of rows) if (raised(row)) raisedFor.set(row.memberId, [...(raisedFor.get(row.memberId) ?? []), row])
  for (const elder of elders) {
    const { memberId, name, path } = elder
    for (const { rule, period, span } of owedIn(elder, year, calendar, settings)) {
      const _id = visitId(memberId, rule, period)
      const before = held.get(_id)
      const { opens, closes } = instantsOf(span)
      // Nobody is told today of what they should have done last spring.
      if (closes < now && before?.state !== 'due') continue
      wanted.set(_id, {
        _id,
        memberId,
        name,
        path,
        rule,
        period,
        season: seasonOf(rule, year),
        opens,
        closes,
        state: 'due',
        ...sent(before),
      })
    }
    for (const row of raisedFor.get(memberId) ?? [])
      wanted.set(row._id, { ...omit(row, 'gap', 'chosen'), ...sent(row), name, path, state: 'due' })
  }
  return [...rows.filter(row => row.state === 'done'), ...[...wanted.values()].filter(row => held.get(row._id)?.state !== 'done')]
}

/** Counts how many visits each person has on each day. */
const diary = () => {
  const counts = new Map<string, number>()
  const key = (memberId: string, day: DateText) => `${memberId} ${day}`
  return {
    on: (memberId: string, day: DateText) => counts.get(key(memberId, day)) ?? 0,
    add: (memberId: string, day: DateText) => void counts.set(key(memberId, day), (counts.get(key(memberId, day)) ?? 0) + 1),
  }
}

/** The days of a window on which one goes: the working ones, or all of them where none is. */
const goingDays = (span: Span, calendar: Calendar): DateText[] => {
  const days = daysOf(span)
  const worked = days.filter(day => calendar.works(day))
  return worked.length > 0 ? worked : days
}

const inOrder = (one: Planned, other: Planned) =>
  one.closes - other.closes || one.opens - other.opens || (one._id < other._id ? -1 : one._id > other._id ? 1 : 0)

/**
 * The year's visits with who goes when: by pairing first (S3), spread over the working days of the window, at most so many a day for each visitor; whoever
 * is full passes on to the next. Whom nobody can visit is a gap with its reason. What was done stays as it was. Planned again with nothing changed,
 * nothing changes: whoever is the first choice and has a good day keeps it, and the others find the same days full as before.
 */
export const planVisits = (planning: Planning): Planned[] => {
  const { elders, here, rows, beside, calendar, settings, now } = planning
  const today = dateOf(now)
  const held = new Map(rows.map(row => [row._id, row]))
  const visitorsOf = new Map(elders.map(one => [one.memberId, one.visitors]))
  const load = diary()
  const taken = ({ assigneeId, on, state }: Pick<Planned, 'assigneeId' | 'on' | 'state'>) => {
    if (assigneeId !== null && on !== null && state !== 'dropped') load.add(assigneeId, on)
  }
  const daysByWindow = new Map<string, DateText[]>()
  const goingOn = (row: Planned): DateText[] => {
    const key = `${String(row.opens)} ${String(row.closes)}`
    const known = daysByWindow.get(key) ?? goingDays(spanOf(row), calendar)
    daysByWindow.set(key, known)
    return known
  }

  beside.forEach(taken)
  const owed = owedRows(planning).sort(inOrder)
  const planned = new Map<string, Planned>()
  const assign = (row: Planned, visitor: Visitor, on: DateText | null) => {
    const next = { ...row, assigneeId: visitor.memberId, assigneeName: visitor.name, on }
    if (row.closes >= now) taken(next)
    planned.set(row._id, next)
  }
  /** The day a visitor keeps, if it was theirs and still is a day of the window; within the limit. */
  const keeps = (row: Planned, visitor: Visitor): DateText | null => {
    const { assigneeId, on } = held.get(row._id) ?? {}
    if (assigneeId !== visitor.memberId || typeof on !== 'string') return null
    // Once the working days are over, one went on another day.
    const days = goingOn(row)
    if (!days.includes(on) && days.some(day => day >= today)) return null
    return load.on(visitor.memberId, on) < settings.perDay ? on : null
  }
  const quietest = (row: Planned, visitor: Visitor): DateText | null => {
    const ahead = goingOn(row).filter(day => day >= today)
    const days = ahead.length > 0 ? ahead : daysOf(spanOf(row)).filter(day => day >= today)
    const free = days.filter(day => load.on(visitor.memberId, day) < settings.perDay)
    // A birthday is kept on its day, where one goes on that day.
    if (row.rule === 'birthday') return free.at(-1) ?? null
    return free.reduce<DateText | null>(
      (best, day) => (best !== null && load.on(visitor.memberId, best) <= load.on(visitor.memberId, day) ? best : day),
      null,
    )
  }
  const choice = (row: Planned): readonly Visitor[] => {
    const chosen = row.chosen === true && row.assigneeId !== null ? here.get(row.assigneeId) : undefined
    return chosen ? [chosen] : (visitorsOf.get(row.memberId) ?? [])
  }

  for (const row of owed.filter(one => one.state === 'done')) {
    taken(row)
    planned.set(row._id, row)
  }
  const open = owed.filter(one => one.state === 'due')
  // What the secretary chose comes first, whatever the limit; then whoever keeps their first choice; then all the others in order.
  const rank = (row: Planned): number => {
    if (row.chosen === true) return 0
    const [first] = choice(row)
    return first && held.get(row._id)?.assigneeId === first.memberId ? 1 : 2
  }
  const ranks = open.map(rank)
  const later = new Set<Planned>()
  for (const place of [0, 1, 2])
    for (const [index, row] of open.entries()) {
      if (ranks[index] !== place) continue
      const [first] = choice(row)
      // What is overdue takes nobody's day any more.
      if (row.closes < now) {
        const who = choice(row).find(one => one.memberId === row.assigneeId) ?? first
        if (who) assign(row, who, row.on)
        else planned.set(row._id, gap(row, 'nobody'))
        continue
      }
      const kept = first && place < 2 ? keeps(row, first) : null
      if (first && kept !== null) assign(row, first, kept)
      else if (first && place === 0) assign(row, first, chosenDay(row, goingOn(row), held.get(row._id)?.on ?? null, today))
      else later.add(row)
    }
  for (const row of open) {
    if (!later.has(row)) continue
    const found = firstFree(choice(row), visitor => keeps(row, visitor) ?? quietest(row, visitor))
    if (found) assign(row, found.visitor, found.on)
    else planned.set(row._id, gap(row, choice(row).length === 0 ? 'nobody' : 'full'))
  }
  return [...planned.values(), ...rows.filter(row => !planned.has(row._id)).map(row => ({ ...row, state: 'dropped' as const }))]
}

const firstFree = (visitors: readonly Visitor[], dayOf: (visitor: Visitor) => DateText | null) => {
  for (const visitor of visitors) {
    const on = dayOf(visitor)
    if (on !== null) return { visitor, on }
  }
  return null
}

/** The day of one whom the secretary chose: the one it had, else the first that is left. */
const chosenDay = (row: Planned, days: readonly DateText[], had: DateText | null, today: DateText): DateText =>
  had !== null && days.includes(had) ? had : (days.find(day => day >= today) ?? dateOf(row.closes))

const gap = (row: Planned, why: GapWhy): Planned => ({ ...row, assigneeId: null, assigneeName: '', on: null, gap: why })
