import { Members } from '../../people/public'
import { Activities } from '../documents'
import { signups as contract } from '../../../../core/life/signups/contract'
import { judgeSignUp, stateAt } from '../../../../core/life/signups/rules'
import { signupOf } from '../../../../core/life/signups/rules'
import type { Context, Handlers } from '../use-case'
import { takeOut } from './take-out'

export const handlers: Handlers<typeof contract> = {
  async 'signup.join'({ activityId }, { store, subject, person, actor, now, fail }) {
    const already = signupOf(subject, person._id) // before judging: who is in the queue hears where they stand, even after it closed
    if (already.state !== 'none') return already
    const verdict = judgeSignUp(subject, now)
    if (verdict !== 'open') return fail(verdict)

    const activities = store.table(Activities)
    const open = { _id: activityId, state: 'published', 'signups.memberId': { not: person._id } } as const
    const entry = { push: { signups: { memberId: person._id, at: now, by: actor } } }
    const seen = subject.signups.length
    // Where no other tap came in between, the place in the queue is known without reading it back.
    const alone = await activities.update({ ...open, signups: { size: seen }, capacity: subject.capacity }, entry)
    if (alone > 0) return signedUp(stateAt(seen, subject.capacity), fail)

    await activities.update(open, entry)
    const after = await activities.get(activityId)
    if (!after) return fail('NOT_FOUND')
    const stands = signupOf(after, person._id)
    return after.state === 'cancelled' && stands.state === 'none' ? fail('ACTIVITY_CANCELLED') : signedUp(stands, fail)
  },

  async 'signup.leave'(_, context) {
    const { subject, person, now, fail } = context
    if (signupOf(subject, person._id).state === 'none') return { state: 'left' }
    const verdict = judgeSignUp(subject, now)
    if (verdict !== 'open') return fail(verdict)

    const { standsThere } = await takeOut(context, subject, person._id)
    if (standsThere) return fail(standsThere === 'cancelled' ? 'ACTIVITY_CANCELLED' : 'CONFLICT')
    return left(context)
  },

  async 'signup.list'(_, { store, subject }) {
    const members = await store.table(Members).getMany(subject.signups.map(one => one.memberId))
    const names = new Map(members.map(one => [one._id, one.name]))
    const items = subject.signups.flatMap(({ memberId, at, by }, index) => {
      const stands = stateAt(index, subject.capacity)
      if (stands.state === 'none') return []
      return [{ memberId, name: names.get(memberId) ?? '', at, ...stands, ...(by.memberId === memberId ? {} : { by: by.name }) }]
    })
    return { items }
  },
}

type Stands = ReturnType<typeof stateAt>

/** A person just signed up who is in no queue any more has left again by another tap. */
const signedUp = (stands: Stands, fail: Context<'signup.join'>['fail']) => (stands.state === 'none' ? fail('CONFLICT') : stands)

/** The queue keeps who signed a person up; that another took them out is kept by the audit. */
const left = ({ person, actor, audit }: Context<'signup.leave'>) => {
  if (actor.memberId !== person._id) audit(person._id, 'signup.leave')
  return { state: 'left' } as const
}

export { contract }
export { homes } from '../use-case'
