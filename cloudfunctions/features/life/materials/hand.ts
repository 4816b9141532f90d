import type { materials as contract } from '../../../../core/life/materials/contract'
import { isEnough, leftOf } from '../../../../core/life/materials/rules'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import { belongs } from '../../../kernel/access'
import { changeRow } from '../../../kernel/settle'
import { Members, type Member } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { Materials, type Given, type Material } from './documents'

type Acting = Pick<Context<'material.give'>, 'store' | 'now' | 'fail'>

/** A day on which something may have been handed out: not later than today, nor more than a year ago. */
export const isRightDay = (on: DateText, today: DateText): boolean => on <= today && on >= addDays(today, -366)

/** All of these members, who belong to the branch; NOT_FOUND where one does not. */
const membersOf = async ({ store, fail }: Acting, place: { path: string }, memberIds: readonly string[]): Promise<Member[]> => {
  const ids = [...new Set(memberIds)]
  const found = ids.length === 0 ? [] : await store.table(Members).getMany(ids)
  const here = found.filter(one => one.state === 'active' && belongs(one, place))
  return here.length < ids.length ? fail('NOT_FOUND') : here
}

const givenTo = (members: readonly Member[], on: DateText, count: number): Given[] =>
  members.map(({ _id, name }) => ({ memberId: _id, name, count, on }))

/** Changes a stock as it stands, again where others were faster: all that takes from it raises one version, so that counts stay true. */
export const changeStock = (
  { store }: Pick<Acting, 'store'>,
  seen: Material,
  next: (row: Material) => Material | null,
): Promise<Material> => changeRow(store.table(Materials), seen, row => next(row) ?? row)

export const handing: Handlers<Pick<typeof contract, 'material.give' | 'material.hand' | 'material.takeBack' | 'material.arrived'>> = {
  async 'material.give'({ branchId, title, count, memberIds, on, each = 1 }, context) {
    const { store, subject: branch, actor, commandId, now, fail, checkText } = context
    const table = store.table(Materials)
    if (await table.get(commandId)) return { materialId: commandId }
    if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
    if (!isRightDay(on, dateOf(now))) return fail('INVALID_INPUT', { paths: ['on'] })
    const [members] = await Promise.all([membersOf(context, branch, memberIds), checkText(title)])
    const given = givenTo(members, on, each)
    const stock = { received: count, given: [], sent: [] }
    if (!isEnough(stock, given)) return fail('MATERIAL_SHORT', { left: count })
    await table.add({
      ...{ _id: commandId, orgId: branchId, path: branch.path, title, received: count, on, given, sent: [] },
      ...{ createdBy: actor, createdAt: now, version: 1 },
    })
    return { materialId: commandId }
  },

  async 'material.hand'({ memberIds, on, each = 1 }, context) {
    const { subject: material, now, fail } = context
    if (!isRightDay(on, dateOf(now))) return fail('INVALID_INPUT', { paths: ['on'] })
    const members = await membersOf(context, material, memberIds)
    const row = await changeStock(context, material, seen => {
      const has = new Set(seen.given.map(one => one.memberId))
      const more = givenTo(
        members.filter(one => !has.has(one._id)),
        on,
        each,
      )
      if (more.length === 0) return null
      if (!isEnough(seen, more)) return fail('MATERIAL_SHORT', { left: leftOf(seen) })
      return { ...seen, given: [...seen.given, ...more] }
    })
    return { remaining: leftOf(row) }
  },

  async 'material.takeBack'({ memberId }, context) {
    const row = await changeStock(context, context.subject, seen => {
      const given = seen.given.filter(one => one.memberId !== memberId)
      return given.length === seen.given.length ? null : { ...seen, given }
    })
    return { remaining: leftOf(row) }
  },

  async 'material.arrived'({ materialId }, { store, now }) {
    await store.table(Materials).update({ _id: materialId, arrivedOn: { exists: false } }, { set: { arrivedOn: dateOf(now) } })
    return {}
  },
}
