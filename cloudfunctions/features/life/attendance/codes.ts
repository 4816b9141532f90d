import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { signInWindow } from '../../../../core/life/attendance/rules'
import { slotsAhead } from '../../../../core/shared/codes'
import type { Handlers } from '../use-case'
import { codesOf } from './secret'

/** The secretary's screen can do without the network until the door closes: ten minutes at the least, six hours (720 codes) at the most. */
const CODES_AT_LEAST = 10 * 60_000

const CODES_AT_MOST = 6 * 60 * 60_000

export const codes: Handlers<Pick<typeof contract, 'attendance.codes'>> = {
  async 'attendance.codes'(_input, { subject, now, fail }) {
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    const codeOf = codesOf(subject)
    const cover = Math.min(Math.max(signInWindow(subject).closesAt - now, CODES_AT_LEAST), CODES_AT_MOST)
    return { codes: slotsAhead(now, cover).map(({ slot, from, to }) => ({ code: codeOf(slot), from, to })) }
  },
}
