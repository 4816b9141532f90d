import { announce } from '../../../kernel/announcements'
import { MembersChanged } from '../announcements'
import { Accounts } from '../../../kernel/identity'
import { Members, Organizations } from '../documents'
import { ageOn } from '../../../../core/shared/almanac/ages'
import { withoutIdNumbers } from '../../../../core/people/roster/cells'
import type { roster } from '../../../../core/people/roster/contract'
import { maskPhone, readPhones } from '../../../../core/people/roster/phones'
import { profileOf, sayProfile } from '../../../../core/people/roster/profile'
import { dateOf } from '../../../../core/shared/calendar'
import type { Input, Instant, Output } from '../../../../core/shared/operation'
import type { Member } from '../documents'
import { afterText, pageOf } from '../../../kernel/pages'
import type { Context } from '../use-case'
import { abroadReader } from '../abroad'
import { newInvite } from '../identity/invites'

type Roster = typeof roster

const PAGE = 50

/** One line of the roster, the phone masked. */
const itemOf = (member: Member, now: Instant) => {
  const age = ageOn(member.birthday, dateOf(now))
  const [phone] = member.phones
  return {
    memberId: member._id,
    name: member.name,
    ...(member.gender ? { gender: member.gender } : {}),
    ...(age === null ? {} : { age }),
    ...(member.standing ? { standing: member.standing } : {}),
    care: member.care,
    ...(member.groupName ? { groupName: member.groupName } : {}),
    ...(phone ? { maskedPhone: maskPhone(phone) } : {}),
    bound: member.bound,
    ...(member.state === 'dead' && member.diedOn !== undefined ? { diedOn: member.diedOn } : {}),
  }
}

/** The members of the branch, 50 to a page in the order of their ids: those of one import stand in the order of its file. */
export const list = async (
  { branchId, cursor, dead = false }: Input<Roster['roster.list']>,
  { store, now }: Context<'roster.list'>,
): Promise<Output<Roster['roster.list']>> => {
  const rows = await store
    .table(Members)
    .find({ branchId, state: dead ? 'dead' : 'active' }, { order: [['_id', 'asc']], limit: PAGE + 1, ...afterText(cursor) })
  const { items, cursor: next } = pageOf(rows, PAGE, member => member._id)
  return { items: items.map(member => itemOf(member, now)), cursor: next }
}

/** Everything held about a member, phones masked (`roster.phone` tells them, and leaves a trace), and who helps them. */
export const get = async (
  _input: Input<Roster['roster.get']>,
  { store, subject: member, now }: Context<'roster.get'>,
): Promise<Output<Roster['roster.get']>> => {
  const accounts = await store.table(Accounts).find({ people: member._id })
  const helpers = accounts.flatMap(account =>
    account.actingFor.filter(bond => bond.memberId === member._id).map(bond => ({ name: account.name ?? '', relation: bond.relation })),
  )
  const held = sayProfile(profileOf(member)).map(({ field, label, value }) => ({
    label,
    value: field === 'phones' || field === 'emergencyPhones' ? member[field].map(maskPhone).join('、') : value,
  }))
  return { ...itemOf(member, now), held, helpers }
}

/** The numbers to dial. */
export const phone = async (
  _input: Input<Roster['roster.phone']>,
  { subject: member, audit }: Context<'roster.phone'>,
): Promise<Output<Roster['roster.phone']>> => {
  audit(member._id, 'roster.phone')
  return {
    phones: member.phones,
    emergency: member.emergencyPhones.map(number => ({ name: member.emergencyName ?? '家属', phone: number })),
  }
}

/** Puts right what the branch knows of a member. Only what is named changes; an empty text takes the old one away. */
export const change = async (
  { residence, phones, groupId, note }: Input<Roster['roster.change']>,
  context: Context<'roster.change'>,
): Promise<Output<Roster['roster.change']>> => {
  const { store, subject: member, audit, fail } = context
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
  if (numbers && numbers.join() !== member.phones.join()) {
    changed.push('联系电话')
    set.phones = [...new Set(numbers)]
  }
  if (groupId !== undefined && groupId !== member.groupId && branch) {
    changed.push('党小组')
    set.groupId = groupId
    set.path = group?.path ?? branch.path
    if (group) set.groupName = group.name
    else unset.push('groupName')
  }
  if (changed.length === 0) return {}
  await store.table(Members).update({ _id: member._id }, { set, unset, inc: { version: 1 } })
  audit(member._id, 'roster.change', changed.join('、'))
  await announce(context, MembersChanged, { branchId: member.branchId })
  return {}
}

/** A code that binds the member's own WeChat account. */
export const invite = async (
  _input: Input<Roster['roster.invite']>,
  context: Context<'roster.invite'>,
): Promise<Output<Roster['roster.invite']>> => {
  const { subject: member, audit } = context
  audit(member._id, 'roster.invite')
  return newInvite(context, { memberId: member._id, as: { kind: 'self' } })
}
