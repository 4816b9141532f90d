import type * as z from 'zod'
import { Members } from '../../people/public'
import { Posts } from '../documents'
import { claimsOf } from '../../../../core/service/posts/rules'
import { overlap } from '../../../../core/shared/hours'
import type { Clash as Shape } from '../../../../core/shared/refusals'
import type { Post } from '../documents'
import { slicesOf } from '../../../kernel/in-groups'
import type { Store } from '../../../kernel/store'
import { commitment, same, takenUpBy } from './commitments'

export type Clash = z.infer<typeof Shape>

/** People in one look-up, and posts around one day in which they may be. */
const BATCH = 200
const MOST = 1000

/** The posts in whose queues any of these people are and which touch these hours. */
const postsAround = async (store: Store, memberIds: readonly string[], from: number, to: number): Promise<Post[]> => {
  const found = await Promise.all(
    slicesOf(memberIds, BATCH).map(ids =>
      store.table(Posts).find({ 'queue.memberId': { in: ids }, endsAt: { gt: from }, startsAt: { lt: to } }, { limit: MOST }),
    ),
  )
  return found.flat()
}

/**
 * Who of the queues of these shifts of a post (as it is to be) stands in the queue of another shift at the same time, and of which. Each person once for
 * each shift; where two of these shifts come to lie upon each other, it is the second that clashes.
 */
export const clashesOf = async (store: Store, post: Post, shiftIds: readonly string[]): Promise<Clash[]> => {
  const moved = post.shifts.filter(shift => shiftIds.includes(shift.shiftId) && !shift.cancelled)
  const memberIds = [...new Set(moved.flatMap(shift => claimsOf(post.queue, shift.shiftId).map(one => one.memberId)))]
  if (memberIds.length === 0) return []
  const [from, to] = [Math.min(...moved.map(one => one.startsAt)), Math.max(...moved.map(one => one.endsAt))]
  const others = (await postsAround(store, memberIds, from, to)).filter(one => one._id !== post._id)
  const all = [...new Map([post, ...others].map(one => [one._id, one])).values()]
  const comesLater = (shiftId: string, index: number) => moved.findIndex(one => one.shiftId === shiftId) > index
  const found = moved.flatMap((shift, index) =>
    claimsOf(post.queue, shift.shiftId).flatMap(({ memberId, at }) => {
      const own = commitment(post, shift, at)
      const other = takenUpBy(all, memberId).find(
        one => !same(one, own) && overlap(one, own) && !(one.postId === post._id && comesLater(one.shiftId, index)),
      )
      return other ? [{ memberId, shiftId: shift.shiftId, other }] : []
    }),
  )
  const members = await store.table(Members).getMany([...new Set(found.map(one => one.memberId))])
  const names = new Map(members.map(one => [one._id, one.name]))
  return found.map(({ memberId, shiftId, other: { postId, shiftId: of, title, startsAt, endsAt } }) => ({
    ...{ memberId, name: names.get(memberId) ?? '', shiftId },
    with: { postId, shiftId: of, title, startsAt, endsAt },
  }))
}
