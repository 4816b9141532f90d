import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import { Posts, type Post } from '../documents'
import { cardsDue } from './cards'
import { movesOf } from './moves'

type Queue = Post['queue']

/**
 * Writes what `decide` makes of the queue, over every write that comes in between. `decide` answers null to leave it.
 * Answers the post before and after; throws CONFLICT where others were faster each time.
 */
export const rewriteQueue = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  seen: Post,
  decide: (post: Post) => Queue | null,
  /** Of which shift a place comes free by it. */
  frees: string | null = null,
): Promise<{ before: Post; after: Post } | null> => {
  const posts = store.table(Posts)
  let before = seen
  return settle(async () => {
    const queue = decide(before)
    if (!queue) return null
    const given = frees === null || queue.length === before.queue.length ? [] : movesOf(before, [frees], before.version)
    const changed = await posts.update(
      { _id: before._id, seq: before.seq, version: before.version, state: 'published' },
      {
        set: {
          queue,
          ...cardsDue(before, now),
          ...(given.length > 0 ? { cardDue: now, moves: [...(before.moves ?? []), ...given] } : {}),
        },
        inc: { seq: 1 },
      },
    )
    if (changed > 0) return { before, after: { ...before, queue, seq: before.seq + 1 } }
    const again = await posts.get(before._id)
    if (!again) throw new Failure('NOT_FOUND')
    before = again
    return undefined
  })
}
