import { Members, Organizations } from '../documents'
import { createHash } from 'node:crypto'
import { sayHolder } from '../../../../core/people/identity/notices'
import type { Input, Output } from '../../../../core/shared/operation'
import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Member } from '../documents'
import type { Context } from '../use-case'
import { bindSelf } from './bonds'
import { identifyByNumber, membersBehind } from './by-number'
import { keepersOf } from './keepers'
import { tellBound } from './tell-bound'
import { verifiedPhone } from './verified-phone'
import { VOLUNTEERS, volunteersHome } from './volunteers'

type Register = (typeof contract)['me.register']

/** One account, one volunteer, however often it is tapped; the OPENID cannot be read from it. */
const volunteerId = (openid: string) => `vol-${createHash('sha256').update(`volunteer:${openid}`).digest('hex').slice(0, 24)}`

/** Makes a volunteer of an account whose number is no door of a roster, or who says that it has changed hands; else it becomes that member. */
export const register = async (
  { name, phoneCode, notMe, ...claim }: Input<Register>,
  context: Context<'me.register'>,
): Promise<Output<Register>> => {
  const { store, openid, account, people, audit, checkText } = context
  const own = people.find(one => one._id === account?.memberId)
  if (own) return { memberId: own._id }
  const phone = await verifiedPhone(context, phoneCode)
  const members = store.table(Members)
  const volunteerOf = volunteerId(openid)
  const known = (await membersBehind(context, phone)).filter(one => one._id !== volunteerOf)
  // Who says that none of them is them is not asked for names: there is nothing to guess, and no member of a roster is touched.
  if (known.length > 0 && !notMe) {
    // A chosen year says it without the name, which may be the one that did not fit.
    const said = claim.birthYear === undefined ? { name } : claim
    return bind(context, await identifyByNumber(context, known, said))
  }
  await checkText(name)
  const numbers = { phones: [phone], doors: [phone] }
  const { foundBy } = await import('../../../../core/people/finding/found-by')
  const found = foundBy({ name, phones: numbers.phones })
  const volunteer: Member = {
    _id: volunteerOf,
    branchId: VOLUNTEERS,
    groupId: null,
    path: volunteersHome.path,
    affiliates: [],
    memberships: [],
    grants: [],
    state: 'active',
    version: 1,
    bound: false,
    name,
    ...found,
    ...numbers,
    emergencyPhones: [],
    care: [],
    skills: [],
  }
  const [made] = await Promise.all([members.add(volunteer), store.table(Organizations).add(volunteersHome)])
  // Who withdrew once and comes again has the row of old, without the number; who tapped twice has the row already.
  const again = { _id: volunteerOf, doors: { not: phone } } as const
  const written = made === 'added' || (await members.update(again, { set: { name, ...found, ...numbers }, inc: { version: 1 } })) > 0
  if (written) audit(volunteerOf, 'volunteer.registered')
  await tellHolders(context, known, volunteerOf)
  return bind(context, volunteer)
}

/** The officers of those who had the number hear that another person has it. */
const tellHolders = async ({ store, now, tell }: Context<'me.register'>, known: readonly Member[], volunteerOf: string) => {
  for (const one of known) await tell(await keepersOf(store, one), sayHolder({ memberId: one._id, name: one.name, at: now }, volunteerOf))
}

const bind = async (context: Context<'me.register'>, member: Member) => {
  const bound = await bindSelf(context, member._id, 'number')
  if (!bound) return context.fail('ALREADY_BOUND')
  await tellBound(context, member, bound)
  context.audit(member._id, 'account.bound', 'phone')
  return { memberId: member._id }
}
