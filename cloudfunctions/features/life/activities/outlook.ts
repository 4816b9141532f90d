import type { activities as contract } from '../../../../core/life/activities/contract'
import { ringsFrom } from '../../../../core/life/activities/rules'
import { addDays, dateOf, instantOf, monthOf } from '../../../../core/shared/calendar'
import { Activities, ActivityTemplates } from '../documents'
import type { Handlers } from '../use-case'
import { invitedTo } from './invited'
import { occurrenceId } from './occurrence-id'

export const outlook: Handlers<Pick<typeof contract, 'activity.outlook'>> = {
  async 'activity.outlook'({ branchId, kind, startsAt }, { store, subject: branch, now }) {
    const date = dateOf(startsAt)
    const day = { gte: instantOf(date), lt: instantOf(addDays(date, 1)) }
    const [invited, sameDay, all] = await Promise.all([
      invitedTo(store, { branchId, path: branch.path }),
      store.table(Activities).find({ branchId, startsAt: day }),
      store.table(ActivityTemplates).findAll({ branchId }),
    ])
    const templates = all.filter(one => one.kind === kind)
    const month = monthOf(startsAt)
    const published = await store.table(Activities).getMany(templates.map(one => occurrenceId(one._id, month)))
    const already = new Map([...sameDay.filter(one => one.kind === kind), ...published].map(one => [one._id, one]))
    const rings = ringsFrom({ startsAt }, now)
    return {
      branchName: branch.name,
      people: invited.length,
      ...(rings > now ? { ringsFrom: rings } : {}),
      already: [...already.values()]
        .filter(one => one.state === 'published')
        .map(one => ({ activityId: one._id, title: one.title, startsAt: one.startsAt })),
      byTemplate: templates
        .filter(one => one.nextDate.startsWith(month))
        .map(({ title, nextDate, noticeDate }) => ({ title, nextDate, noticeDate })),
    }
  },
}
