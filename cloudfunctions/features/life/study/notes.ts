import type { study as contract } from '../../../../core/life/study/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { StudyReports } from './documents'
import { shownReport } from './shown'

const PAGE = 20
const latest = byNumber('at', 'desc')

export const notes: Handlers<Pick<typeof contract, 'study.reports' | 'study.pick' | 'study.notes'>> = {
  async 'study.reports'({ taskId, cursor }, { store }) {
    const { items, cursor: next } = await pageBy(store.table(StudyReports), { taskId }, latest, { size: PAGE, cursor })
    return {
      items: items.map(row => ({
        ...shownReport(row),
        ...{ memberId: row.memberId, name: row.name, shared: row.shared, picked: row.picked === true },
        ...(row.byName === undefined ? {} : { by: row.byName }),
      })),
      cursor: next,
    }
  },

  async 'study.pick'({ taskId, memberId, picked }, { store, fail }) {
    // Only what its writer lets the branch read, at this very moment.
    const shared = { _id: `${taskId}:${memberId}`, shared: true } as const
    const change = picked ? { set: { picked: true as const } } : { unset: ['picked' as const] }
    const done = await store.table(StudyReports).update(shared, change)
    return done === 0 ? fail('CONFLICT') : {}
  },

  async 'study.notes'({ picked, cursor }, { store, person }) {
    const branchId = { in: [...new Set([person.branchId, ...person.affiliates.map(one => one.branchId)])] }
    const filter = { branchId, shared: true, ...(picked === true ? { picked: true } : {}) }
    const { items, cursor: next } = await pageBy(store.table(StudyReports), filter, latest, { size: PAGE, cursor })
    return {
      items: items.map(row => ({
        ...shownReport(row),
        ...{ taskId: row.taskId, memberId: row.memberId, name: row.name, title: row.title, picked: row.picked === true },
      })),
      cursor: next,
    }
  },
}
