import { Attendances } from '../documents'
import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { replaced, type Row, type SignInWay } from '../../../../core/life/attendance/marks'
import { hoursOf, inForce } from '../../../../core/shared/hours'
import { isLate, judgeLeave, judgeSignIn, signInWindow } from '../../../../core/life/attendance/rules'
import type { Activity, Attendance } from '../documents'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Handlers } from '../use-case'
import { rowId, changeRow } from './rows'
import { codesOf } from './secret'

const WRONG_CODES = 20
const WRONG_CODES_WITHIN = 10 * 60_000

/** What a person hears who is signed in: now for the first time, or since `row.at`. */
export const signedIn = ({ at, late }: Pick<Row<Actor>, 'at' | 'late'>, first: boolean) => ({
  state: 'signed-in' as const,
  at,
  first,
  late,
})

/** Signs a person in who may be: one write, whatever else arrives at the same time. A leave or absence that stood goes to the history. */
export const signInBy = async (
  way: SignInWay,
  memberId: string,
  activity: Activity,
  { store, now, actor: by }: Pick<Ports, 'store' | 'now'> & { actor: Actor },
) => {
  const present = { state: 'present' as const, at: now, late: isLate(activity, now), way, by, held: hoursOf(activity) }
  const decide = (row: Attendance | null) => {
    const stands = inForce(row, activity)
    return stands?.state === 'present' ? stands : replaced(row, present, now)
  }
  const { row, changed } = await changeRow(store.table(Attendances), { activityId: activity._id, memberId }, decide)
  return signedIn(row, changed)
}

type Own = Pick<typeof contract, 'attendance.signIn' | 'attendance.askLeave'>

/** What a person does for themselves, or a family helper for them. */
export const signInHandlers: Handlers<Own> = {
  async 'attendance.signIn'({ activityId, code, point }, context) {
    const { store, now, openid, subject, person, actor } = context
    const verdict = judgeSignIn(subject, { code, point }, now, codesOf(subject))
    if (verdict.refused) {
      // Who is in already hears so, whatever they show and however late it is.
      const stands = inForce(await store.table(Attendances).get(rowId({ activityId, memberId: person._id })), subject)
      if (stands?.state === 'present') return signedIn(stands, false)
      if (verdict.refused === 'SIGNIN_CODE_INVALID') await context.limit(openid, WRONG_CODES, WRONG_CODES_WITHIN)
      return context.refuse(verdict)
    }
    const answer = await signInBy(verdict.way, person._id, subject, context)
    if (answer.first && actor.relation) context.audit(person._id, 'attendance.signIn')
    return answer
  },

  async 'attendance.askLeave'({ activityId, reason }, context) {
    const { store, now, subject, person, actor } = context
    const rows = store.table(Attendances)
    const verdict = judgeLeave(subject, now)
    if (verdict !== 'open') {
      const stands = inForce(await rows.get(rowId({ activityId, memberId: person._id })), subject)
      if (stands?.state === 'present') return { state: 'signed-in' }
      if (stands?.state === 'leave') return { state: 'leave' }
      return verdict === 'SIGNIN_NOT_OPEN' ? context.fail(verdict, signInWindow(subject)) : context.fail(verdict)
    }
    await context.checkText(reason)
    const leave = { state: 'leave' as const, at: now, late: false, by: actor, held: hoursOf(subject), ...(reason ? { reason } : {}) }
    const decide = (row: Attendance | null) => {
      const stands = inForce(row, subject)
      return stands && stands.state !== 'absent' ? stands : replaced(row, leave, now)
    }
    const { row, changed } = await changeRow(rows, { activityId, memberId: person._id }, decide)
    if (changed && actor.relation) context.audit(person._id, 'attendance.askLeave', reason || undefined)
    return { state: row.state === 'present' ? 'signed-in' : 'leave' }
  },
}
