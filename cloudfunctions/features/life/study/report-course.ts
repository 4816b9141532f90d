import { belongs } from '../../../kernel/access'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Member } from '../../people/public'
import type { CourseProgress } from '../courses/documents'
import { StudyReports, StudyTasks } from './documents'
import { noteReported } from './report'

/** Who has seen a course has done what a branch asked of them by it: it is reported without a further press. Its hours stand with the course alone. Safe to repeat. */
export const reportCourse = async (
  { store, actor: by, now }: Pick<Ports, 'store' | 'now'> & { actor: Actor },
  courseId: string,
  member: Member,
  { byName, brought }: Pick<CourseProgress, 'byName' | 'brought'>,
): Promise<void> => {
  const branches = [member.branchId, ...member.affiliates.map(one => one.branchId)]
  const asked = await store.table(StudyTasks).findAll({ courseId, branchId: { in: branches } })
  const open = asked.filter(task => task.closedAt === undefined && belongs(member, task))
  await Promise.all(
    open.map(async task => {
      const { _id: taskId, branchId, title } = task
      await store.table(StudyReports).add({
        ...{ _id: `${taskId}:${member._id}`, taskId, memberId: member._id, branchId, name: member.name, title },
        ...{ hours: 0, text: '', photoFileIds: [], shared: false, at: now, by },
        ...(byName === undefined ? {} : { byName }),
        ...(brought ? { brought } : {}),
      })
      await noteReported({ store }, task, member, now)
    }),
  )
}
