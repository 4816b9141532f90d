import type { signups as contract } from '../../../../core/life/signups/contract'
import { judgeSignUp, stateAt, signupOf } from '../../../../core/life/signups/rules'
import { Activities } from '../documents'
import type { Context, Handlers } from '../use-case'

type SignupPlace = ReturnType<typeof stateAt>

/** A person just signed up who is in no queue any more has left again by another tap. */
const signedUp = (place: SignupPlace, fail: Context<'signup.join'>['fail']) => (place.state === 'none' ? fail('CONFLICT') : place)

export const join: Handlers<Pick<typeof contract, 'signup.join'>> = {
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
    const place = signupOf(after, person._id)
    return after.state === 'cancelled' && place.state === 'none' ? fail('ACTIVITY_CANCELLED') : signedUp(place, fail)
  },
}
