import type { study as contract } from '../../../../core/life/study/contract'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { belongs } from '../../../kernel/access'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import { invitedTo } from '../activities/invited'
import type { Handlers } from '../use-case'
import { StudyReports, StudyTasks } from './documents'
import { shownReport, shownTask } from './shown'

const PAGE = 20
/** As many tasks as a member sees at once. */
const MINE = 60
/** Reported tasks stay in one's list for a year. */
const YEAR = 365

export const lists: Handlers<Pick<typeof contract, 'study.list' | 'study.mine' | 'study.shared'>> = {
  async 'study.list'({ branchId, cursor }, { store, subject, may }) {
    const [{ items, cursor: next }, invited] = await Promise.all([
      pageBy(store.table(StudyTasks), { branchId }, byText('dueOn', 'desc'), { size: PAGE, cursor }),
      invitedTo(store, { branchId, path: subject.path }),
    ])
    const ids = new Set(invited.map(one => one._id))
    return {
      items: items.map(task => ({
        ...shownTask(task),
        done: task.reports.filter(one => ids.has(one.memberId)).length,
        closed: task.closedAt !== undefined,
      })),
      cursor: next,
      people: ids.size,
      may: may('assign'),
    }
  },

  async 'study.mine'(_, { store, person, now }) {
    const branches = [...new Set([person.branchId, ...person.affiliates.map(one => one.branchId)])]
    const since = addDays(dateOf(now), -YEAR)
    const found = await store.table(StudyTasks).find(
      { branchId: { in: branches }, dueOn: { gte: since } },
      { order: [['dueOn', 'desc'], ['_id', 'desc']], limit: MINE }, // prettier-ignore
    )
    const tasks = found.filter(task => belongs(person, task))
    const rows = await store.table(StudyReports).getMany(tasks.map(task => `${task._id}:${person._id}`))
    const reports = new Map(rows.map(row => [row.taskId, row]))
    const shown = tasks
      .filter(task => reports.has(task._id) || (task.closedAt === undefined && task.createdAt >= (person.since ?? 0)))
      .map(task => {
        const row = reports.get(task._id)
        return {
          ...shownTask(task),
          report: row ? { ...shownReport(row), shared: row.shared, ...(row.byName === undefined ? {} : { by: row.byName }) } : null,
        }
      })
    const open = shown.filter(one => one.report === null)
    return { items: [...open.reverse(), ...shown.filter(one => one.report !== null)] }
  },

  async 'study.shared'({ taskId, cursor }, { store }) {
    const order = byNumber('at', 'desc')
    const { items, cursor: next } = await pageBy(store.table(StudyReports), { taskId, shared: true }, order, { size: PAGE, cursor })
    return { items: items.map(row => ({ ...shownReport(row), memberId: row.memberId, name: row.name })), cursor: next }
  },
}
