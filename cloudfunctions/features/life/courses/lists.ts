import type { courses as contract } from '../../../../core/life/courses/contract'
import { scopesOf } from '../../../../core/shared/scopes'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { grouped } from '../../../../core/shared/grouped'
import { idsOf, invitedTo } from '../activities/invited'
import type { Handlers } from '../use-case'
import { CourseProgresses, Courses } from './documents'
import { coursesFor } from './unseen'
import { progressId, shownContent, shownCourse, standingOf } from './shown'

const PAGE = 20
const latest = byNumber('createdAt', 'desc')

export const lists: Handlers<Pick<typeof contract, 'course.list' | 'course.get' | 'course.desk'>> = {
  async 'course.list'({ cursor }, { store, person }) {
    const orgId = { in: coursesFor(person) }
    const { items, cursor: next } = await pageBy(store.table(Courses), { orgId, open: true }, latest, { size: PAGE, cursor })
    const rows = await store.table(CourseProgresses).getMany(items.map(one => progressId(one._id, person._id)))
    const own = new Map(rows.map(row => [row.courseId, row]))
    return { items: items.map(course => ({ ...shownCourse(course), ...standingOf(course, own.get(course._id)) })), cursor: next }
  },

  async 'course.get'(_, { store, subject: course, person }) {
    const row = await store.table(CourseProgresses).get(progressId(course._id, person._id))
    return { ...shownCourse(course), ...shownContent(course), ...standingOf(course, row) }
  },

  async 'course.desk'({ orgId, cursor }, { store, subject: org, may }) {
    const isBranch = org.kind === 'branch'
    const [{ items, cursor: next }, people] = await Promise.all([
      pageBy(store.table(Courses), { orgId: { in: scopesOf(org.path) }, open: true }, latest, { size: PAGE, cursor }),
      isBranch ? invitedTo(store, { branchId: orgId, path: org.path }) : [],
    ])
    const memberId = { in: idsOf(people) }
    const rows = isBranch && items.length > 0 ? await store.table(CourseProgresses).findAll({ memberId, seenAt: { gte: 0 } }) : []
    const seen = new Map(grouped(rows, row => row.courseId))
    return {
      items: items.map(course => ({
        ...shownCourse(course),
        ...shownContent(course),
        ...(isBranch ? { seen: seen.get(course._id)?.length ?? 0 } : {}),
        own: course.orgId === orgId,
      })),
      cursor: next,
      may: may('save'),
    }
  },
}
