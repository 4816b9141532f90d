import { settle } from '../../../kernel/settle'
import { Members } from '../../people/public'
import { Posts } from '../documents'
import { callId, MusterCalls } from '../musters/documents'
import type { Shift } from '../../../../core/service/posts/rules'
import { overlap } from '../../../../core/shared/hours'
import type { Instant } from '../../../../core/shared/operation'
import type { Commitment, Member } from '../../people/public'
import type { Post } from '../documents'
import { Failure } from '../../../kernel/failure'
import type { Store } from '../../../kernel/store'

/**
 * No two shifts of one person overlap. The queues of the posts are the truth, but two claims of one person at once cannot see each other
 * there; so that each claim is also noted on the member, whose `claimSeq` lets only one of two at once go first. The other then finds the
 * first one's note and yields. The notes come with the identity, so that they cost no look of their own; what they say is checked against the
 * queues before anybody is refused, and what was forgotten half-way is put right then.
 */

/** A note younger than this may belong to a claim that is still under way; functions live for 20 s. */
const UNDER_WAY = 60_000
/** More posts than anybody queues for at a time. */
const MOST = 200

type Span = Pick<Shift, 'shiftId' | 'startsAt' | 'endsAt'>

export const commitment = (post: Pick<Post, '_id' | 'title'>, { shiftId, startsAt, endsAt }: Span, at: Instant): Commitment => ({
  postId: post._id,
  shiftId,
  title: post.title,
  startsAt,
  endsAt,
  at,
})

export const same = (one: Pick<Commitment, 'postId' | 'shiftId'>, other: Pick<Commitment, 'postId' | 'shiftId'>) =>
  one.postId === other.postId && one.shiftId === other.shiftId
const allInTheWay = (wanted: Commitment, others: readonly Commitment[] = []) =>
  others.filter(other => !same(wanted, other) && overlap(wanted, other))
const inTheWay = (wanted: Commitment, others?: readonly Commitment[]) => allInTheWay(wanted, others)[0]

/** The posts in whose queues a member is and which are not over: one look at the index. */
export const queuedIn = (store: Store, memberId: string, now: Instant): Promise<Post[]> =>
  store.table(Posts).find({ 'queue.memberId': memberId, endsAt: { gt: now } }, { order: [['endsAt', 'asc']], limit: MOST })

/** What the queues say that a member is taken up by. */
export const takenUpBy = (posts: readonly Post[], memberId: string): Commitment[] =>
  posts
    .filter(post => post.state === 'published')
    .flatMap(post =>
      post.queue
        .filter(one => one.memberId === memberId)
        .flatMap(one =>
          post.shifts.filter(shift => shift.shiftId === one.shiftId && !shift.cancelled).map(shift => commitment(post, shift, one.at)),
        ),
    )

const stands = ({ _id, queue }: Post, { postId, shiftId }: Commitment, memberId: string): boolean =>
  _id === postId && queue.some(one => one.memberId === memberId && one.shiftId === shiftId)

/** Of these notes those of musters that still have the member; they are looked up by their rows. */
const heldOfMusters = async (store: Store, memberId: string, notes: readonly Commitment[], now: Instant): Promise<Commitment[]> => {
  const some = notes.filter(one => one.muster)
  if (some.length === 0) return []
  const calls = await store.table(MusterCalls).getMany(some.map(one => callId(one.postId, memberId)))
  return some.filter(one => calls.some(call => call.musterId === one.postId && call.endsAt > now && call.cells.includes(one.shiftId)))
}

/** Takes the note of a shift off a member. */
export const forget = async (
  store: Store,
  memberId: string,
  { postId, shiftId }: Pick<Commitment, 'postId' | 'shiftId'>,
): Promise<void> => {
  await store.table(Members).update({ _id: memberId, 'claims.shiftId': shiftId }, { pull: { claims: { postId, shiftId } } })
}

/** Notes a shift on the member as they were seen; 0 where another claim was noted since. */
const note = (store: Store, seen: Member, wanted: Commitment): Promise<number> =>
  store.table(Members).update({ _id: seen._id, claimSeq: seen.claimSeq ?? null }, { inc: { claimSeq: 1 }, push: { claims: wanted } })

/** Who is taken up by a shift already, as far as the member's notes say, or is about to be; what they say wrongly is taken off once it is old. */
export const knownClash = async (
  store: Store,
  member: Member,
  wanted: Commitment,
  now: Instant,
): Promise<{ clash: Commitment } | { member: Member }> => {
  const wrong = allInTheWay(wanted, member.claims)
  if (wrong.length === 0) return { member }
  const [posts, mustered] = await Promise.all([queuedIn(store, member._id, now), heldOfMusters(store, member._id, wrong, now)])
  // Of a claim that stands in no queue yet; where it does, the queue says better what it is for.
  const isUnderWay = (one: Commitment) => one.at > now - UNDER_WAY && !posts.some(post => stands(post, one, member._id))
  const clash = inTheWay(wanted, [...takenUpBy(posts, member._id), ...mustered]) ?? wrong.find(isUnderWay)
  if (clash) return { clash }
  await Promise.all(wrong.map(one => forget(store, member._id, one)))
  return { member: { ...member, claims: (member.claims ?? []).filter(one => !wrong.includes(one)) } }
}

/**
 * Commits a member to a shift, or answers what stands in the way. Safe beside any number of claims of the same person: of two that overlap
 * exactly one is committed. Runs beside the write to the queue; where it answers a clash, that write has to be taken back.
 */
export const commit = async (store: Store, member: Member, wanted: Commitment, now: Instant): Promise<Commitment | null> => {
  const past = (member.claims ?? []).filter(one => one.endsAt <= now)
  const [noted, posts] = await Promise.all([
    note(store, member, wanted),
    queuedIn(store, member._id, now),
    ...past.slice(0, MOST).map(one => forget(store, member._id, one)),
  ])
  const queued = takenUpBy(posts, member._id)
  /** What is in a queue but not noted is an old claim whose note was lost, or a claim under way that came second and will yield. */
  const heldAmong = (known: readonly Commitment[] = []) =>
    queued.filter(one => known.some(other => same(one, other)) || one.at < now - UNDER_WAY)

  if (noted > 0) {
    const clash = inTheWay(wanted, heldAmong(member.claims))
    if (clash) await forget(store, member._id, wanted)
    return clash ?? null
  }
  return settle<Commitment | null>(async () => {
    const seen = await store.table(Members).get(member._id)
    if (!seen) throw new Failure('CONFLICT')
    const old = inTheWay(wanted, heldAmong(seen.claims))
    if (old) return old
    const fresh = inTheWay(wanted, seen.claims)
    if (fresh) {
      if (fresh.at > now - UNDER_WAY) return fresh
      await forget(store, member._id, fresh)
    } else if (seen.claims?.some(one => same(one, wanted))) return null
    else if ((await note(store, seen, wanted)) > 0) return null
    return undefined
  })
}

/** What a person is to be committed to, of one post. */
export interface Wanted {
  memberId: string
  shift: Span
}

/**
 * Commits several people to shifts of one post before they stand in its queue, each person's shifts by one write on their notes, so that a claim of their
 * own at the same moment either comes first and is seen here, or comes second and yields. Answers those that stand; the others are taken up then, by what
 * `inWay` says. Who does not come to stand in the queue after all has to be forgotten.
 */
export const reserve = async (
  store: Store,
  post: Pick<Post, '_id' | 'title'>,
  wanted: readonly Wanted[],
  now: Instant,
  inWay: (wanted: Commitment, other: Commitment) => boolean = overlap,
): Promise<Wanted[]> => {
  const table = store.table(Members)
  const ids = [...new Set(wanted.map(one => one.memberId))]
  const members = new Map((await table.getMany(ids)).map(one => [one._id, one]))
  const one = async (memberId: string): Promise<Wanted[]> => {
    let member = members.get(memberId) ?? null
    return settle(async () => {
      if (member?.state !== 'active') return []
      const queued = takenUpBy(await queuedIn(store, memberId, now), memberId)
      const notes = member.claims ?? []
      const standing: Commitment[] = [...queued, ...notes.filter(note => note.at > now - UNDER_WAY)]
      const fit: Wanted[] = []
      for (const each of wanted.filter(want => want.memberId === memberId)) {
        const own = commitment(post, each.shift, now)
        if (standing.some(other => !same(own, other) && inWay(own, other))) continue
        standing.push(own)
        fit.push(each)
      }
      if (fit.length === 0) return fit
      const made = fit.map(each => commitment(post, each.shift, now))
      const claims = [...notes.filter(note => note.endsAt > now && !made.some(each => same(each, note))), ...made]
      const written = await table.update(
        { _id: memberId, state: 'active', claimSeq: member.claimSeq ?? null },
        { set: { claims }, inc: { claimSeq: 1 } },
      )
      if (written > 0) return fit
      member = await table.get(memberId)
      return undefined
    })
  }
  return (await Promise.all(ids.map(one))).flat()
}
