import { slotsAhead } from '../../../../core/shared/codes'
import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { signInWindow } from '../../../../core/life/attendance/rules'
import { endsIn, maskNames } from '../../../../core/life/attendance/sheet'
import type { Activity } from '../documents'
import { invitedTo } from '../activities/invited'
import type { Ports } from '../../../kernel/ports'
import type { Handlers } from '../use-case'
import { codesOf, kioskTokenOf, opensKiosk } from './secret'
import { signInBy } from './sign-in'

const MINUTE = 60_000
/** The secretary's screen can do without the network until the door closes: ten minutes at the least, six hours (720 codes) at the most. */
const CODES_AT_LEAST = 10 * MINUTE
const CODES_AT_MOST = 6 * 60 * MINUTE
/** A queue at the door: one person every two seconds. */
const TAPS_A_MINUTE = 30
const UNKNOWN_DIGITS = 10
const UNKNOWN_WITHIN = 5 * MINUTE

/** Whose phone ends in these digits, among those invited; always in the same order, so that a choice means the same person a moment later. */
const bearers = async ({ store }: Pick<Ports, 'store'>, activity: Activity, digits: string) =>
  (await invitedTo(store, activity)).filter(member => endsIn(member.phones, digits)).sort((a, b) => (a._id < b._id ? -1 : 1))

type Doors = Pick<typeof contract, 'attendance.codes' | 'attendance.kioskOpen' | 'attendance.kiosk'>

/** What the secretary sets up at the door, and the tablet that stands there. */
export const doorHandlers: Handlers<Doors> = {
  async 'attendance.codes'(_input, { subject, now, fail }) {
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    const codeOf = codesOf(subject)
    const cover = Math.min(Math.max(signInWindow(subject).closesAt - now, CODES_AT_LEAST), CODES_AT_MOST)
    return { codes: slotsAhead(now, cover).map(({ slot, from, to }) => ({ code: codeOf(slot), from, to })) }
  },

  async 'attendance.kioskOpen'(_input, { subject, fail }) {
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    return { kioskToken: kioskTokenOf(subject), closesAt: signInWindow(subject).closesAt }
  },

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
