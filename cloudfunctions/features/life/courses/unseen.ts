import { scopesOf } from '../../../../core/shared/scopes'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import type { Member } from '../../people/public'
import { CourseProgresses, Courses } from './documents'
import { progressId } from './shown'

/** As many as are looked at for one visit. */
const MOST = 30

/** The organizations whose courses are for a member: their branch, where they take part too, and all above. */
export const coursesFor = (member: Pick<Member, 'path' | 'affiliates'>): string[] => [
  ...new Set([member.path, ...member.affiliates.map(one => one.path)].flatMap(scopesOf)),
]

/** The latest courses that a member has not seen. */
export const unseenBy = async (store: Store, member: Member) => {
  const courses = await firstBy(
    store.table(Courses),
    { orgId: { in: coursesFor(member) }, open: true },
    byNumber('createdAt', 'desc'),
    MOST,
  )
  const rows = await store.table(CourseProgresses).getMany(courses.map(one => progressId(one._id, member._id)))
  const seen = new Set(rows.filter(row => row.seenAt !== undefined).map(row => row.courseId))
  return courses.filter(one => !seen.has(one._id)).map(({ _id, title, hours }) => ({ courseId: _id, title, hours }))
}
