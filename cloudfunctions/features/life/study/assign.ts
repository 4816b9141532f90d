import type { study as contract } from '../../../../core/life/study/contract'
import { NOTIFYING_ACTS } from '../../../../core/life/activities/rules'
import { assignedNotice } from '../../../../core/life/study/notices'
import { isRightDay } from '../../../../core/life/study/rules'
import { Courses } from '../courses/documents'
import { idsOf, invitedTo } from '../activities/invited'
import type { Handlers } from '../use-case'
import { StudyTasks, type StudyTask } from './documents'

export const assign: Handlers<Pick<typeof contract, 'study.assign' | 'study.close'>> = {
  async 'study.assign'({ title, kind, dueOn, hours, words, courseId }, context) {
    const { store, subject: branch, openid, actor, commandId, now, fail, tell, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const tasks = store.table(StudyTasks)
    const existing = await tasks.get(commandId)
    if (!existing) {
      if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
      if (!isRightDay(dueOn, now)) return fail('STUDY_DATE_WRONG')
      const course = courseId === undefined ? undefined : await store.table(Courses).get(courseId)
      if (course !== undefined && (!course?.open || !branch.path.startsWith(course.path)))
        return fail('INVALID_INPUT', { paths: ['courseId'] })
      await checkText(title, words)
    }
    const wanted: StudyTask = {
      ...{ _id: commandId, branchId: branch._id, path: branch.path, kind, title, dueOn },
      words: words ?? '',
      ...(hours === undefined ? {} : { hours }),
      ...(courseId === undefined ? {} : { courseId }),
      ...{ createdBy: actor, createdAt: now, reports: [] },
    }
    const made = existing ?? ((await tasks.add(wanted)) === 'added' ? wanted : await tasks.get(commandId))
    if (made?.createdBy.openid !== actor.openid || made.branchId !== branch._id) return fail('CONFLICT')
    // Sent again after it was cut off, it tells those it missed.
    if (made.closedAt === undefined) await tell(idsOf(await invitedTo(store, made)), assignedNotice(made, branch.name))
    return { taskId: made._id }
  },

  async 'study.close'({ taskId }, { store, now }) {
    await store.table(StudyTasks).update({ _id: taskId, closedAt: { exists: false } }, { set: { closedAt: now } })
    return {}
  },
}
