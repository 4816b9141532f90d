import type { study as contract } from '../../../../core/life/study/contract'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { belongs } from '../../../kernel/access'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import type { Member } from '../../people/public'
import { invitedTo } from '../activities/invited'
import type { Handlers } from '../use-case'
import { unseenBy } from '../courses/unseen'
import { StudyReports, StudyTasks, type StudyReport, type StudyTask } from './documents'
import { shownReport, shownTask } from './shown'

const PAGE = 20
/** As many tasks as a member sees at once. */
const MINE = 60
/** Reported tasks stay in one's list for a year. */
const YEAR = 365

/** The tasks of a member's branches, with what they reported of each: open ones, the first due first, then those reported within a year. */
const tasksOf = async (store: Store, person: Member, now: Instant): Promise<{ task: StudyTask; row: StudyReport | undefined }[]> => {
  const branches = [...new Set([person.branchId, ...person.affiliates.map(one => one.branchId)])]
  const since = addDays(dateOf(now), -YEAR)
  const found = await store.table(StudyTasks).find(
    { branchId: { in: branches }, dueOn: { gte: since } },
    { order: [['dueOn', 'desc'], ['_id', 'desc']], limit: MINE }, // prettier-ignore
  )
  const tasks = found.filter(task => belongs(person, task))
  const rows = await store.table(StudyReports).getMany(tasks.map(task => `${task._id}:${person._id}`))
  const reports = new Map(rows.map(row => [row.taskId, row]))
  const known = tasks.map(task => ({ task, row: reports.get(task._id) }))
  const open = known.filter(({ task, row }) => !row && task.closedAt === undefined && task.createdAt >= (person.since ?? 0))
  return [...open.reverse(), ...known.filter(one => one.row)]
}

export const lists: Handlers<Pick<typeof contract, 'study.list' | 'study.mine' | 'study.of' | 'study.shared'>> = {
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
    const tasks = await tasksOf(store, person, now)
    return {
      items: tasks.map(({ task, row }) => ({
        ...shownTask(task),
        report: row ? { ...shownReport(row), shared: row.shared, ...(row.byName === undefined ? {} : { by: row.byName }) } : null,
      })),
    }
  },

  async 'study.of'(_, { store, subject: member, now }) {
    const [tasks, courses] = await Promise.all([tasksOf(store, member, now), unseenBy(store, member)])
    return { tasks: tasks.filter(one => !one.row).map(one => shownTask(one.task)), courses }
  },

  async 'study.shared'({ taskId, cursor }, { store }) {
    const order = byNumber('at', 'desc')
    const { items, cursor: next } = await pageBy(store.table(StudyReports), { taskId, shared: true }, order, { size: PAGE, cursor })
    return { items: items.map(row => ({ ...shownReport(row), memberId: row.memberId, name: row.name })), cursor: next }
  },
}
