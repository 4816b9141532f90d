import type { Book } from '../../../../core/people/public'
import { hoursOf, isAsCare, isStudy, trainingHours, type Conversion } from '../../../../core/life/study/rules'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { grouped } from '../../../../core/shared/grouped'
import { Committees, regulationsFor, type Member } from '../../people/public'
import { CourseProgresses } from '../courses/documents'
import { Activities, Attendances } from '../documents'
import { Trainings } from '../trainings/documents'
import { StudyReports } from './documents'

/** One thing a member learnt, with its hours. `brought`: with an officer, at their home (送学上门). */
export interface Learnt {
  what: 'activity' | 'task' | 'course' | 'training'
  title: string
  on: DateText
  hours: number
  brought?: true
}

/** What training counts on that day. */
export const conversionOn = (book: Book, on: DateText): Conversion => ({
  day: book.number('study.training-day-hours', { on }),
  half: book.number('study.training-half-hours', { on }),
})

interface Asked {
  year: number
  book: Book
  /** Activities are left out that end on this day or later: their sheets are still being made. */
  before?: DateText
}

/** What these members learnt in a year, each thing once, by member. Five queries in two waves for a branch. */
export const learntBy = async (
  store: Store,
  memberIds: readonly string[],
  { year, book, before }: Asked,
): Promise<Map<string, Learnt[]>> => {
  const [from, until] = [`${String(year)}-01-01`, `${String(year + 1)}-01-01`] as const
  const within = { gte: instantOf(from), lt: instantOf(until) }
  const memberId = { in: memberIds }
  const [present, reports, courses, trainings] = await Promise.all([
    store.table(Attendances).findAll({ memberId, at: within }),
    store.table(StudyReports).findAll({ memberId, at: within }),
    store.table(CourseProgresses).findAll({ memberId, seenAt: within }),
    store.table(Trainings).findAll({ 'people.memberId': memberId, from: { gte: from, lt: until } }),
  ])
  const came = present.filter(row => row.state === 'present')
  const held = await store.table(Activities).getMany([...new Set(came.map(row => row.activityId))])
  const activities = new Map(
    held
      .filter(one => one.state === 'published' && isStudy(one.kind) && (before === undefined || dateOf(one.endsAt) < before))
      .map(one => [one._id, one]),
  )
  const all: (Learnt & { memberId: string })[] = [
    ...came.flatMap(row => {
      const activity = activities.get(row.activityId)
      if (!activity) return []
      const on = dateOf(activity.startsAt)
      return [
        { memberId: row.memberId, what: 'activity' as const, title: activity.title, on, hours: hoursOf(activity, conversionOn(book, on)) },
      ]
    }),
    ...reports
      .filter(one => one.hours > 0)
      .map(one => ({
        ...{ memberId: one.memberId, what: 'task' as const, title: one.title, on: dateOf(one.at), hours: one.hours },
        ...(one.brought ? { brought: true as const } : {}),
      })),
    ...courses.map(one => ({
      ...{ memberId: one.memberId, what: 'course' as const, title: one.title, on: dateOf(one.seenAt ?? 0), hours: one.hours ?? 0 },
      ...(one.brought ? { brought: true as const } : {}),
    })),
    ...trainings.flatMap(one =>
      one.people.map(person => ({
        ...{ memberId: person.memberId, what: 'training' as const, title: one.title, on: one.from },
        hours: trainingHours(one.halfDays, conversionOn(book, one.from)),
      })),
    ),
  ]
  const wanted = new Set(memberIds)
  return grouped(
    all.filter(one => wanted.has(one.memberId)).sort((one, other) => other.on.localeCompare(one.on)),
    one => one.memberId,
  )
}

/** How much was learnt. */
export const sumOf = (learnt: readonly Learnt[]): number => learnt.reduce((sum, one) => sum + one.hours, 0)

/** Those who lead a branch: its secretaries, and all on its committee. */
export const leadersOf = async (store: Store, branchId: string): Promise<(member: Member) => boolean> => {
  const seated = new Set((await store.table(Committees).get(branchId))?.term?.seats.map(one => one.memberId))
  return member => seated.has(member._id) || member.grants.some(one => one.role === 'secretary')
}

/** What is asked of a member in a year, and whether it is counted only, as care. */
export const askedOf = (member: Member, leads: boolean, book: Book, on: DateText) => ({
  target: book.number(leads ? 'study.committee-hours' : 'study.member-hours', { on }),
  asCare: isAsCare(member, on, book.number('study.frail-age', { on })),
})

/** The day by which a year is judged: today, or its last. */
export const dayIn = (year: number, now: Instant): DateText => {
  const [today, last] = [dateOf(now), `${String(year)}-12-31`]
  return today < last ? today : last
}

/** One member of a branch with what they learnt. */
export interface Learner {
  member: Member
  hours: number
  courses: number
  brought: number
  target: number
  asCare: boolean
}

/** The members of a branch with what they learnt in a year, until yesterday: the rows of its list, and what its figures count. */
export const learnersOf = async (
  store: Store,
  branch: { _id: string; path: string },
  members: readonly Member[],
  year: number,
  now: Instant,
): Promise<Learner[]> => {
  const [book, leads] = await Promise.all([regulationsFor(store, branch.path), leadersOf(store, branch._id)])
  const on = dayIn(year, now)
  const ids = members.map(one => one._id)
  const learnt = ids.length === 0 ? new Map<string, Learnt[]>() : await learntBy(store, ids, { year, book, before: dateOf(now) })
  return members.map(member => {
    const items = learnt.get(member._id) ?? []
    return {
      member,
      hours: sumOf(items),
      courses: items.filter(one => one.what === 'course').length,
      brought: items.filter(one => one.brought === true).length,
      ...askedOf(member, leads(member), book, on),
    }
  })
}
