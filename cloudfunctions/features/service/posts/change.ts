import { NOTIFYING_ACTS } from '../../../../core/life/public'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { claimKey, nextLook } from '../../../../core/service/posts/rules'
import type { Input } from '../../../../core/shared/operation'
import { settle } from '../../../kernel/settle'
import { Posts, type Post, type PostChange } from '../documents'
import type { Handlers } from '../use-case'
import { actsUpon } from './acts-upon'
import { cardsDue } from './cards'
import { followUp } from './follow-up'
import { movesOf } from './moves'
import { placesOf, differencesOf, shiftsAfter, spanOf } from './shifts'

/** A command sent again comes soon after the first; older changes are of no use. */
const CHANGES_KEPT = 9

const partsOf = (input: Input<(typeof contract)['post.change']>, before: Post) => ({
  title: input.title ?? before.title,
  place: input.place ?? before.place,
  bring: input.bring ?? before.bring,
  body: input.body ?? before.body,
  deadline: input.deadline === undefined ? before.deadline : input.deadline,
  contact: input.contact === undefined ? before.contact : input.contact,
})

export const change: Handlers<Pick<typeof contract, 'post.change'>> = {
  async 'post.change'(input, context) {
    const { store, openid, commandId, actor, now, fail, limit, checkText } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    const posts = store.table(Posts)
    let before: Post = context.subject
    await checkText(input.title, input.place?.name, input.bring, input.body, input.contact?.name, input.reason)
    return settle(async () => {
      const done = before.changes.find(one => one.commandId === commandId)
      if (done) return followUp(context, { ...before, shifts: done.before }, done, before)
      if (before.state === 'cancelled') return fail('POST_CLOSED')
      const changed = shiftsAfter(before.shifts, input.shifts ?? [], now, fail)
      const { moved, said } = changed
      const parts = partsOf(input, before)
      const all = [...differencesOf(before, parts), ...said]
      if (all.length === 0) return { notified: 0, promoted: 0, shiftIds: changed.shifts.map(one => one.shiftId) }
      const { shifts, left, clashes } = await actsUpon(context, input, { ...before, ...parts, shifts: changed.shifts }, before)
      const next = { ...parts, shifts, ...spanOf(shifts) }
      const released = input.clashing === 'release' && clashes.length > 0
      const gone = new Set(released ? clashes.map(one => claimKey(one.shiftId, one.memberId)) : [])
      const version = before.version + 1
      const grown = moved.filter(shiftId => placesOf(shifts, shiftId) > placesOf(before.shifts, shiftId))
      const freed = movesOf(before, [...new Set([...grown, ...(released ? clashes.map(one => one.shiftId) : [])])], version)
      const change: PostChange = {
        ...{ commandId, version, at: now, by: actor, said: all },
        // Without a word about single shifts it concerns everybody.
        moved: said.length === all.length ? moved : shifts.map(one => one.shiftId),
        before: before.shifts,
        ...(left.length > 0 ? { left } : {}),
        ...(clashes.length > 0 ? { clashes } : {}),
        ...(released ? { released: true as const, moves: freed } : {}),
        ...(input.reason ? { reason: input.reason } : {}),
      }
      const look = nextLook({ ...before, ...next }, now)
      const written = await posts.update(
        // A place is given back out of the queue that was looked at; otherwise those who come meanwhile are welcome.
        { _id: before._id, version: before.version, state: 'published', ...(released ? { seq: before.seq } : {}) },
        {
          set: {
            ...next,
            ...(released ? { queue: before.queue.filter(one => !gone.has(one.key)) } : {}),
            changes: [...before.changes.slice(-CHANGES_KEPT), change],
            ...(look === null ? {} : { lookAt: look }),
            ...cardsDue(before, now),
            ...(freed.length > 0 ? { cardDue: now, moves: [...(before.moves ?? []), ...freed] } : {}),
          },
          ...(look === null ? { unset: ['lookAt'] } : {}),
          inc: { version: 1, seq: 1 },
        },
      )
      const after = await posts.get(before._id)
      if (!after) return fail('NOT_FOUND')
      // Between the look and the write people may have come: the queue after it, under the shifts before it, is what stood.
      if (written > 0) return followUp(context, { ...after, shifts: before.shifts }, change, after)
      before = after
      return undefined
    })
  },
}
