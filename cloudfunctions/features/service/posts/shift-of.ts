import type { Shift } from '../../../../core/service/posts/rules'
import { Failure } from '../../../kernel/failure'
import type { Post } from '../documents'

/** The shift named; NOT_FOUND where the post has none of that name. */
export const shiftOf = (post: Post, shiftId: string): Shift => {
  const shift = post.shifts.find(one => one.shiftId === shiftId)
  if (!shift) throw new Failure('NOT_FOUND')
  return shift
}
