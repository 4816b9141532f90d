import { settle } from '../../../kernel/settle'
import { Members, VOLUNTEERS } from '../../people/public'
import { Posts } from '../documents'
import { sameName } from '../../../../core/people/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { offeredNotice, takenNotice } from '../../../../core/service/posts/notices'
import { claimKey, counts, judgeOpen, takenOver } from '../../../../core/service/posts/rules'
import { claimsOf, claimOf } from '../../../../core/service/posts/rules'
import { mayTakePart } from '../../../kernel/access'
import type { Member } from '../../people/public'
import type { Post } from '../documents'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import type { Context, Handlers } from '../use-case'
import { tell } from '../../../kernel/tell'
import { movesOf, sayClash, shiftOf, tellPromoted } from './claim'
import { cardsDue, showCards } from './cards'
import { commit, commitment, forget, knownClash } from './commitments'

type Swapping = Handlers<Pick<typeof contract, 'post.offer' | 'post.takeOver'>>
type Queue = Post['queue']

/** More people than bear one name in a branch. */
const NAMESAKES = 20

/**
 * Writes what `decide` makes of the queue, over every write that comes in between. `decide` answers null to leave it.
 * Answers the post before and after; throws CONFLICT where others were faster each time.
 */
const rewrite = async (
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

/** The person meant: by id, or by name among one's own branch and the queue of the shift. */
const personMeant = async (
  { store, subject, person, fail }: Context<'post.offer'>,
  shiftId: string,
  { toMemberId, toName }: { toMemberId?: string | undefined; toName?: string | undefined },
): Promise<Member | null> => {
  const members = store.table(Members)
  if (toMemberId === undefined && toName === undefined) return null
  const [byId, branch, waiting] = await Promise.all([
    toMemberId === undefined ? null : members.get(toMemberId),
    toName === undefined || person.branchId === VOLUNTEERS
      ? []
      : members.find({ branchId: person.branchId, name: toName, state: 'active' }, { limit: NAMESAKES }),
    toName === undefined ? [] : members.getMany(claimsOf(subject.queue, shiftId).map(one => one.memberId)),
  ])
  const candidates = byId ? [byId] : [...branch, ...waiting.filter(one => toName !== undefined && sameName(one.name, toName))]
  const able = new Map(
    candidates.filter(one => one._id !== person._id && one.state === 'active' && mayTakePart(one, subject)).map(one => [one._id, one]),
  )
  const [found, another] = able.values()
  return found && !another ? found : fail('PERSON_UNCLEAR')
}

export const swapping: Swapping = {
  async 'post.offer'({ shiftId, toMemberId, toName, back }, context) {
    const { subject, person, now, store, fail } = context
    if (judgeOpen({ ...subject, deadline: null }, shiftOf(subject, shiftId), now) !== 'open') return fail('POST_CLOSED')
    if (claimOf(subject, shiftId, person._id).state !== 'held') return fail('NOT_HOLDING')
    const to = back ? null : await personMeant(context, shiftId, { toMemberId, toName })
    const key = claimKey(shiftId, person._id)

    const rewritten = await rewrite(
      context,
      subject,
      post => {
        const shift = shiftOf(post, shiftId)
        if (claimOf(post, shiftId, person._id).state !== 'held') return null
        if (!back && !to && counts(post, shift).waiting > 0) return post.queue.filter(one => one.key !== key)
        const offer = { to: to?._id ?? null, name: person.name, at: now }
        return post.queue.map(({ offer: former, ...one }) =>
          one.key === key ? { ...one, ...(back ? {} : { offer }) } : { ...one, ...(former ? { offer: former } : {}) },
        )
      },
      shiftId,
    )
    if (!rewritten) return fail('NOT_HOLDING')
    const { before, after } = rewritten
    if (!after.queue.some(one => one.key === key)) {
      await Promise.all([
        forget(store, person._id, { postId: subject._id, shiftId }),
        tellPromoted(context, before, after, [shiftId]),
        showCards(context, after),
      ])
      return { state: 'given' }
    }
    if (to) await tell(context, [to._id], offeredNotice(after, shiftOf(after, shiftId), person._id, person.name, now))
    return { state: back ? 'held' : 'offered', ...(to ? { to: to.name } : {}) }
  },

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

    const rewritten = await rewrite(context, subject, post => takenOver(post.queue, shiftId, fromMemberId, taker))
    if (!rewritten) {
      const fresh = await store.table(Posts).get(postId)
      const stands = fresh ? claimOf(fresh, shiftId, person._id) : { state: 'none' as const }
      if (stands.state === 'none') await forget(store, person._id, { postId, shiftId })
      return stands.state === 'held' ? stands : fail('ALREADY_TAKEN', { by: null })
    }
    const { after } = rewritten
    await Promise.all([
      forget(store, fromMemberId, { postId, shiftId }),
      tell(context, [fromMemberId], takenNotice(after, shift, person.name, now)),
      showCards(context, after),
    ])
    const stands = claimOf(after, shiftId, person._id)
    return stands.state === 'none' ? fail('CONFLICT') : stands
  },
}
