import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { signInWindow } from '../../../../core/life/attendance/rules'
import type { Handlers } from '../use-case'
import { kioskTokenOf } from './secret'

export const kioskOpen: Handlers<Pick<typeof contract, 'attendance.kioskOpen'>> = {
  async 'attendance.kioskOpen'(_input, { subject, fail }) {
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    return { kioskToken: kioskTokenOf(subject), closesAt: signInWindow(subject).closesAt }
  },
}
