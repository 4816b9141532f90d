import type { courses as contract } from '../../../../core/life/courses/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import { writeExport } from '../../../kernel/files'
import { byNumber, firstBy } from '../../../kernel/keyset'
import { idsOf, invitedTo } from '../activities/invited'
import type { Handlers } from '../use-case'
import { CourseProgresses, Courses } from './documents'
import { progressId, shownCourse, standingOf } from './shown'

/** As many courses as one sheet tells of. */
const MOST_COURSES = 500

const columns = [
  { title: '课程', width: 36 },
  { title: '哪里的', width: 24 },
  { title: '姓名', width: 12 },
  { title: '学完的日期', width: 14 },
  { title: '学时', width: 8 },
  { title: '经办人', width: 12 },
] as const

export const seen: Handlers<Pick<typeof contract, 'course.seen' | 'course.export'>> = {
  async 'course.seen'({ branchId, courseId }, { store, subject: branch, fail }) {
    const [course, people] = await Promise.all([store.table(Courses).get(courseId), invitedTo(store, { branchId, path: branch.path })])
    if (!course || !branch.path.startsWith(course.path)) return fail('NOT_FOUND')
    const rows = await store.table(CourseProgresses).getMany(people.map(one => progressId(courseId, one._id)))
    const rowOf = new Map(rows.map(row => [row.memberId, row]))
    const known = people.map(({ _id, name }) => ({ person: { memberId: _id, name }, row: rowOf.get(_id) }))
    return {
      ...shownCourse(course),
      seen: known
        .flatMap(({ person, row }) => {
          if (row?.seenAt === undefined) return []
          return [{ ...person, at: row.seenAt, ...(row.byName === undefined ? {} : { by: row.byName }) }]
        })
        .sort((one, other) => other.at - one.at),
      begun: known.flatMap(({ person, row }) =>
        row && row.seenAt === undefined ? [{ ...person, percent: standingOf(course, row).percent }] : [],
      ),
      missing: known.flatMap(({ person, row }) => (row ? [] : [person])),
    }
  },

  async 'course.export'({ branchId }, context) {
    const { store, subject: branch, audit } = context
    const [people, courses, { writeWorkbook }] = await Promise.all([
      invitedTo(store, { branchId, path: branch.path }),
      firstBy(store.table(Courses), { orgId: { in: scopesOf(branch.path) }, open: true }, byNumber('createdAt', 'desc'), MOST_COURSES),
      import('../../../spreadsheets/write'),
    ])
    const found = await store.table(CourseProgresses).findAll({ memberId: { in: idsOf(people) }, seenAt: { gte: 0 } })
    const rows = courses.flatMap(course =>
      found
        .filter(row => row.courseId === course._id)
        .map(({ memberId, seenAt, hours, byName }) => [
          ...[course.title, course.orgName, people.find(one => one._id === memberId)?.name ?? ''],
          ...[seenAt === undefined ? '' : dateOf(seenAt), String(hours ?? 0), byName ?? '本人'],
        ]),
    )
    for (const { _id } of people) audit(_id, 'study.exported')
    return writeExport(context, {
      name: '学完课程的同志',
      about: branch._id,
      content: await writeWorkbook([{ name: '学完课程的同志', columns, rows }]),
    })
  },
}
