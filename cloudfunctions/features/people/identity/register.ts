import { Members, Organizations } from '../documents'
import { createHash } from 'node:crypto'
import { chooseByPhone, GUESSES, maskName } from '../../../../core/people/identity/rules'
import { nameKey } from '../../../../core/people/names/names'
import type { Input, Output } from '../../../../core/shared/operation'
import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Member } from '../documents'
import type { Context } from '../use-case'
import { bindSelf } from './bonds'
import { verifiedPhone } from './verified-phone'
import { VOLUNTEERS, volunteersHome } from './volunteers'

type Register = (typeof contract)['me.register']

/** More people than ever shared one phone. */
const SHARERS = 50

/** One account, one volunteer, however often it is tapped; the OPENID cannot be read from it. */
const volunteerId = (openid: string) => `vol-${createHash('sha256').update(`volunteer:${openid}`).digest('hex').slice(0, 24)}`

/** Makes a volunteer of an account whose phone number no roster knows; one that a roster knows becomes that member. */
export const register = async ({ name, phoneCode }: Input<Register>, context: Context<'me.register'>): Promise<Output<Register>> => {
  const { store, openid, account, people, spent, limit, audit, checkText, fail } = context
  const own = people.find(one => one._id === account?.memberId)
  if (own) return { memberId: own._id }
  if (await spent(openid, GUESSES.max, GUESSES.windowMs)) await limit(openid, GUESSES.max, GUESSES.windowMs)
  const phone = await verifiedPhone(context, phoneCode)
  const members = store.table(Members)
  const known = (await members.find({ phones: phone }, { limit: SHARERS })).filter(one => one.state === 'active')
  if (known.length > 0) {
    const choice = chooseByPhone(known, name)
    if ('refused' in choice) {
      await limit(openid, GUESSES.max, GUESSES.windowMs)
      return fail('PHONE_SHARED', { names: known.map(one => maskName(one.name)) })
    }
    return bind(context, choice.found._id)
  }
  await checkText(name)
  const volunteer: Member = {
    _id: volunteerId(openid),
    branchId: VOLUNTEERS,
    groupId: null,
    path: volunteersHome.path,
    affiliates: [],
    grants: [],
    state: 'active',
    version: 1,
    bound: false,
    name,
    nameKey: nameKey(name),
    phones: [phone],
    emergencyPhones: [],
    care: [],
    skills: [],
  }
  const [made] = await Promise.all([members.add(volunteer), store.table(Organizations).add(volunteersHome)])
  // Who withdrew once and comes again has the row of old, without the number; who tapped twice has the row already.
  const again = { _id: volunteer._id, phones: { not: phone } } as const
  const written =
    made === 'added' || (await members.update(again, { set: { name, nameKey: nameKey(name), phones: [phone] }, inc: { version: 1 } })) > 0
  if (written) audit(volunteer._id, 'volunteer.registered')
  return bind(context, volunteer._id)
}

const bind = async (context: Context<'me.register'>, memberId: string) => {
  if (!(await bindSelf(context, memberId))) return context.fail('ALREADY_BOUND')
  context.audit(memberId, 'account.bound', 'phone')
  return { memberId }
}
