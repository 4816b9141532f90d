import { Members } from '../documents'
import type { roster as contract } from '../../../../core/people/roster/contract'
import { nameKey } from '../../../../core/people/names/names'
import { maskPhone } from '../../../../core/people/roster/phones'
import { byText, pageBy } from '../../../kernel/keyset'
import type { Input, Output } from '../../../../core/shared/operation'
import type { Context } from '../use-case'

const PAGE = 20

/** Members an officer is in charge of, found by part of the name. One branch or group at a time, so that no search is large. */
export const find = async (
  { name, cursor }: Input<(typeof contract)['roster.find']>,
  { store, subject: org, fail }: Context<'roster.find'>,
): Promise<Output<(typeof contract)['roster.find']>> => {
  const branchId = org.kind === 'group' ? org.parentId : org.kind === 'branch' ? org._id : null
  if (branchId === null) return fail('INVALID_INPUT', { paths: ['orgId'] })
  const key = nameKey(name ?? '')
  const { items, cursor: next } = await pageBy(
    store.table(Members),
    {
      branchId,
      state: 'active',
      ...(org.kind === 'group' ? { groupId: org._id } : {}),
      ...(key === '' ? {} : { nameKey: { includes: key } }),
    },
    byText(key === '' ? 'name' : 'nameKey'),
    { size: PAGE, cursor },
  )
  return {
    items: items.map(member => {
      const [phone] = member.phones
      return {
        memberId: member._id,
        name: member.name,
        ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
        ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
      }
    }),
    cursor: next,
  }
}
