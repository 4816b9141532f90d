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
  /** Members of the branch; the secretary may give a visit to any of them. */
  here: ReadonlyMap<string, Visitor>
  /** The year's visits as they are. */
  rows: readonly Planned[]
  /** Visits of the years before and after, which fill days too. */
  beside: readonly Pick<Planned, 'assigneeId' | 'on' | 'state'>[]
  calendar: Calendar
  settings: VisitSettings
  now: Instant
}

const spanOf = ({ opens, closes }: Pick<Planned, 'opens' | 'closes'>): Span => ({ from: dateOf(opens), to: dateOf(closes) })
const raised = ({ rule }: Pick<Planned, 'rule'>) => rule === 'illness' || rule === 'hardship'

/** The visits of the year: those the calendar owes whose window is not over, and the raised ones. Visitors are assigned later. */
const owedRows = ({ year, elders, here, rows, calendar, settings, now }: Planning): Planned[] => {
  /** The former visitor; the secretary's choice holds while that person is in the branch. */
  const sent = (before: Planned | undefined) => ({
    assigneeId: before?.assigneeId ?? null,
    assigneeName: before?.assigneeName ?? '',
    on: before?.on ?? null,
    ...(before?.chosen === true && before.assigneeId !== null && here.has(before.assigneeId) ? { chosen: true } : {}),
  })
  const held = new Map(rows.map(row => [row._id, row]))
  const wanted = new Map<string, Planned>()
  // All elders have the same windows, apart from birthdays.
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
      // A window that closed before the visit was planned owes nothing any more.
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

/** Counts the visits of each person on each day. */
const diary = () => {
  const counts = new Map<string, number>()
  const key = (memberId: string, day: DateText) => `${memberId} ${day}`
  return {
    on: (memberId: string, day: DateText) => counts.get(key(memberId, day)) ?? 0,
    add: (memberId: string, day: DateText) => void counts.set(key(memberId, day), (counts.get(key(memberId, day)) ?? 0) + 1),
  }
}

/** The days of a window on which visitors go: the working days, or all days where there is none. */
const goingDays = (span: Span, calendar: Calendar): DateText[] => {
  const days = daysOf(span)
  const worked = days.filter(day => calendar.works(day))
  return worked.length > 0 ? worked : days
}

const inOrder = (one: Planned, other: Planned) =>
  one.closes - other.closes || one.opens - other.opens || (one._id < other._id ? -1 : one._id > other._id ? 1 : 0)

/**
 * The year's visits with visitors and days: paired helpers first (S3), spread over the working days of the window, up to a daily limit for
 * each visitor; a full visitor passes to the next. A visit without a visitor is a gap with its reason. Finished visits stay. Planning again
 * without a change changes nothing: a first choice with a good day keeps it, so the others find the same days full.
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
  /** The day the visitor already has, if it is still in the window and within the limit. */
  const keeps = (row: Planned, visitor: Visitor): DateText | null => {
    const { assigneeId, on } = held.get(row._id) ?? {}
    if (assigneeId !== visitor.memberId || typeof on !== 'string') return null
    // After the last working day any other day may have been taken.
    const days = goingOn(row)
    if (!days.includes(on) && days.some(day => day >= today)) return null
    return load.on(visitor.memberId, on) < settings.perDay ? on : null
  }
  const quietest = (row: Planned, visitor: Visitor): DateText | null => {
    const ahead = goingOn(row).filter(day => day >= today)
    const days = ahead.length > 0 ? ahead : daysOf(spanOf(row)).filter(day => day >= today)
    const free = days.filter(day => load.on(visitor.memberId, day) < settings.perDay)
    // A birthday visit is best made on the day itself.
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
  // The secretary's choices first, whatever the limit; then visits that keep their first choice; then the others in order.
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
      // An overdue visit takes up no day any more.
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

/** The day of a visitor chosen by the secretary: the former day, else the first one left. */
const chosenDay = (row: Planned, days: readonly DateText[], had: DateText | null, today: DateText): DateText =>
  had !== null && days.includes(had) ? had : (days.find(day => day >= today) ?? dateOf(row.closes))

const gap = (row: Planned, why: GapWhy): Planned => ({ ...row, assigneeId: null, assigneeName: '', on: null, gap: why })
