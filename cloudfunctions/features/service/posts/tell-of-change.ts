import { changedNotice, type Meaning } from '../../../../core/service/posts/notices'
import { claimKey, claimOf } from '../../../../core/service/posts/rules'
import type { Post, PostChange } from '../documents'
import type { Context } from '../use-case'
import { grouped } from '../../../../core/shared/grouped'

/** Tells of a change those whose shifts it touched, with what it means to each. Answers how many. */
export const tellOfChange = async (context: Context<'post.change'>, before: Post, change: PostChange, after: Post): Promise<number> => {
  const { left = [], clashes = [], released = false } = change
  const touched = new Set(change.moved)
  const ahead = after.shifts.filter(shift => touched.has(shift.shiftId) && !shift.cancelled && shift.endsAt > context.now)
  const gaveBack = new Set(released ? clashes.map(one => one.memberId) : [])
  const mine = (memberId: string) => ahead.filter(shift => after.queue.some(one => one.key === claimKey(shift.shiftId, memberId)))
  const meaningFor = (memberId: string): Meaning => {
    const clash = clashes.find(one => one.memberId === memberId)
    return {
      waits: mine(memberId).some(
        ({ shiftId }) => claimOf(before, shiftId, memberId).state === 'held' && claimOf(after, shiftId, memberId).state === 'waiting',
      ),
      signsAgain: left.some(one => one.memberId === memberId),
      ...(clash ? { clash: clash.with, released } : {}),
    }
  }
  const concerned = [...new Set([...after.queue.map(one => one.memberId), ...gaveBack])].filter(
    memberId => mine(memberId).length > 0 || gaveBack.has(memberId),
  )
  const groups = grouped(concerned, memberId => JSON.stringify([meaningFor(memberId), mine(memberId).map(one => one.shiftId)]))
  const reached = await Promise.all(
    [...groups.values()].map(people => {
      const [first = ''] = people
      const shifts = gaveBack.has(first) ? after.shifts.filter(one => clashes.some(({ memberId, shiftId }) => memberId === first && shiftId === one.shiftId)) : mine(first) // prettier-ignore
      return context.tell(people, changedNotice(after, shifts, change, meaningFor(first)))
    }),
  )
  return reached.reduce((sum, count) => sum + count, 0)
}
