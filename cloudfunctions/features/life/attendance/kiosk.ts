import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { signInWindow } from '../../../../core/life/attendance/rules'
import { endsIn, maskNames } from '../../../../core/life/attendance/sheet'
import type { Ports } from '../../../kernel/ports'
import { invitedTo } from '../activities/invited'
import type { Activity } from '../documents'
import type { Handlers } from '../use-case'
import { opensKiosk } from './secret'
import { signInBy } from './sign-in-by'

const MINUTE = 60_000

/** A queue at the door: one person every two seconds. */
const TAPS_A_MINUTE = 30

const UNKNOWN_DIGITS = 10

const UNKNOWN_WITHIN = 5 * MINUTE

/** Whose phone ends in these digits, among those invited; always in the same order, so that a choice means the same person a moment later. */
const bearers = async ({ store }: Pick<Ports, 'store'>, activity: Activity, digits: string) =>
  (await invitedTo(store, activity)).filter(member => endsIn(member.phones, digits)).sort((a, b) => (a._id < b._id ? -1 : 1))

export const kiosk: Handlers<Pick<typeof contract, 'attendance.kiosk'>> = {
  async 'attendance.kiosk'({ activityId, kioskToken, digits, choice }, context) {
    const { subject, now, openid, fail } = context
    if (!opensKiosk(subject, kioskToken)) return fail('KIOSK_CLOSED')
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    const window = signInWindow(subject)
    if (now > window.closesAt) return fail('KIOSK_CLOSED')
    if (now < window.opensAt) return fail('SIGNIN_NOT_OPEN', window)

    // Who has tried too many strange digits finds even the right ones refused, else the limit would limit nothing.
    const unknown = [`unknown:${openid}`, UNKNOWN_DIGITS, UNKNOWN_WITHIN] as const
    const [people, spent] = await Promise.all([
      bearers(context, subject, digits),
      context.spent(...unknown),
      context.limit(activityId, TAPS_A_MINUTE, MINUTE),
    ])
    if (spent) await context.limit(...unknown)
    if (people.length === 0) {
      await context.limit(...unknown)
      return fail('KIOSK_NOBODY')
    }
    if (people.length > 1 && choice === undefined) return { state: 'choose', names: maskNames(people.map(member => member.name)) }
    const member = people[choice ?? 0]
    if (!member) return fail('INVALID_INPUT', { paths: ['choice'] })
    return { ...(await signInBy('kiosk', member._id, subject, context)), name: member.name }
  },
}
