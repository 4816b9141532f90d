import type { signups as contract } from '../../../../core/life/signups/contract'
import { judgeSignUp, signupOf } from '../../../../core/life/signups/rules'
import type { Context, Handlers } from '../use-case'
import { takeOut } from './take-out'

/** The queue keeps who signed a person up; that another took them out is kept by the audit. */
const left = ({ person, actor, audit }: Context<'signup.leave'>) => {
  if (actor.memberId !== person._id) audit(person._id, 'signup.leave')
  return { state: 'left' } as const
}

export const leave: Handlers<Pick<typeof contract, 'signup.leave'>> = {
  async 'signup.leave'(_, context) {
    const { subject, person, now, fail } = context
    if (signupOf(subject, person._id).state === 'none') return { state: 'left' }
    const verdict = judgeSignUp(subject, now)
    if (verdict !== 'open') return fail(verdict)

    const { standsThere } = await takeOut(context, subject, person._id)
    if (standsThere) return fail(standsThere === 'cancelled' ? 'ACTIVITY_CANCELLED' : 'CONFLICT')
    return left(context)
  },
}
