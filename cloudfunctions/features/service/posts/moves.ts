import { placeIsYours } from '../../../../core/service/posts/notices'
import { claimKey, holdersOf, promoted, claimsOf } from '../../../../core/service/posts/rules'
import { isQueueOpen } from '../../../../core/shared/queue'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import type { Post } from '../documents'

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
