import { claimKey, claimOf } from '../../../../core/service/posts/rules'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { Posts, type Post } from '../documents'
import { cardsDue, showCards } from './cards'
import { forget } from './commitments'
import { movesOf, tellPromoted } from './moves'
import { tellLate } from './organizer'

/** How often leaving is tried again over other changes of the queue. */
const TURNS = 5

/**
 * Takes a person out of the queue, tells who moved up and, where it is late, the organizer, and shows it on the cards. Who waited is noted
 * by the same write, for the timer. Answers whether this call did it, and the post after it.
 */
export const leave = async (
  context: Ports,
  seen: Post,
  shiftId: string,
  memberId: string,
  late?: Post['withdrawn'][number],
): Promise<{ left: boolean; after: Post }> => {
  const { store, now } = context
  const posts = store.table(Posts)
  const key = claimKey(shiftId, memberId)
  // The note must name all who waited: only where others are faster each time is it written upon an older look.
  const pull = (post: Post, alone: boolean) => {
    // No place comes free where the one who leaves only waited.
    const moves = alone && claimOf(post, shiftId, memberId).state === 'waiting' ? [] : movesOf(post, [shiftId], post.version)
    const due = moves.length > 0 || late ? { cardDue: now } : cardsDue(post, now)
    return posts.update(
      { _id: post._id, 'queue.key': key, ...(alone ? { seq: post.seq } : {}) },
      {
        ...{ pull: { queue: { key } }, inc: { seq: 1 }, set: due },
        push: { ...(late ? { withdrawn: late } : {}), ...(moves[0] ? { moves: moves[0] } : {}) },
      },
    )
  }
  let before = seen
  for (let turn = 1; ; turn++) {
    const [pulled] = await Promise.all([
      pull(before, turn < TURNS),
      turn === 1 ? forget(store, memberId, { postId: before._id, shiftId }) : null,
    ])
    const after = await posts.get(before._id)
    if (!after) throw new Failure('NOT_FOUND')
    if (pulled === 0 && turn < TURNS && after.queue.some(one => one.key === key)) {
      before = after
      continue
    }
    // A second tap that found oneself gone tells too: the first may have been cut off before it could.
    await Promise.all([tellPromoted(context, before, after, [shiftId]), late ? tellLate(context, after) : null, showCards(context, after)])
    return { left: pulled > 0, after }
  }
}
