import type * as z from 'zod'
import { occurrenceAfter } from '../../../../core/life/activities/recurrence'
import type { Past } from '../../../../core/life/plans/habits'
import type { Due, YearAsked } from '../../../../core/life/plans/planner'
import { dutyWords } from '../../../../core/life/rhythm/words'
import { type Calendar, calendarWith } from '../../../../core/shared/almanac/days'
import { addDays, dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Place } from '../../../../core/shared/schemas'
import { announce } from '../../../kernel/announcements'
import type { Ports } from '../../../kernel/ports'
import type { Organization } from '../../people/public'
import { DaysKnown } from '../announcements'
import { Activities, ActivityTemplates, type Activity, type ActivityTemplate } from '../documents'
import { dutiesIn } from '../rhythm/owing'
import type { PlanItem as Planned, YearPlan } from './documents'

type AnyPlace = z.infer<typeof Place>
const MOST = 1000
const MINUTE = 60_000
/** Where a branch meets that has not met yet. */
const usual = { time: '09:00', lastsMinutes: 120, place: { name: '支部活动室' } as AnyPlace }

/** Something of the year that stands without the plan. */
interface Fixed {
  kind: Activity['kind']
  title: string
  date: DateText
  activityId?: string
}

const pastOf = ({ kind, title, startsAt, endsAt, place, strand }: Activity): Past<AnyPlace> => ({
  ...{ kind, title, date: dateOf(startsAt), time: shanghai(startsAt).format('HH:mm'), place },
  lastsMinutes: Math.max(15, Math.min(24 * 60, Math.round((endsAt - startsAt) / MINUTE))),
  ...(strand === undefined ? {} : { strand }),
})

/** What a monthly template will publish by itself until the end of a year. */
const byTemplate = (template: ActivityTemplate, year: number): Fixed[] => {
  const { kind, title } = template
  const ahead = (date: DateText): DateText[] =>
    date > `${String(year)}-12-31` ? [] : [date, ...ahead(occurrenceAfter(date, template).nextDate)]
  return ahead(template.nextDate)
    .filter(date => date.startsWith(String(year)))
    .map(date => ({ kind, title, date }))
}

type PlanItem = Planned & { activityId?: string }

/** A year of a branch as its plan is made from it. */
export interface YearOfBranch {
  asked: YearAsked<AnyPlace>
  calendar: Calendar
  owed: readonly Due[]
  /** What stands without the plan. */
  fixed: readonly Fixed[]
  /** The items of its plan; those that went out as their activity stands now. */
  items: PlanItem[]
}

/** An item, or its activity where it went out; nothing where that was cancelled, or moved to another year. */
const asItStands = (item: Planned, plan: YearPlan | null, present: readonly Activity[]): PlanItem[] => {
  const out = plan?.out.find(one => one.itemId === item.itemId)
  if (!out) return [item]
  const activity = present.find(one => one._id === out.activityId)
  return activity ? [{ ...item, ...pastOf(activity), activityId: out.activityId }] : []
}

/** Reads all that a plan of a year is made from: what is owed, the year before, what there is of it already, and the calendar. One wave, but for the rules. */
export const yearOfBranch = async (ports: Ports, branch: Organization, year: number, plan: YearPlan | null): Promise<YearOfBranch> => {
  const { store, now } = ports
  const today = dateOf(now)
  const within = (of: number) => ({ gte: instantOf(`${String(of)}-01-01`), lt: instantOf(`${String(of + 1)}-01-01`) })
  const held = (of: number) =>
    store.table(Activities).find(
      { branchId: branch._id, startsAt: within(of), state: 'published' },
      { order: [['startsAt', 'asc'], ['_id', 'asc']], limit: MOST }, // prettier-ignore
    )
  const [owed, before, present, templates, known] = await Promise.all([
    dutiesIn(store, branch, year, today),
    held(year - 1),
    held(year),
    store.table(ActivityTemplates).findAll({ branchId: branch._id }),
    announce(ports, DaysKnown, { path: branch.path, year }),
  ])
  const calendar = known[0] ?? calendarWith([])
  const out = new Set(plan?.out.map(one => one.activityId))
  // What circles hold is their own affair, and covers nothing that the branch owes.
  const own = present.filter(one => one.circleId === undefined)
  const fixed: Fixed[] = [
    ...own.map(one => ({ kind: one.kind, title: one.title, date: dateOf(one.startsAt), activityId: one._id })),
    ...templates.filter(one => one.circleId === undefined).flatMap(one => byTemplate(one, year)),
  ]
  const items = (plan?.items ?? []).flatMap(item => asItStands(item, plan, own))
  const first = `${String(year)}-01-01`
  const tomorrow = addDays(today, 1)
  const dues = owed.map(({ duty, period, span, owed: times }) => ({ kind: duty, period, span, owed: times, words: dutyWords[duty] }))
  return {
    calendar,
    items,
    owed: dues,
    fixed: fixed.filter(one => one.activityId === undefined || !out.has(one.activityId)),
    asked: {
      ...{ year, from: first > tomorrow ? first : tomorrow, owed: dues, usual },
      past: before.filter(one => one.circleId === undefined).map(pastOf),
      already: fixed,
      heat: calendar.window('high-summer', year),
      works: date => calendar.works(date),
      used: new Set(plan?.out.map(one => one.itemId)),
    },
  }
}
