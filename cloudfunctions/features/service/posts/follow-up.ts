import { replaced } from '../../../../core/service/posts/service-row'
import { hoursOf, inForce } from '../../../../core/shared/hours'
import type { Post, PostChange, Service } from '../documents'
import type { Context } from '../use-case'
import { showCards } from './cards'
import type { Clash } from './clashes'
import { forget } from './commitments'
import { tellMoves, tellPromoted } from './moves'
import { decideServices } from './services'
import { tellOfChange } from './tell-of-change'

/** Sign-ins that are left with the former hours are nothing for the new ones; what was said stays in their history. */
const letGo = async (context: Context<'post.change'>, post: Post, { left = [], before }: PostChange): Promise<void> => {
  await Promise.all(
    [...new Set(left.map(one => one.shiftId))].map(async shiftId => {
      const [old, shift] = [before, post.shifts].map(shifts => shifts.find(one => one.shiftId === shiftId))
      if (!old || !shift) return
      const people = left.filter(one => one.shiftId === shiftId).map(one => one.memberId)
      await decideServices(context, post, shift, people, (row: Service | null) =>
        row?.state === 'in' && !inForce(row, shift)
          ? replaced(row, { state: 'none', minutes: 0, by: row.by, held: hoursOf(old) }, context.now)
          : row,
      )
    }),
  )
}

/** Does what follows from a change: lets go of what stays with the former hours, frees those who gave a place back, and tells everybody. */
export const followUp = async (context: Context<'post.change'>, before: Post, change: PostChange, after: Post) => {
  const { left = [], clashes = [], released = false, moves = [] } = change
  const shiftIds = after.shifts.map(one => one.shiftId)
  if (after.state === 'cancelled') return { notified: 0, promoted: 0, shiftIds }
  const free = ({ memberId, shiftId }: Clash) => forget(context.store, memberId, { postId: after._id, shiftId })
  await Promise.all([letGo(context, after, change), ...(released ? clashes.map(free) : [])])
  const [notified, promoted] = await Promise.all([
    tellOfChange(context, before, change, after),
    released
      ? tellMoves(context, { ...after, moves: moves.map(one => ({ ...one, version: change.version })) })
      : tellPromoted(context, before, after, shiftIds),
    showCards(context, after),
  ])
  return {
    ...{ notified, promoted, shiftIds },
    ...(left.length > 0 ? { reset: left.length } : {}),
    ...(released ? { released: clashes.length } : clashes.length > 0 ? { clashes } : {}),
  }
}
