import { settle } from '../../../kernel/settle'
import { Posts } from '../documents'
import { saySpan } from '../../../../core/shared/spans'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { placeIsYours, withdrawnNotice } from '../../../../core/service/posts/notices'
import { claimKey, holdersOf, judgeClaim, judgeWithdraw, promoted, type Shift } from '../../../../core/service/posts/rules'
import { isQueueOpen, type InQueue } from '../../../../core/shared/queue'
import { claimsOf, claimOf } from '../../../../core/service/posts/rules'
import type { Commitment } from '../../people/public'
import type { Post } from '../documents'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import type { Context, Handlers } from '../use-case'
import { tell } from '../../../kernel/tell'
import { cardsDue, showCards } from './cards'
import { commit, commitment, forget, knownClash } from './commitments'

type Claiming = Handlers<Pick<typeof contract, 'post.claim' | 'post.withdraw'>>
type Entry = Post['queue'][number]

/** How often leaving is tried again over other changes of the queue. */
const TURNS = 5

/** The shift named; NOT_FOUND where the post has none of that name. */
export const shiftOf = (post: Post, shiftId: string): Shift => {
  const shift = post.shifts.find(one => one.shiftId === shiftId)
  if (!shift) throw new Failure('NOT_FOUND')
  return shift
}

/** What a person is told of the shift that stands in the way. */
export const sayClash = ({ postId, shiftId, title, startsAt, endsAt }: Commitment) => ({
  ...{ postId, shiftId, title, startsAt, endsAt },
  name: `${title} ${saySpan({ startsAt, endsAt })}`,
})

/** More people than move up within a minute. */
const NEXT_IN_LINE = 20

/** Who waits for these shifts now, as a write that frees places notes it; `version` is the one that it makes. */
export const movesOf = (post: Post, shiftIds: readonly string[], version: number): NonNullable<Post['moves']> =>
  shiftIds.flatMap(shiftId => {
    const shift = post.shifts.find(one => one.shiftId === shiftId)
    const waiting = shift ? claimsOf(post.queue, shiftId).slice(shift.places, shift.places + NEXT_IN_LINE) : []
    return waiting.length > 0 ? [{ shiftId, version, waiting: waiting.map(one => one.memberId) }] : []
  })

/** Tells those of a post's noted moves who hold a place now; those told at once are not told twice. Answers how many they are. */
export const tellMoves = async (ports: Ports, post: Post): Promise<number> => {
  let told = 0
  for (const { shiftId, version, waiting } of post.moves ?? []) {
    const shift = post.shifts.find(one => one.shiftId === shiftId)
    if (!shift || shift.cancelled || post.state === 'cancelled' || !isQueueOpen(shift, ports.now)) continue
    const now = holdersOf(post, shift).filter(one => waiting.includes(one.memberId))
    await Promise.all(now.map(one => tell(ports, [one.memberId], placeIsYours({ ...post, version }, shift, one))))
    told += now.length
  }
  return told
}

/** Tells those who moved up between two looks at a post; each once for one claim. */
export const tellPromoted = async (ports: Ports, before: Post, after: Post, shiftIds: readonly string[]): Promise<number> => {
  const movedUp = shiftIds.flatMap(shiftId => {
    const shift = after.shifts.find(one => one.shiftId === shiftId)
    if (!shift || after.state === 'cancelled' || !isQueueOpen(shift, ports.now)) return []
    return promoted(before, after, shiftId).flatMap(memberId => {
      const claim = after.queue.find(one => one.key === claimKey(shiftId, memberId))
      return claim ? [{ memberId, notice: placeIsYours(after, shift, claim) }] : []
    })
  })
  await Promise.all(movedUp.map(one => tell(ports, [one.memberId], one.notice)))
  return movedUp.length
}

const stands = (place: InQueue) => {
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

/** As long as a late withdrawal may wait to be told: the timer comes each minute, and after an outage somewhat later. */
const TOLD_WITHIN = 24 * 60 * 60_000

/** Tells who runs a post of those who withdrew late; each is told once, however often this runs. */
export const tellLate = async (ports: Ports, post: Post): Promise<void> => {
  for (const gone of post.withdrawn.filter(one => one.at > ports.now - TOLD_WITHIN))
    await tellOrganizer(ports, post, withdrawnNotice(post, shiftOf(post, gone.shiftId), gone))
}

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

export const claiming: Claiming = {
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
    if (!queued.entered) return stands(claimOf(queued.post, shiftId, person._id))
    if (clash) {
      await leave(context, queued.post, shiftId, person._id)
      return fail('SHIFT_OVERLAPS', sayClash(clash))
    }
    await showCards(context, queued.post)
    return stands(claimOf(queued.post, shiftId, person._id))
  },

  async 'post.withdraw'({ shiftId, reason }, context) {
    const { subject, person, actor, now, audit, fail, checkText } = context
    const shift = shiftOf(subject, shiftId)
    if (claimOf(subject, shiftId, person._id).state === 'none') return { state: 'withdrawn' }
    const verdict = judgeWithdraw(subject, shift, person._id, reason, now)
    if (verdict === 'POST_CLOSED' || verdict === 'WITHDRAW_REASON_NEEDED') return fail(verdict)
    await checkText(reason)
    const late =
      verdict === 'late' && reason !== undefined ? { shiftId, memberId: person._id, name: person.name, at: now, reason } : undefined
    const { left } = await leave(context, subject, shiftId, person._id, late)
    if (left && actor.memberId !== person._id) audit(person._id, 'post.withdraw')
    return { state: 'withdrawn' }
  },
}

/** Tells the organizer, who put the post up. */
export const tellOrganizer = (
  ports: Ports,
  { createdBy }: Pick<Post, 'createdBy'>,
  notice: Parameters<Context<'post.claim'>['tell']>[1],
): Promise<number> => tell(ports, createdBy.memberId === null ? [] : [createdBy.memberId], notice)
