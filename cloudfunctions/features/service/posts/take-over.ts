import type { posts as contract } from '../../../../core/service/posts/contract'
import { takenNotice } from '../../../../core/service/posts/notices'
import { claimKey, judgeOpen, takenOver, claimOf } from '../../../../core/service/posts/rules'
import { tell } from '../../../kernel/tell'
import { Posts } from '../documents'
import type { Handlers } from '../use-case'
import { showCards } from './cards'
import { sayClash } from './say-clash'
import { shiftOf } from './shift-of'
import { commit, commitment, forget, knownClash } from './commitments'
import { rewriteQueue } from './rewrite-queue'

export const takeOver: Handlers<Pick<typeof contract, 'post.takeOver'>> = {
  async 'post.takeOver'({ postId, shiftId, fromMemberId }, context) {
    const { subject, person, actor, now, store, fail } = context
    const shift = shiftOf(subject, shiftId)
    const already = claimOf(subject, shiftId, person._id)
    if (already.state === 'held') return already
    if (judgeOpen({ ...subject, deadline: null }, shift, now) !== 'open') return fail('POST_CLOSED')
    const taker = {
      key: claimKey(shiftId, person._id),
      shiftId,
      memberId: person._id,
      at: now,
      ...(actor.memberId === person._id ? {} : { by: actor }),
    }
    if (!takenOver(subject.queue, shiftId, fromMemberId, taker)) return fail('ALREADY_TAKEN', { by: null })
    const wanted = commitment(subject, shift, now)
    const known = await knownClash(store, person, wanted, now)
    if ('clash' in known) return fail('SHIFT_OVERLAPS', sayClash(known.clash))
    const waited = already.state === 'waiting'
    // Who waits for the shift is committed to it already.
    const clash = waited ? null : await commit(store, known.member, wanted, now)
    if (clash) return fail('SHIFT_OVERLAPS', sayClash(clash))

    const rewritten = await rewriteQueue(context, subject, post => takenOver(post.queue, shiftId, fromMemberId, taker))
    if (!rewritten) {
      const fresh = await store.table(Posts).get(postId)
      const place = fresh ? claimOf(fresh, shiftId, person._id) : { state: 'none' as const }
      if (place.state === 'none') await forget(store, person._id, { postId, shiftId })
      return place.state === 'held' ? place : fail('ALREADY_TAKEN', { by: null })
    }
    const { after } = rewritten
    await Promise.all([
      forget(store, fromMemberId, { postId, shiftId }),
      tell(context, [fromMemberId], takenNotice(after, shift, person.name, now)),
      showCards(context, after),
    ])
    const place = claimOf(after, shiftId, person._id)
    return place.state === 'none' ? fail('CONFLICT') : place
  },
}
