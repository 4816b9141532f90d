import { differs, isNews, tellingTime } from '../../../../core/care/visits/changes'
import { type Planned, planVisits } from '../../../../core/care/visits/plan'
import type { Calendar } from '../../../../core/shared/almanac/days'
import { type Festival, festivals } from '../../../../core/shared/almanac/festivals'
import { addDays, instantOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { night } from '../../../../core/shared/quiet-hours'
import { scopesOf } from '../../../../core/shared/scopes'
import { inGroups } from '../../../kernel/in-groups'
import { eachRow, type Job } from '../../../kernel/jobs'
import { markedRows, unmark } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { Members, isElder } from '../../people/public'
import { calendarAt } from '../calendar/overrides'
import { type Visit, type VisitPlan, VisitPlans, Visits } from './documents'
import { openPlans } from './round'
import { settingsAt } from './settings'
import { markVisits } from './topic'
import { eldersWithVisitors } from './visitors'

/** Plans that one run of the timer makes, and rows that are written at a time. */
const EACH_RUN = 20
const AT_A_TIME = 16
/** Days before the end of a window on which the secretary is told who is missing; before 春节 also one day before. */
const warnDays: Readonly<Record<Festival, readonly number[]>> = {
  'new-year': [3],
  'spring-festival': [3, 1],
  'party-day-71': [3],
  'high-summer': [3],
  'mid-autumn': [3],
  'national-day': [3],
  'double-ninth': [3],
}

/** The mornings of a year's warnings, each with its festival. */
export const warnings = (calendar: Calendar, year: number): { festival: Festival; at: Instant }[] =>
  festivals
    .flatMap(festival =>
      warnDays[festival].map(days => ({ festival, at: instantOf(addDays(calendar.window(festival, year).to, -days), night.to) })),
    )
    .sort((one, other) => one.at - other.at)

/** The row of a newly planned visit. */
export const newVisit = (planned: Planned, branchId: string, year: number, now: Instant): Visit => {
  const tellAt = isNews(undefined, planned) ? tellingTime(planned, now) : null
  return {
    ...planned,
    branchId,
    year,
    scopes: scopesOf(planned.path),
    party: planned.assigneeId === null ? [] : [planned.assigneeId],
    ...(tellAt === null ? {} : { tellAt }),
    version: 1,
  }
}

/** Writes what planning changed of a row; false where the row changed meanwhile. */
const rewrite = async ({ store, now }: Ports, before: Visit, after: Planned): Promise<boolean> => {
  const { name, path, opens, closes, state, assigneeId, assigneeName, on, gap, chosen } = after
  const tellAt = isNews(before, after) ? tellingTime(after, now) : null
  const silent = after.state === 'dropped' || (tellAt === null && isNews(before, after))
  const written = await store.table(Visits).update(
    { _id: before._id, version: before.version },
    {
      set: {
        ...{ name, path, opens, closes, state, assigneeId, assigneeName, on },
        scopes: scopesOf(path),
        party: assigneeId === null ? [] : [assigneeId],
        ...(gap === undefined ? {} : { gap }),
        ...(chosen === undefined ? {} : { chosen }),
        ...(tellAt === null ? {} : { tellAt }),
      },
      unset: [
        ...(gap === undefined ? (['gap'] as const) : []),
        ...(chosen === undefined ? (['chosen'] as const) : []),
        ...(silent ? (['tellAt'] as const) : []),
      ],
      inc: { version: 1 },
    },
  )
  return written > 0
}

/**
 * Plans one branch's year from its members and the calendar. Changed rows are written on the version that was read; where a row changed
 * meanwhile the plan stays due and is made again. Without changes nothing is written.
 */
const planBranch = async (ports: Ports, plan: VisitPlan): Promise<void> => {
  const { store, now } = ports
  const { branchId, year, path } = plan
  const visits = store.table(Visits)
  const [members, near, calendar, settingsOf] = await Promise.all([
    store.table(Members).findAll({ branchId }),
    visits.findAll({ branchId, year: { in: [year - 1, year, year + 1] } }),
    calendarAt(store, path, [year - 1, year, year + 1]),
    settingsAt(store, [path]),
  ])
  const elders = await eldersWithVisitors(store, members.filter(isElder))
  const rows = near.filter(one => one.year === year)
  const held = new Map(rows.map(row => [row._id, row]))
  const here = new Map(members.filter(one => one.state === 'active').map(({ _id, name }) => [_id, { memberId: _id, name }]))
  const planned = planVisits({
    ...{ year, elders, here, rows, calendar, now },
    beside: near.filter(one => one.year !== year),
    settings: settingsOf(path),
  })
  const fresh = planned.filter(one => !held.has(one._id)).map(one => newVisit(one, branchId, year, now))
  const changed = planned.flatMap(after => {
    const before = held.get(after._id)
    return before && differs(before, after) ? [{ before, after }] : []
  })
  await visits.addAll(fresh)
  let missed = 0
  await inGroups(changed, AT_A_TIME, async ({ before, after }) => {
    if (!(await rewrite(ports, before, after))) missed++
  })
  if (fresh.length + changed.length > 0) await markVisits(ports, branchId, year)
  await openPlans(ports, [{ _id: branchId, path }])
  const next = warnings(calendar, year).find(one => one.at > now)?.at
  const warnAt = [plan.warnAt, next].filter(one => one !== undefined).sort((one, other) => one - other)[0]
  const plans = store.table(VisitPlans)
  await plans.update(
    { _id: plan._id },
    {
      set: {
        plannedAt: now,
        known: calendar.knows(year),
        birthdaysUnknown: elders.filter(one => one.birthday?.month === undefined).map(({ memberId, name }) => ({ memberId, name })),
        ...(warnAt === undefined ? {} : { warnAt }),
      },
    },
  )
  if (missed === 0) await unmark(ports, VisitPlans, plan)
}

/** Makes the plans that are due, the longest waiting first. */
export const planDue: Job = async ports => {
  const due = await markedRows(ports, VisitPlans, EACH_RUN)
  return eachRow(due, 'planDue', plan => planBranch(ports, plan))
}
