import type { study as contract } from '../../../../core/life/study/contract'
import { hoursOf, isAsCare, isStudy } from '../../../../core/life/study/rules'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { roles } from '../../../../core/shared/operation'
import { Members, regulationsFor } from '../../people/public'
import { Activities, Attendances } from '../documents'
import type { Handlers } from '../use-case'
import { StudyReports } from './documents'

/** More acts of study than a member has in a year. */
const MOST = 1000

export const hours: Handlers<Pick<typeof contract, 'study.hours'>> = {
  async 'study.hours'({ memberId, year }, { store, person, holds, now, fail }) {
    const asked = memberId ?? person._id
    const member = asked === person._id ? person : await store.table(Members).get(asked)
    if (!member) return fail('NOT_FOUND')
    if (asked !== person._id && !holds(roles, member.path)) return fail('FORBIDDEN')
    const within = { gte: instantOf(`${String(year)}-01-01`), lt: instantOf(`${String(year + 1)}-01-01`) }
    const [present, reports, book] = await Promise.all([
      store.table(Attendances).find({ memberId: asked, at: within }, { limit: MOST }),
      store.table(StudyReports).find({ memberId: asked, at: within }, { limit: MOST }),
      regulationsFor(store, member.path),
    ])
    const came = present.filter(row => row.state === 'present').map(row => row.activityId)
    const activities = came.length === 0 ? [] : await store.table(Activities).getMany(came)
    const on = year === Number(dateOf(now).slice(0, 4)) ? dateOf(now) : `${String(year)}-12-31`
    const items = [
      ...activities
        .filter(one => one.state === 'published' && isStudy(one.kind))
        .map(one => ({ what: 'activity' as const, title: one.title, on: dateOf(one.startsAt), hours: hoursOf(one) })),
      ...reports
        .filter(one => one.hours > 0)
        .map(one => ({ what: 'task' as const, title: one.title, on: dateOf(one.at), hours: one.hours })),
    ].sort((one, other) => other.on.localeCompare(one.on))
    const leads = member.grants.some(one => one.role === 'secretary')
    return {
      hours: items.reduce((sum, one) => sum + one.hours, 0),
      target: book.number(leads ? 'study.committee-hours' : 'study.member-hours', { on }),
      asCare: isAsCare(member, on, book.number('study.frail-age', { on })),
      items,
    }
  },
}
