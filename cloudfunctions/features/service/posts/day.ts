import { settle } from '../../../kernel/settle'
import { PostFeedbacks, Services } from '../documents'
import { slotsAhead } from '../../../../core/shared/codes'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { creditedMinutes, settled, shiftMeant, signInDoor, signOutDoor } from '../../../../core/service/posts/day'
import { judgeProof } from '../../../../core/shared/door'
import { holdersOf, type Shift } from '../../../../core/service/posts/rules'
import type { Post, Service } from '../documents'
import type { Ports } from '../../../kernel/ports'
import type { Context, Handlers } from '../use-case'
import { codesOf } from '../../life/public'
import { shiftOf } from './claim'
import { serviceId } from './view'

type Day = Handlers<Pick<typeof contract, 'post.codes' | 'post.signIn' | 'post.signOut' | 'post.settle' | 'post.feedback'>>

const MINUTE = 60_000
/** The organizer's screen can do without the network for this long. */
const CODES_FOR = 10 * MINUTE
const WRONG_CODES = 20
const WRONG_CODES_WITHIN = 10 * MINUTE

const rowOf = (post: Post, shift: Shift, memberId: string, by: Service['by']): Omit<Service, 'state' | 'minutes'> => ({
  _id: serviceId(post._id, shift.shiftId, memberId),
  postId: post._id,
  shiftId: shift.shiftId,
  memberId,
  kind: post.kind,
  title: post.title,
  startsAt: shift.startsAt,
  by,
})

interface AtDoor {
  shiftId?: string | undefined
  code?: string | undefined
  point?: { lng: number; lat: number } | undefined
}

/** The row as a reply: a person who came has a time of coming. */
const since = (row: Service, now: number) => row.signedInAt ?? now

const prove = async (context: Context<'post.signIn'> | Context<'post.signOut'>, door: ReturnType<typeof signInDoor>, proof: AtDoor) => {
  const { subject, now, openid, refuse } = context
  const verdict = judgeProof(subject.place, door, proof, now, codesOf(subject))
  if (!verdict.refused) return
  if (verdict.refused === 'SIGNIN_CODE_INVALID') await context.limit(openid, WRONG_CODES, WRONG_CODES_WITHIN)
  refuse(verdict)
}

export const onTheDay: Day = {
  async 'post.codes'(_input, { subject, now, fail }) {
    if (subject.state === 'cancelled') return fail('POST_CLOSED')
    const codeOf = codesOf(subject)
    return { codes: slotsAhead(now, CODES_FOR).map(({ slot, from, to }) => ({ code: codeOf(slot), from, to })) }
  },

  async 'post.signIn'({ shiftId, ...proof }, context) {
    const { subject, person, actor, now, store, audit, fail } = context
    if (subject.state === 'cancelled') return fail('POST_CLOSED')
    const shift = shiftMeant(subject, person._id, shiftId, signInDoor, now)
    if (!shift) return fail('NOT_HOLDING')
    const services = store.table(Services)
    const id = serviceId(subject._id, shift.shiftId, person._id)
    const heard = (row: Service, first: boolean) => ({
      state: 'signed-in' as const,
      shiftId: shift.shiftId,
      at: since(row, now),
      first,
    })
    try {
      await prove(context, signInDoor(shift), proof)
    } catch (error) {
      // Who is in already hears so, whatever they show and however late it is.
      const row = await services.get(id)
      if (row?.signedInAt !== undefined) return heard(row, false)
      throw error
    }
    const wanted: Service = { ...rowOf(subject, shift, person._id, actor), state: 'in', signedInAt: now, minutes: 0 }
    if ((await services.add(wanted)) === 'added') {
      if (actor.memberId !== person._id) audit(person._id, 'post.signIn')
      return heard(wanted, true)
    }
    const row = await services.get(id)
    return row ? heard(row, false) : fail('CONFLICT')
  },

  async 'post.signOut'({ shiftId, ...proof }, context) {
    const { subject, person, now, store, fail } = context
    if (subject.state === 'cancelled') return fail('POST_CLOSED')
    const shift = shiftMeant(subject, person._id, shiftId, signOutDoor, now)
    if (!shift) return fail('NOT_HOLDING')
    const services = store.table(Services)
    const id = serviceId(subject._id, shift.shiftId, person._id)
    const row = await services.get(id)
    const heard = (one: Service, first: boolean) => ({
      state: 'signed-out' as const,
      shiftId: shift.shiftId,
      at: one.signedOutAt ?? shift.endsAt,
      minutes: one.minutes,
      first,
    })
    if (row?.state === 'served') return heard(row, false)
    if (row?.signedInAt === undefined) return fail('SIGNIN_NOT_OPEN', signInDoor(shift))
    await prove(context, signOutDoor(shift), proof)
    const minutes = creditedMinutes(shift, row.signedInAt, now)
    const credited = await services.update({ _id: id, state: 'in' }, { set: { state: 'served', signedOutAt: now, minutes } })
    if (credited > 0) return heard({ ...row, state: 'served', signedOutAt: now, minutes }, true)
    const stands = await services.get(id)
    return stands?.state === 'served' ? heard(stands, false) : fail('CONFLICT')
  },

  async 'post.settle'({ shiftId, served = [] }, context) {
    const { subject, actor, now, store, fail, audit } = context
    const shift = shiftOf(subject, shiftId)
    if (subject.state === 'cancelled' || shift.cancelled) return fail('POST_CLOSED')
    if (now < shift.endsAt) return fail('SHIFT_NOT_OVER')
    const holders = holdersOf(subject, shift).map(one => one.memberId)
    if (served.some(memberId => !holders.includes(memberId))) return fail('INVALID_INPUT', { paths: ['served'] })
    const rows = await store.table(Services).getMany(holders.map(memberId => serviceId(subject._id, shiftId, memberId)))
    const after = await Promise.all(
      holders.map(memberId => {
        const row = rows.find(one => one.memberId === memberId) ?? null
        return settleOne(context, subject, shift, memberId, row, served.includes(memberId), actor)
      }),
    )
    for (const [index, row] of after.entries()) {
      const memberId = holders[index]
      const before = rows.find(one => one.memberId === memberId)
      if (memberId !== undefined && before?.state !== row.state) audit(memberId, 'post.settle', row.state)
    }
    const done = after.filter(row => row.state === 'served')
    return { served: done.length, noShow: after.length - done.length, minutes: done.reduce((sum, row) => sum + row.minutes, 0) }
  },

  async 'post.feedback'({ postId, text, photoFileIds }, { subject, person, actor, now, store, checkText, fail }) {
    if (!subject.shifts.some(shift => holdersOf(subject, shift).some(one => one.memberId === person._id))) return fail('NOT_HOLDING')
    await checkText(text)
    const id = `${postId}:${person._id}`
    await store
      .table(PostFeedbacks)
      .put({ _id: id, postId, memberId: person._id, name: person.name, text, photoFileIds, at: now, by: actor })
    return {}
  },
}

/** Brings one person's row to what settling makes of it, over a sign-out that comes at the same moment. */
const settleOne = async (
  { store }: Pick<Ports, 'store'>,
  post: Post,
  shift: Shift,
  memberId: string,
  seen: Service | null,
  came: boolean,
  by: Service['by'],
): Promise<Service> => {
  const services = store.table(Services)
  let row = seen
  return settle(async () => {
    const wanted = settled(shift, row, came)
    if (row && wanted === row) return row
    const next: Service = { ...rowOf(post, shift, memberId, by), ...wanted }
    const written = row
      ? (await services.update({ _id: next._id, state: row.state }, { set: { state: next.state, minutes: next.minutes } })) > 0
      : (await services.add(next)) === 'added'
    if (written) return next
    row = await services.get(next._id)
    return undefined
  })
}
