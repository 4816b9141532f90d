import type { posts as contract } from '../../../../core/service/posts/contract'
import { claimKey, judgeClaim, claimOf } from '../../../../core/service/posts/rules'
import type { InQueue } from '../../../../core/shared/queue'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import { Posts, type Post } from '../documents'
import type { Handlers } from '../use-case'
import { cardsDue, showCards } from './cards'
import { commit, commitment, forget, knownClash } from './commitments'
import { leave } from './leave'
import { sayClash } from './say-clash'
import { shiftOf } from './shift-of'

type Entry = Post['queue'][number]

const placeTaken = (place: InQueue) => {
  if (place.state === 'none') throw new Failure('CONFLICT')
  return place
}

/** Puts a person at the end of the queue: one write, and where no other claim came in between, nothing is read back. */
const enter = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  seen: Post,
  entry: Entry,
): Promise<{ post: Post; entered: boolean } | { refused: 'POST_CLOSED' | 'POST_FULL' }> => {
  const posts = store.table(Posts)
  const push = (post: Post, alone: boolean) =>
    posts.update(
      { _id: post._id, version: post.version, state: 'published', 'queue.key': { not: entry.key }, ...(alone ? { seq: post.seq } : {}) },
      { push: { queue: entry }, inc: { seq: 1 }, set: cardsDue(post, now) },
    )
  if ((await push(seen, true)) > 0) return { post: { ...seen, queue: [...seen.queue, entry], seq: seen.seq + 1 }, entered: true }
  let post = seen
  return settle<{ post: Post; entered: boolean } | { refused: 'POST_CLOSED' | 'POST_FULL' }>(async () => {
    const pushed = await push(post, false)
    const after = await posts.get(post._id)
    if (!after) throw new Failure('NOT_FOUND')
    // In the queue by this write or by another tap; or out again by another tap.
    if (pushed > 0 || after.queue.some(one => one.key === entry.key)) return { post: after, entered: pushed > 0 }
    const verdict = judgeClaim(after, shiftOf(after, entry.shiftId), now)
    if (verdict !== 'open') return { refused: verdict }
    post = after
    return undefined
  })
}

export const claim: Handlers<Pick<typeof contract, 'post.claim'>> = {
  async 'post.claim'({ postId, shiftId, group }, context) {
    const { store, subject, person, actor, now, fail } = context
    const shift = shiftOf(subject, shiftId)
    const already = claimOf(subject, shiftId, person._id) // before judging: who is in the queue hears where they stand, even after it closed
    if (already.state !== 'none') return already
    const verdict = judgeClaim(subject, shift, now)
    if (verdict !== 'open') return fail(verdict)
    const wanted = commitment(subject, shift, now)
    const known = await knownClash(store, person, wanted, now)
    if ('clash' in known) return fail('SHIFT_OVERLAPS', sayClash(known.clash))

    const chat = context.group ?? group
    const entry: Entry = {
      key: claimKey(shiftId, person._id),
      shiftId,
      memberId: person._id,
      at: now,
      ...(chat === undefined ? {} : { group: chat }),
      ...(actor.memberId === person._id ? {} : { by: actor }),
    }
    const [queued, clash] = await Promise.all([enter(context, subject, entry), commit(store, known.member, wanted, now)])
    if ('refused' in queued) {
      await forget(store, person._id, { postId, shiftId })
      return fail(queued.refused)
    }
    // Another tap of the same person made the claim, and answers for it.
    if (!queued.entered) return placeTaken(claimOf(queued.post, shiftId, person._id))
    if (clash) {
      await leave(context, queued.post, shiftId, person._id)
      return fail('SHIFT_OVERLAPS', sayClash(clash))
    }
    await showCards(context, queued.post)
    return placeTaken(claimOf(queued.post, shiftId, person._id))
  },
}
