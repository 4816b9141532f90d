import { withoutIdNumbers } from '../../../../core/people/roster/cells'
import type { roster } from '../../../../core/people/roster/contract'
import { readPhones } from '../../../../core/people/roster/phones'
import type { Input, Output } from '../../../../core/shared/operation'
import { announce } from '../../../kernel/announcements'
import { abroadReader } from '../abroad'
import { MembersChanged } from '../announcements'
import { settleRow } from '../../../kernel/settle'
import { Members, Organizations, type Member, type Organization } from '../documents'
import { tellDoors, withNumbers } from '../identity/new-doors'
import type { Context } from '../use-case'

/** Puts right what the branch knows of a member. Only what is named changes; an empty text takes the old one away. */
export const change = async (
  { residence, phones, groupId, note }: Input<(typeof roster)['roster.change']>,
  context: Context<'roster.change'>,
): Promise<Output<(typeof roster)['roster.change']>> => {
  const { store, subject: member, actor, commandId, audit, fail } = context
  for (const [path, words] of Object.entries({ residence, note }))
    if (words !== undefined && withoutIdNumbers(words).found) return fail('INVALID_INPUT', { paths: [path], message: '请不要写身份证号' })
  const abroad = phones && (await abroadReader())
  const numbers = phones?.flatMap((written, index) => {
    const { value, fault } = readPhones(written, abroad)
    return fault === null ? (value?.phones ?? []) : fail('PHONE_INVALID', { field: 'phones', index, message: fault })
  })
  const [group, branch] =
    groupId === undefined
      ? [null, null]
      : await store
          .table(Organizations)
          .getMany([...(groupId === null ? [] : [groupId]), member.branchId])
          .then(found => [found.find(one => one._id === groupId) ?? null, found.find(one => one._id === member.branchId) ?? null])
  if (
    groupId !== undefined &&
    groupId !== null &&
    (group?.kind !== 'group' || group.parentId !== member.branchId || group.closedAt !== undefined)
  )
    return fail('NOT_FOUND')

  const members = store.table(Members)
  return settleRow<Member, Output<(typeof roster)['roster.change']>>(
    member,
    () => members.get(member._id),
    async before => {
      if (!before) return fail('NOT_FOUND')
      const { set, unset, changed, doors } = changeOf(context, before, { residence, note, numbers, groupId, group, branch })
      if (changed.length === 0) return {}
      if ((await members.update({ _id: before._id, version: before.version }, { set, unset, inc: { version: 1 } })) === 0) return undefined
      if (doors) await tellDoors(context, before, doors, actor, commandId)
      audit(member._id, 'roster.change', changed.join('、'))
      await announce(context, MembersChanged, { branchId: member.branchId })
      return {}
    },
  )
}

interface Wanted {
  residence: string | undefined
  note: string | undefined
  numbers: string[] | undefined
  groupId: string | null | undefined
  group: Organization | null | undefined
  branch: Organization | null | undefined
}

/** What is written, and what of it differs. */
const changeOf = (context: Context<'roster.change'>, member: Member, { residence, note, numbers, groupId, group, branch }: Wanted) => {
  const set: Partial<Member> = {}
  const unset: ('residence' | 'note' | 'groupName')[] = []
  const changed: string[] = []
  const word = (field: 'residence' | 'note', label: string, words: string | undefined) => {
    if (words === undefined || words === (member[field] ?? '')) return
    changed.push(label)
    if (words === '') unset.push(field)
    else set[field] = words
  }
  word('residence', '家庭住址', residence)
  word('note', '备注', note)
  const phones = numbers && [...new Set(numbers)]
  const doors = phones && phones.join() !== member.phones.join() ? withNumbers(context, member, phones, context.actor, 'keeper') : undefined
  if (doors) {
    changed.push('联系电话')
    Object.assign(set, doors.set)
  }
  if (groupId !== undefined && groupId !== member.groupId && branch) {
    changed.push('党小组')
    set.groupId = groupId
    set.path = group?.path ?? branch.path
    if (group) set.groupName = group.name
    else unset.push('groupName')
  }
  return { set, unset, changed, doors }
}
