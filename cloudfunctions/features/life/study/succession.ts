import { dateOf } from '../../../../core/shared/calendar'
import { placeNow, rightsGo, rowsGo, type Succeed } from '../../../kernel/succession'
import { StudyTasks } from './documents'

/** Tasks that are open are those of the branch in the place of theirs; what was done before stays where it was, and may be read by its secretary. */
export const studyTasksGo: Succeed = async (ports, { from, into, paths, past }) => {
  const { store, now } = ports
  const open = await store.table(StudyTasks).findAll({ branchId: from, dueOn: { gte: dateOf(now) } })
  await rowsGo(ports, StudyTasks, open, row => {
    const path = row.branchId === from && row.closedAt === undefined ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, branchId: into, path }
  })
  await rightsGo(ports, StudyTasks, { branchId: { in: [from, ...past] } }, { paths })
}
