import type { study as contract } from '../../../../core/life/study/contract'
import { NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import { studyReminder } from '../../../../core/life/study/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { idsOf, invitedTo } from '../activities/invited'
import type { Handlers } from '../use-case'
import { shownTask } from './shown'

export const progress: Handlers<Pick<typeof contract, 'study.progress' | 'study.remind'>> = {
  async 'study.progress'(_, { store, subject: task, may }) {
    const people = await invitedTo(store, task)
    const reportedAt = new Map(task.reports.map(one => [one.memberId, one.at]))
    const reported = people.flatMap(({ _id, name }) => {
      const at = reportedAt.get(_id)
      return at === undefined ? [] : [{ memberId: _id, name, at }]
    })
    return {
      ...shownTask(task),
      done: reported.length,
      total: people.length,
      missing: people.filter(one => !reportedAt.has(one._id)).map(({ _id, name }) => ({ memberId: _id, name })),
      reported: reported.sort((one, other) => other.at - one.at),
      may: task.closedAt === undefined ? may('close', 'remind') : [],
    }
  },

  async 'study.remind'(_, { store, subject: task, openid, now, tell, limit, fail }) {
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    if (task.closedAt !== undefined) return fail('CONFLICT')
    const done = new Set(task.reports.map(one => one.memberId))
    const missing = idsOf(await invitedTo(store, task)).filter(id => !done.has(id))
    // One word a day: its day is part of what it is about.
    await tell(missing, studyReminder(task, dateOf(now)))
    return { told: missing.length }
  },
}
