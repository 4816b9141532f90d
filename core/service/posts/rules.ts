import type { Movable } from '../../shared/hours'
import type { Instant } from '../../shared/operation'
import { countQueue, isQueueOpen, movedDown, movedUp, placeIn, placesInUse, type InQueue, type Queue } from '../../shared/queue'

const HOUR = 3_600_000

/** One shift of a post: when, and how many it needs. */
export interface Shift extends Movable {
  shiftId: string
  places: number
  cancelled?: true
  cancelledAt?: Instant
}

/** One claim in a post's queue. `key` names shift and person together, so that there can be no second. */
export interface Claim {
  key: string
  shiftId: string
  memberId: string
  at: Instant
  /** The group chat (opengid) it came from. */
  group?: string
  /** The place is offered: to that person, or to the first who takes it (null); `name` is the offerer's. */
  offer?: { to: string | null; name: string; at: Instant }
}

/** What decides who holds a place: of each shift's claims, in the order in which they came, the first `places` hold one (S0 认领岗位). */
export interface Queues {
  shifts: readonly Shift[]
  queue: readonly Claim[]
}

export const claimKey = (shiftId: string, memberId: string): string => `${shiftId}:${memberId}`

/** The claims of one shift in their order. */
export const claimsOf = <C extends Claim>(queue: readonly C[], shiftId: string): C[] => queue.filter(one => one.shiftId === shiftId)

const queueOf = (queue: readonly Claim[], { shiftId, places }: Pick<Shift, 'shiftId' | 'places'>): Queue => ({
  places,
  memberIds: claimsOf(queue, shiftId).map(one => one.memberId),
})
const shiftIn = ({ shifts }: Pick<Queues, 'shifts'>, shiftId: string) => shifts.find(one => one.shiftId === shiftId)

/** Where a member is on a shift: holding a place, waiting at a position (1 is next), or not in its queue. */
export const claimOf = (post: Queues, shiftId: string, memberId: string): InQueue => {
  const shift = shiftIn(post, shiftId)
  return shift ? placeIn(queueOf(post.queue, shift), memberId) : { state: 'none' }
}

/** Who holds a place of a shift, in order. */
export const holdersOf = <C extends Claim>({ queue }: { queue: readonly C[] }, { shiftId, places }: Shift): C[] =>
  claimsOf(queue, shiftId).slice(0, places)

/** How many places are left and how many people wait. */
export const counts = ({ queue }: Pick<Queues, 'queue'>, shift: Shift): { held: number; left: number; waiting: number } => {
  const { held, waiting } = countQueue(queueOf(queue, shift))
  return { held, left: shift.places - held, waiting }
}

/** Who moved up from waiting to holding a shift between two looks: they are to be told. */
export const promoted = (before: Queues, after: Queues, shiftId: string): string[] => {
  const [was, is] = [shiftIn(before, shiftId), shiftIn(after, shiftId)]
  if (!is || is.cancelled) return []
  return movedUp(was ? queueOf(before.queue, was) : { places: null, memberIds: [] }, queueOf(after.queue, is))
}

/** Who held a place of a shift and waits now that it has fewer. */
export const demoted = (before: Queues, after: Queues, shiftId: string): string[] => {
  const [was, is] = [shiftIn(before, shiftId), shiftIn(after, shiftId)]
  return was && is ? movedDown(queueOf(before.queue, was), queueOf(after.queue, is)) : []
}

/** How many places a shift must keep, at the least, so that none of these who hold one comes to wait; null where fewer will do. */
export const placesNeeded = (post: Queues, shift: Shift, places: number, memberIds: ReadonlySet<string>): number | null =>
  placesInUse(queueOf(post.queue, shift), places, memberIds)

/** What judging needs of a post. */
export interface Terms {
  state: 'published' | 'cancelled'
  deadline: Instant | null
  /** Since when it is called off: shifts that were over then are over. */
  cancelledAt?: Instant
}

/** Is a shift called off, by itself or with its post? */
const isCancelled = ({ state, cancelledAt }: Pick<Terms, 'state' | 'cancelledAt'>, { cancelled, endsAt }: Shift): boolean =>
  cancelled === true || (state === 'cancelled' && endsAt > (cancelledAt ?? 0))

/** How long a line may get behind the places of one shift; who comes later is better sent to another. */
export const LONGEST_LINE = 300

/** Is the queue of a shift still open to new people? Until it starts, or until the deadline where the post has one. */
export const judgeOpen = (post: Terms, shift: Shift, now: Instant): 'open' | 'POST_CLOSED' => {
  if (post.state === 'cancelled' || shift.cancelled || !isQueueOpen(shift, now)) return 'POST_CLOSED'
  return post.deadline !== null && now >= post.deadline ? 'POST_CLOSED' : 'open'
}

/** May a person who is not in the queue of a shift join it? */
export const judgeClaim = (post: Terms & Queues, shift: Shift, now: Instant): 'open' | 'POST_CLOSED' | 'POST_FULL' => {
  const verdict = judgeOpen(post, shift, now)
  if (verdict !== 'open') return verdict
  return counts(post, shift).waiting >= LONGEST_LINE ? 'POST_FULL' : 'open'
}

/** A person who gives a place back later than this before the start says why, and the organizer is told. */
const LATE = 24 * HOUR

/** May a person leave the queue of a shift, and what does it take? Those who only wait may go without a word. */
export const judgeWithdraw = (
  post: Terms & Queues,
  shift: Shift,
  memberId: string,
  reason: string | undefined,
  now: Instant,
): 'free' | 'late' | 'POST_CLOSED' | 'WITHDRAW_REASON_NEEDED' => {
  const begun = !isQueueOpen(shift, now)
  // Called off before it began it binds none of them; what was held has had its people.
  if (isCancelled(post, shift) && (!begun || (shift.cancelledAt ?? 0) <= shift.startsAt)) return 'free'
  if (begun) return 'POST_CLOSED'
  if (claimOf(post, shift.shiftId, memberId).state !== 'held' || now < shift.startsAt - LATE) return 'free'
  return reason ? 'late' : 'WITHDRAW_REASON_NEEDED'
}

/** A queue after one took over another's place: in the same position; who waited themselves waits no more. Null where it is not offered to them. */
export const takenOver = <C extends Claim>(queue: readonly C[], shiftId: string, fromMemberId: string, taker: C): C[] | null => {
  const offered = queue.find(one => one.shiftId === shiftId && one.memberId === fromMemberId)?.offer
  if (!offered || (offered.to !== null && offered.to !== taker.memberId)) return null
  return queue.filter(one => one.key !== taker.key).map(one => (one.key === claimKey(shiftId, fromMemberId) ? taker : one))
}

/** The hours before its start at which a shift that lacks hands is looked at, and the share of its places below which it is at risk then. */
const RISK = [
  { within: 24 * HOUR, below: 1 },
  { within: 72 * HOUR, below: 0.5 },
] as const

/** A post put up shortly before its time is looked at once more, this long before. */
const LAST_LOOK = 2 * HOUR

/** Few claims and near its time: less than full a day before, less than half full three days before. */
export const isAtRisk = (post: Terms & Queues, shift: Shift, now: Instant): boolean => {
  if (post.state === 'cancelled' || shift.cancelled || now >= shift.startsAt) return false
  const share = counts(post, shift).held / shift.places
  return RISK.some(({ within, below }) => shift.startsAt - now <= within && share < below)
}

/** When the timer has to look at a post next after `now`: for shifts at risk, and at each start and end for the cards in the chats. */
export const nextLook = (post: Terms & Queues, now: Instant): Instant | null => {
  if (post.state === 'cancelled') return null
  const looks = post.shifts
    .filter(shift => !shift.cancelled)
    .flatMap(({ startsAt, endsAt }) => [...RISK.map(({ within }) => startsAt - within), startsAt - LAST_LOOK, startsAt, endsAt])
    .filter(at => at > now)
  return looks.length > 0 ? Math.min(...looks) : null
}

/** How a shift stands to its readers. */
export const shiftState = (post: Terms & Queues, shift: Shift, now: Instant): 'open' | 'full' | 'closed' | 'over' | 'cancelled' => {
  if (isCancelled(post, shift)) return 'cancelled'
  if (now >= shift.endsAt) return 'over'
  if (judgeOpen(post, shift, now) !== 'open') return 'closed'
  return counts(post, shift).left === 0 ? 'full' : 'open'
}

/** What a card in a chat shows: counts while there are places (0), full (1), over (2). */
export const cardState = (post: Terms & Queues, now: Instant): { state: 0 | 1 | 2; memberCount: number; roomLimit: number } => {
  const running = post.shifts.filter(shift => ['open', 'full'].includes(shiftState(post, shift, now)))
  const sum = (amount: (shift: Shift) => number) => running.reduce((total, shift) => total + amount(shift), 0)
  const figures = { memberCount: sum(shift => counts(post, shift).held), roomLimit: sum(shift => shift.places) }
  if (running.length === 0) return { state: 2, ...figures }
  return { state: figures.memberCount >= figures.roomLimit ? 1 : 0, ...figures }
}
