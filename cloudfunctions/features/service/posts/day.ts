import { PostFeedbacks, Services } from '../documents'
import { slotsAhead } from '../../../../core/shared/codes'
import type { posts as contract } from '../../../../core/service/posts/contract'
import { asHeld, shiftMeant, signInDoor, signOutDoor, tookPlace } from '../../../../core/service/posts/day'
import { judgeProof, type Door } from '../../../../core/shared/door'
import { claimsOf, holdersOf, type Shift } from '../../../../core/service/posts/rules'
import { credited, said, settled, signedIn } from '../../../../core/service/posts/served'
import { hoursOf, inForce } from '../../../../core/shared/hours'
import type { Post, Service } from '../documents'
import type { Context, Handlers } from '../use-case'
import { codesOf } from '../../life/public'
import type { Store } from '../../../kernel/store'
import { shiftOf } from './claim'
import { decideServices, serviceId, servicesOf, whoseRow } from './served'

type Day = Handlers<Pick<typeof contract, 'post.codes' | 'post.signIn' | 'post.signOut' | 'post.settle' | 'post.feedback'>>

const MINUTE = 60_000
/** The organizer's screen can do without the network for this long. */
const CODES_FOR = 10 * MINUTE
const WRONG_CODES = 20
const WRONG_CODES_WITHIN = 10 * MINUTE

interface AtDoor {
  shiftId?: string | undefined
  code?: string | undefined
  point?: { lng: number; lat: number } | undefined
}

const prove = async (context: Context<'post.signIn'> | Context<'post.signOut'>, door: Door, proof: AtDoor) => {
  const { subject, now, openid, refuse } = context
  const verdict = judgeProof(subject.place, door, proof, now, codesOf(subject))
  if (!verdict.refused) return
  if (verdict.refused === 'SIGNIN_CODE_INVALID') await context.limit(openid, WRONG_CODES, WRONG_CODES_WITHIN)
  refuse(verdict)
}

/** What stands of a member on the shifts of a post for which they are in the queue. */
const standingOf = async (store: Store, post: Post, memberId: string): Promise<Service[]> => {
  const queued = post.queue.filter(one => one.memberId === memberId)
  const rows = await store.table(Services).getMany(queued.map(one => serviceId(post._id, one.shiftId, memberId)))
  return rows.filter(row => inForce(row, shiftOf(post, row.shiftId)))
}

/** Was the member there: signed in by themselves, or said so by the organizer? */
const wasThere = ({ state }: Service) => state === 'in' || state === 'served'

export const onTheDay: Day = {
  async 'post.codes'(_input, { subject, now, fail }) {
    if (subject.state === 'cancelled') return fail('POST_CLOSED')
    const codeOf = codesOf(subject)
    return { codes: slotsAhead(now, CODES_FOR).map(({ slot, from, to }) => ({ code: codeOf(slot), from, to })) }
  },

  async 'post.signIn'({ shiftId, ...proof }, context) {
    const { subject, person, actor, now, store, audit, fail } = context
    if (subject.state === 'cancelled') return fail('POST_CLOSED')
    const heard = ({ shiftId: of, signedInAt }: Pick<Service, 'shiftId' | 'signedInAt'>, first: boolean) => ({
      ...{ state: 'signed-in' as const, shiftId: of, first },
      // A person who came has a time of coming.
      at: signedInAt ?? now,
    })
    const shift = shiftMeant(subject, person._id, shiftId, signInDoor, now)
    if (!shift) {
      // Who stands in for a holder was signed in by the organizer.
      const rows = (await standingOf(store, subject, person._id)).filter(row => shiftId === undefined || row.shiftId === shiftId)
      const row = rows.find(one => one.state === 'in')
      return row ? heard(row, false) : fail('NOT_HOLDING')
    }
    const services = store.table(Services)
    const id = serviceId(subject._id, shift.shiftId, person._id)
    try {
      await prove(context, signInDoor(shift), proof)
    } catch (error) {
      // Who is in already hears so, whatever they show and however late it is.
      const row = inForce(await services.get(id), shift)
      if (row && wasThere(row)) return heard(row, false)
      throw error
    }
    const first: Service = { ...signedIn<Service['by']>(null, shift, actor, now), ...whoseRow(subject, shift, person._id) }
    if ((await services.add(first)) === 'added') {
      if (actor.memberId !== person._id) audit(person._id, 'post.signIn')
      return heard(first, true)
    }
    // Who was called absent, or was in for hours that the shift has no more, signs in again.
    const [decided] = await decideServices(context, subject, shift, [person._id], row => {
      const stands = inForce(row, shift)
      return stands && wasThere(stands) ? stands : signedIn(row, shift, actor, now)
    })
    if (!decided?.after) return fail('CONFLICT')
    return heard(decided.after, decided.after !== decided.before)
  },

  async 'post.signOut'({ shiftId, ...proof }, context) {
    const { subject, person, now, store, fail } = context
    const rows = await standingOf(store, subject, person._id)
    const there = new Set(rows.filter(wasThere).map(row => row.shiftId))
    if (subject.state === 'cancelled' && there.size === 0) return fail('POST_CLOSED')
    const shift = shiftMeant(subject, person._id, shiftId, signOutDoor, now, there)
    if (!shift) return fail('NOT_HOLDING')
    const heard = (one: Service, first: boolean) => ({
      state: 'signed-out' as const,
      shiftId: shift.shiftId,
      at: one.signedOutAt ?? shift.endsAt,
      minutes: one.minutes,
      first,
    })
    const seen = rows.find(row => row.shiftId === shift.shiftId)
    if (seen?.state === 'served') return heard(seen, false)
    if (seen?.state !== 'in') return fail('SIGNIN_NOT_OPEN', signInDoor(shift))
    await prove(context, signOutDoor(shift), proof)
    const [decided] = await decideServices(context, subject, shift, [person._id], row =>
      row?.state === 'in' ? credited(row, shift, now, now) : row,
    )
    const after = decided?.after
    return after?.state === 'served' ? heard(after, after !== decided?.before) : fail('CONFLICT')
  },

  async 'post.settle'({ shiftId, served = [] }, context) {
    const { subject, actor, now, store, fail, audit } = context
    const called = shiftOf(subject, shiftId)
    if (!tookPlace(called)) return fail('POST_CLOSED')
    const shift = asHeld(called)
    if (now < shift.endsAt) return fail('SHIFT_NOT_OVER')
    const queue = claimsOf(subject.queue, shiftId).map(one => one.memberId)
    if (served.some(memberId => !queue.includes(memberId))) return fail('INVALID_INPUT', { paths: ['served'] })
    const owing = new Set(holdersOf(subject, shift).map(one => one.memberId))
    const rows = await servicesOf(store, subject._id, shiftId)
    const people = [...new Set([...owing, ...served, ...rows.map(row => row.memberId)])]
    const decided = await decideServices(context, subject, shift, people, (row, memberId) =>
      settled(shift, row, { came: served.includes(memberId), owes: owing.has(memberId), by: actor, now }),
    )
    for (const { memberId, before, after } of decided)
      if (after && before?.state !== after.state) audit(memberId, 'post.settle', after.state)
    const after = decided.flatMap(one => one.after ?? [])
    const done = after.filter(row => row.state === 'served')
    return {
      served: done.length,
      noShow: after.filter(row => row.state === 'no-show').length,
      minutes: done.reduce((sum, row) => sum + row.minutes, 0),
    }
  },

  async 'post.feedback'({ postId, text, photoFileIds }, { subject, person, actor, now, store, checkText, fail }) {
    const holds = subject.shifts.some(shift => holdersOf(subject, shift).some(one => one.memberId === person._id))
    if (!holds && !(await standingOf(store, subject, person._id)).some(wasThere)) return fail('NOT_HOLDING')
    await checkText(text)
    const id = `${postId}:${person._id}`
    await store
      .table(PostFeedbacks)
      .put({ _id: id, postId, memberId: person._id, name: person.name, text, photoFileIds, at: now, by: actor })
    return {}
  },
}

/** Credits who is in on a shift that was called off while it ran, until then. Done again it changes nothing. */
export const creditUntilCalledOff = async (context: Pick<Context<'post.cancel'>, 'store' | 'now'>, post: Post, called: Shift) => {
  const shift = asHeld(called)
  const rows = (await servicesOf(context.store, post._id, shift.shiftId)).filter(row => inForce(row, called))
  const there = rows.filter(row => row.signedInAt !== undefined && wasThere(row)).map(row => row.memberId)
  return decideServices(context, post, shift, there, row => {
    if (row?.state !== 'in') return row
    if (tookPlace(called)) return credited(row, shift, called.cancelledAt ?? context.now)
    return said(row, { state: 'none', minutes: 0, by: row.by, held: hoursOf(called) }, context.now)
  })
}
