import { Organizations } from '../../people/public'
import { Posts, Services } from '../documents'
import { claimKey, type Shift } from '../../../../core/service/posts/rules'
import { claimOf } from '../../../../core/service/posts/rules'
import { shanghai } from '../../../../core/shared/calendar'
import type { Input, Output } from '../../../../core/shared/operation'
import type { volunteers as contract } from '../../../../core/service/volunteers/contract'
import { figuresOf } from '../../../../core/service/volunteers/rules'
import type { Post } from '../documents'
import type { Context } from '../use-case'
import { queuedIn } from '../posts/commitments'
import { correctedOf } from '../posts/shift-view'

type Mine = (typeof contract)['volunteer.mine']

const SHOWN = 50

const shiftLine = (post: Post, shift: Shift) => ({
  postId: post._id,
  shiftId: shift.shiftId,
  kind: post.kind,
  title: post.title,
  place: post.place.name,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
})

/** What a volunteer holds, what was offered to them, and what they did: three looks at once, each by its index. */
export const mine = async (_input: Input<Mine>, { store, person, now }: Context<'volunteer.mine'>): Promise<Output<Mine>> => {
  const [held, offering, rows, home] = await Promise.all([
    queuedIn(store, person._id, now),
    store.table(Posts).find({ 'queue.offer.to': person._id, endsAt: { gt: now } }, { limit: SHOWN }),
    store.table(Services).findAll({ memberId: person._id }),
    store.table(Organizations).get(person.branchId),
  ])
  const ahead = (posts: readonly Post[]) =>
    posts
      .filter(post => post.state === 'published')
      .flatMap(post => post.shifts.filter(shift => !shift.cancelled && shift.endsAt > now).map(shift => ({ post, shift })))
      .sort((one, other) => one.shift.startsAt - other.shift.startsAt)
  const served = rows.filter(row => row.state !== 'none').sort((one, other) => other.startsAt - one.startsAt)
  return {
    holding: ahead(held).flatMap(({ post, shift }) => {
      const place = claimOf(post, shift.shiftId, person._id)
      return place.state === 'none' ? [] : [{ ...shiftLine(post, shift), ...place }]
    }),
    offered: ahead(offering).flatMap(({ post, shift }) =>
      post.queue
        .filter(one => one.offer?.to === person._id && one.key === claimKey(shift.shiftId, one.memberId) && shift.startsAt > now)
        .map(one => ({
          ...shiftLine(post, shift),
          state: 'held' as const,
          offeredBy: { memberId: one.memberId, name: one.offer?.name ?? '' },
        })),
    ),
    served: served.slice(0, SHOWN).flatMap(row => {
      const { postId, shiftId, muster, kind, title, startsAt, state, minutes } = row
      return state === 'none'
        ? []
        : [{ postId, shiftId, kind, title, startsAt, state, minutes, ...(muster ? { muster } : {}), ...correctedOf(row) }]
    }),
    ...figuresOf(rows, { name: person.name, orgName: home?.name ?? '', year: shanghai(now).year() }),
  }
}
