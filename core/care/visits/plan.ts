import type { Calendar } from '../../shared/almanac/days'
import { daysOf } from '../../shared/almanac/days'
import type { Span } from '../../shared/almanac/windows'
import { omit } from '../../shared/fields'
import { grouped } from '../../shared/grouped'
import { dateOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import type { GapWhy, VisitRule } from './kinds'
import { closesAt, feastsIn, opensAt, owedOf, type Elder, type Owed, type Visitor } from './owed'
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

const raised = ({ rule }: Pick<Planned, 'rule'>) => rule === 'illness' || rule === 'hardship'

/** A window with its days, and the visits that are due in it. */
interface Window {
  opens: Instant
  closes: Instant
  /** The days on which visitors go: the working days, or all days where there is none. */
  going: readonly DateText[]
  /** Those of them that are left; after the last working day any other. */
  left: readonly DateText[]
  /** Whether a working day is left. */
  works: boolean
  due: Planned[]
}

const windowOf = (opens: Instant, closes: Instant, calendar: Calendar, today: DateText): Window => {
  const days = daysOf({ from: dateOf(opens), to: dateOf(closes) })
  const worked = days.filter(day => calendar.works(day))
  const going = worked.length > 0 ? worked : days
  const ahead = going.filter(day => day >= today)
  return { opens, closes, going, left: ahead.length > 0 ? ahead : days.filter(day => day >= today), works: ahead.length > 0, due: [] }
}

const earlier = (one: Window, other: Window) => one.closes - other.closes || one.opens - other.opens
const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** The row with that visitor and day, filled in where it stands: what is due was made here. */
const sentTo = (row: Planned, assigneeId: string | null, assigneeName: string, on: DateText | null): Planned => {
  row.assigneeId = assigneeId
  row.assigneeName = assigneeName
  row.on = on
  return row
}

/** Takes that visit out of a person's few. */
const takeOut = (rows: Planned[], { rule, period }: Owed): Planned | undefined => {
  const at = rows.findIndex(one => one.rule === rule && one.period === period)
  return at < 0 ? undefined : rows.splice(at, 1)[0]
}

/**
 * The visits that are due, in their windows, first to last: those the calendar owes whose window is not over, and the raised ones. Visitors are
 * assigned later. With them the rows that are owed no more. The visits of a window come person by person, however the elders and rows are given.
 */
const dueVisits = ({ year, elders, here, rows, calendar, settings, now }: Planning): { windows: Window[]; unwanted: Planned[] } => {
  const today = dateOf(now)
  /** With the former visitor and day; the secretary's choice holds while that person is in the branch. */
  const sentAs = (row: Planned, { assigneeId, assigneeName, on, chosen }: Planned): Planned => {
    if (chosen === true && assigneeId !== null && here.has(assigneeId)) row.chosen = true
    return sentTo(row, assigneeId, assigneeName, on)
  }
  // By its key (`visitId`): a visit whose person was merged into another keeps it.
  const held = grouped(
    rows.filter(one => !raised(one)),
    ({ _id }) => _id.slice(0, _id.indexOf(':')),
  )
  const raisedFor = grouped(
    rows.filter(one => raised(one) && one.state !== 'done'),
    ({ memberId }) => memberId,
  )
  const windows = new Map<string, Window>()
  const windowAt = (opens: Instant, closes: Instant) => {
    const key = `${String(opens)} ${String(closes)}`
    const known = windows.get(key) ?? windowOf(opens, closes, calendar, today)
    windows.set(key, known)
    return known
  }
  const bySpan = new Map<string, Window>()
  const windowIn = (span: Span) => {
    const key = `${span.from} ${span.to}`
    const known = bySpan.get(key) ?? windowAt(opensAt(span), closesAt(span))
    bySpan.set(key, known)
    return known
  }
  // All elders have the same windows, apart from birthdays.
  const feasts = feastsIn(year, calendar, settings)
  const feastWindows = new Map(feasts.map(feast => [feast, windowIn(feast.span)]))
  for (const elder of [...elders].sort((one, other) => inOrder(one.memberId, other.memberId))) {
    const { memberId, name, path } = elder
    const had = held.get(memberId) ?? []
    for (const owed of owedOf(elder, year, feasts, settings)) {
      const { rule, period, season, key, span } = owed
      const before = takeOut(had, owed)
      const _id = before?._id ?? `${memberId}${key}`
      const { opens, closes, due } = feastWindows.get(owed) ?? windowIn(span)
      if (before?.state === 'done') continue
      // A window that closed before the visit was planned owes nothing any more.
      if (closes < now && before?.state !== 'due') {
        if (before) had.push(before)
        continue
      }
      // One literal with each field: a row put together from another takes three times the memory, and the elders of a district have eighty thousand in a year.
      const row: Planned = {
        _id,
        memberId,
        name,
        path,
        rule,
        period,
        season,
        opens,
        closes,
        state: 'due',
        assigneeId: null,
        assigneeName: '',
        on: null,
      }
      due.push(before ? sentAs(row, before) : row)
    }
    const raisedHere = raisedFor.get(memberId) ?? []
    for (const row of raisedHere.sort((one, other) => inOrder(one._id, other._id)))
      windowAt(row.opens, row.closes).due.push(sentAs({ ...omit(row, 'gap', 'chosen'), name, path, state: 'due' }, row))
    raisedFor.delete(memberId)
  }
  return {
    windows: [...windows.values()].sort(earlier),
    unwanted: [...held.values(), ...raisedFor.values()].flat().filter(row => row.state !== 'done'),
  }
}

/** Counts the visits of each person on each day. */
const diary = () => {
  const counts = new Map<string, Map<DateText, number>>()
  const none: ReadonlyMap<DateText, number> = new Map()
  return {
    of: (memberId: string): ReadonlyMap<DateText, number> => counts.get(memberId) ?? none,
    add: (memberId: string, day: DateText) => {
      const known = counts.get(memberId) ?? new Map<DateText, number>()
      counts.set(memberId, known.set(day, (known.get(day) ?? 0) + 1))
    },
  }
}

/**
 * The year's visits with visitors and days: paired helpers first (S3), spread over the working days of the window, up to a daily limit for
 * each visitor; a full visitor passes to the next. A visit without a visitor is a gap with its reason. Finished visits stay. Planning again
 * without a change changes nothing: a first choice with a good day keeps it, so the others find the same days full.
 */
export const planVisits = (planning: Planning): Planned[] => {
  const { elders, here, rows, beside, settings, now } = planning
  const visitorsOf = new Map(elders.map(one => [one.memberId, one.visitors]))
  const load = diary()
  const taken = ({ assigneeId, on, state }: Pick<Planned, 'assigneeId' | 'on' | 'state'>) => {
    if (assigneeId !== null && on !== null && state !== 'dropped') load.add(assigneeId, on)
  }
  beside.forEach(taken)
  const { windows, unwanted } = dueVisits(planning)
  const done = rows.filter(row => row.state === 'done')
  done.forEach(taken)
  const planned = [...done]
  const assign = (row: Planned, visitor: Visitor, on: DateText | null) => {
    planned.push(sentTo(row, visitor.memberId, visitor.name, on))
    if (row.closes >= now) taken(row)
  }
  const leave = (row: Planned, why: GapWhy) => {
    planned.push(sentTo(row, null, '', null))
    row.gap = why
  }
  /** The day the visitor already has, if it is still in the window and within the limit. */
  const keeps = ({ assigneeId, on }: Planned, { memberId }: Visitor, { going, works }: Window): DateText | null => {
    if (assigneeId !== memberId || on === null) return null
    // After the last working day any other day may have been taken.
    if (works && !going.includes(on)) return null
    return (load.of(memberId).get(on) ?? 0) < settings.perDay ? on : null
  }
  const quietest = ({ rule }: Planned, { memberId }: Visitor, { left }: Window): DateText | null => {
    const days = load.of(memberId)
    // A birthday visit is best made on the day itself.
    if (rule === 'birthday') return left.findLast(day => (days.get(day) ?? 0) < settings.perDay) ?? null
    let best: DateText | null = null
    let least = settings.perDay
    for (const day of left) {
      if (least === 0) break
      const count = days.get(day) ?? 0
      if (count < least) [best, least] = [day, count]
    }
    return best
  }
  const choice = (row: Planned): readonly Visitor[] => {
    const chosen = row.chosen === true && row.assigneeId !== null ? here.get(row.assigneeId) : undefined
    return chosen ? [chosen] : (visitorsOf.get(row.memberId) ?? [])
  }

  // The secretary's choices first, whatever the limit; then visits that keep their first choice; then the others in order.
  for (const window of windows)
    window.due = window.due.filter(row => {
      const overdue = row.closes < now
      if (!overdue && row.chosen !== true) return true
      const visitors = choice(row)
      const [first] = visitors
      // An overdue visit takes up no day any more.
      if (overdue) {
        const who = visitors.find(one => one.memberId === row.assigneeId) ?? first
        if (who) assign(row, who, row.on)
        else leave(row, 'nobody')
        return false
      }
      if (!first) return true
      assign(row, first, keeps(row, first, window) ?? chosenDay(row, window))
      return false
    })
  for (const window of windows)
    window.due = window.due.filter(row => {
      if (row.assigneeId === null) return true
      const [first] = choice(row)
      const kept = first && keeps(row, first, window)
      if (!first || kept === null || kept === undefined) return true
      assign(row, first, kept)
      return false
    })
  for (const window of windows)
    for (const row of window.due) {
      const visitors = choice(row)
      const found = firstFree(visitors, visitor => keeps(row, visitor, window) ?? quietest(row, visitor, window))
      if (found) assign(row, found.visitor, found.on)
      else leave(row, visitors.length === 0 ? 'nobody' : 'full')
    }
  for (const row of unwanted) planned.push({ ...row, state: 'dropped' })
  return planned
}

const firstFree = (visitors: readonly Visitor[], dayOf: (visitor: Visitor) => DateText | null) => {
  for (const visitor of visitors) {
    const on = dayOf(visitor)
    if (on !== null) return { visitor, on }
  }
  return null
}

/** The day of a visitor chosen by the secretary: the former day, else the first working day that is left, else the last day. */
const chosenDay = ({ on, closes }: Planned, { going, left, works }: Window): DateText =>
  on !== null && going.includes(on) ? on : ((works ? left[0] : undefined) ?? dateOf(closes))
