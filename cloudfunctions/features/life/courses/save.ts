import type { courses as contract } from '../../../../core/life/courses/contract'
import { kindOf } from '../../../../core/life/courses/rules'
import { claimFiles, endFiles } from '../../../kernel/files'
import type { Handlers } from '../use-case'
import { Courses, type Course } from './documents'

export const save: Handlers<Pick<typeof contract, 'course.save' | 'course.close'>> = {
  async 'course.save'({ orgId, courseId, title, body = '', audioFileId, videoFileId, seconds, hours }, context) {
    const { store, subject: org, actor, commandId, now, fail, checkText } = context
    const table = store.table(Courses)
    const before = await table.get(courseId ?? commandId)
    if (courseId === undefined ? before && before.createdBy.openid !== actor.openid : before?.orgId !== orgId)
      return fail(courseId === undefined ? 'CONFLICT' : 'NOT_FOUND')
    if (org.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['orgId'] })
    if (kindOf({ audioFileId, videoFileId }) === 'text' && body === '') return fail('INVALID_INPUT', { paths: ['body'] })
    const _id = courseId ?? commandId
    const named = [audioFileId, videoFileId].filter(one => one !== undefined)
    const files = { purpose: 'study', about: _id } as const
    await Promise.all([checkText(title, body), claimFiles(context, named, files)])
    const course: Course = {
      ...{ _id, orgId, orgName: org.name, path: org.path, title, body, hours, open: true },
      ...(audioFileId === undefined ? {} : { audioFileId }),
      ...(videoFileId === undefined ? {} : { videoFileId }),
      ...(seconds === undefined ? {} : { seconds }),
      ...{ createdBy: before?.createdBy ?? actor, createdAt: before?.createdAt ?? now },
    }
    await table.put(course)
    await endFiles(context, files, named)
    return { courseId: _id }
  },

  async 'course.close'({ courseId }, { store }) {
    await store.table(Courses).update({ _id: courseId }, { set: { open: false } })
    return {}
  },
}
