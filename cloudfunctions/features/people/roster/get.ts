import type { roster } from '../../../../core/people/roster/contract'
import { maskPhone } from '../../../../core/people/roster/phones'
import { profileOf, sayProfile } from '../../../../core/people/roster/profile'
import type { Input, Output } from '../../../../core/shared/operation'
import { standsOver } from '../../../../core/shared/offices'
import { Accounts } from '../../../kernel/identity'
import type { Context } from '../use-case'
import { itemOf } from './item'
import { isBroughtBy } from './open-door'

/** Everything held about a member, phones masked (`roster.phone` tells them, and leaves a trace), and who helps them. */
export const get = async (
  _input: Input<(typeof roster)['roster.get']>,
  { store, subject: member, people, account, actor, now }: Context<'roster.get'>,
): Promise<Output<(typeof roster)['roster.get']>> => {
  const accounts = await store.table(Accounts).find({ people: member._id })
  const helpers = accounts.flatMap(account =>
    account.actingFor.filter(bond => bond.memberId === member._id).map(bond => ({ name: account.name ?? '', relation: bond.relation })),
  )
  const held = sayProfile(profileOf(member)).map(({ field, label, value }) => ({
    label,
    value: field === 'phones' || field === 'emergencyPhones' ? member[field].map(maskPhone).join('、') : value,
  }))
  const own = people.find(one => one._id === account?.memberId)
  const over = standsOver(own?.grants ?? [], member.grants)
  const waitingDoors = (member.waitingDoors ?? []).map(({ doorId, number, by, at }) => ({
    doorId,
    maskedPhone: maskPhone(number),
    by: by.name,
    at,
    may: over && !isBroughtBy(by, actor) ? ['openDoor' as const] : [],
  }))
  return { ...itemOf(member, now), held, helpers, waitingDoors, may: over ? ['accounts' as const] : [] }
}
