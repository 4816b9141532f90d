import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { judgeSignIn } from '../../../../core/life/attendance/rules'
import { inForce } from '../../../../core/shared/hours'
import { Attendances } from '../documents'
import type { Handlers } from '../use-case'
import { rowId } from './rows'
import { codesOf } from './secret'
import { signedIn, signInBy } from './sign-in-by'

const WRONG_CODES = 20

const WRONG_CODES_WITHIN = 10 * 60_000

export const signIn: Handlers<Pick<typeof contract, 'attendance.signIn'>> = {
  async 'attendance.signIn'({ activityId, code, point }, context) {
    const { store, now, openid, subject, person, actor } = context
    const verdict = judgeSignIn(subject, { code, point }, now, codesOf(subject))
    if (verdict.refused) {
      // Who is in already hears so, whatever they show and however late it is.
      const current = inForce(await store.table(Attendances).get(rowId({ activityId, memberId: person._id })), subject)
      if (current?.state === 'present') return signedIn(current, false)
      if (verdict.refused === 'SIGNIN_CODE_INVALID') await context.limit(openid, WRONG_CODES, WRONG_CODES_WITHIN)
      return context.refuse(verdict)
    }
    const answer = await signInBy(verdict.way, person._id, subject, context)
    if (answer.first && actor.relation) context.audit(person._id, 'attendance.signIn')
    return answer
  },
}
