import type { duplicates as contract } from '../../../../core/people/duplicates/contract'
import { pairsOf } from '../../../../core/people/duplicates/rules'
import { sayField } from '../../../../core/people/roster/profile'
import { maskPhone } from '../../../../core/people/roster/phones'
import type { Input, Output } from '../../../../core/shared/operation'
import { Members, type Member } from '../documents'
import { Merges } from './documents'
import { peopleElsewhere } from '../roster/elsewhere'
import type { Context } from '../use-case'
import { mayDecide } from './may-decide'

type Alike = (typeof contract)['member.alike']

/** Merges that are shown for an undo. */
const MOST_MERGES = 50

export const alike = async ({ memberId }: Input<Alike>, context: Context<'member.alike'>): Promise<Output<Alike>> => {
  const { store, subject: branch, now } = context
  const [members, merges] = await Promise.all([
    store.table(Members).findAll({ branchId: branch._id, state: 'active' }),
    store.table(Merges).find({ branchId: branch._id, undoUntil: { gt: now } }, { order: [['undoUntil', 'desc']], limit: MOST_MERGES }),
  ])
  const asked = memberId === undefined ? members : members.filter(one => one._id === memberId)
  const alsoCalled = await peopleElsewhere(
    context,
    asked.flatMap(one => one.phones),
  )
  const elsewhere = alsoCalled.filter(({ member }) => member.branchId !== branch._id)
  const homes = new Map(elsewhere.map(({ member, home }) => [member._id, home]))
  const isAsked = (...ids: readonly string[]) => memberId === undefined || ids.includes(memberId)
  const shown = (record: Member) => {
    const [phone] = record.phones
    const home = homes.get(record._id)
    return {
      memberId: record._id,
      name: record.name,
      ...(home === undefined ? {} : { home }),
      ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
      ...(record.birthday ? { birthday: sayField(record, 'birthday') } : {}),
      bound: record.bound,
    }
  }
  return {
    pairs: pairsOf([...members, ...elsewhere.map(one => one.member)], branch._id)
      .filter(({ kept, other }) => isAsked(kept._id, other._id))
      .map(({ kept, other, agree }) => ({
        kept: shown(kept),
        other: shown(other),
        agree,
        may: mayDecide(context, kept, other) ? ['merge' as const] : [],
      })),
    merged: merges
      .filter(one => one.state === 'merged' && isAsked(one.into, one._id))
      .map(one => ({
        ...{ memberId: one.into, name: one.intoName, otherId: one._id, otherName: one.name, undoUntil: one.undoUntil },
        may: ['unmerge' as const],
      })),
  }
}
