import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { signInWindow } from '../../../../core/life/attendance/rules'
import { endsIn, maskNames } from '../../../../core/life/attendance/sheet'
import type { Ports } from '../../../kernel/ports'
import { invitedTo } from '../activities/invited'
import { Kiosks, type Activity } from '../documents'
import type { Context, Handlers } from '../use-case'
import { kioskId } from './secret'
import { signInBy } from './sign-in-by'

const MINUTE = 60_000

/** A queue at the door: one person every two seconds, who says the number and then that it is they. */
const TAPS_A_MINUTE = 60

const UNKNOWN_DIGITS = 10

const UNKNOWN_WITHIN = 5 * MINUTE

/** Whose phone ends in these digits, among those invited; always in the same order, so that a choice means the same person a moment later. */
const bearers = async ({ store }: Pick<Ports, 'store'>, activity: Activity, digits: string) =>
  (await invitedTo(store, activity)).filter(member => endsIn(member.phones, digits)).sort((a, b) => (a._id < b._id ? -1 : 1))

/** The kiosk of that token, for the account that used it first; null where it is closed, or another's, or there is none. */
const kioskFor = async ({ store, openid }: Pick<Context<'attendance.kiosk'>, 'store' | 'openid'>, id: string) => {
  const kiosks = store.table(Kiosks)
  const found = await kiosks.get(id)
  if (!found || found.closedAt !== null) return null
  if (found.openid !== null) return found.openid === openid ? found : null
  // One conditional write decides between two accounts that use it first.
  const taken = await kiosks.update({ _id: id, openid: null, closedAt: null }, { set: { openid } })
  return taken > 0 || (await kiosks.get(id))?.openid === openid ? found : null
}

export const kiosk: Handlers<Pick<typeof contract, 'attendance.kiosk'>> = {
  async 'attendance.kiosk'({ activityId, kioskToken, digits, choice, ask = false }, context) {
    const { subject, now, fail } = context
    const id = kioskId(activityId, kioskToken)
    // Before anything is read or counted: a token that does not open this tablet learns nothing and blocks nothing.
    if (!(await kioskFor(context, id))) return fail('KIOSK_CLOSED')
    if (subject.state === 'cancelled') return fail('ACTIVITY_CANCELLED')
    const window = signInWindow(subject)
    if (now > window.closesAt) return fail('KIOSK_CLOSED')
    if (now < window.opensAt) return fail('SIGNIN_NOT_OPEN', window)

    // Each try is counted before it is looked at, and given back where the digits were right: tries at once cannot slip past.
    const unknown = [`unknown:${id}`, UNKNOWN_DIGITS, UNKNOWN_WITHIN] as const
    await context.limit(id, TAPS_A_MINUTE, MINUTE)
    await context.limit(...unknown)
    const people = await bearers(context, subject, digits)
    if (people.length === 0) return fail('KIOSK_NOBODY')
    await context.giveBack(unknown[0], UNKNOWN_WITHIN)
    if (choice === undefined && (ask || people.length > 1)) return { state: 'choose', names: maskNames(people.map(member => member.name)) }
    const member = people[choice ?? 0]
    if (!member) return fail('INVALID_INPUT', { paths: ['choice'] })
    return { ...(await signInBy('kiosk', member._id, subject, context)), name: member.name }
  },
}
