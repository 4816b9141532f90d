import type { materials as contract } from '../../../../core/life/materials/contract'
import { isEnough, leftOf } from '../../../../core/life/materials/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { Materials, type Material } from './documents'
import { changeStock, isRightDay } from './hand'

export const sending: Handlers<Pick<typeof contract, 'material.send'>> = {
  async 'material.send'({ orgId, materialId, title, count, branches, on }, context) {
    const { store, subject: org, actor, commandId, now, fail, checkText } = context
    const table = store.table(Materials)
    if (!isRightDay(on, dateOf(now))) return fail('INVALID_INPUT', { paths: ['on'] })
    const counts = new Map(branches.map(one => [one.orgId, one.count]))
    const [orgs, known] = await Promise.all([
      counts.size === 0 ? [] : store.table(Organizations).getMany([...counts.keys()]),
      table.get(materialId ?? commandId),
      checkText(title),
    ])
    const below = orgs.filter(one => one._id !== orgId && one.path.startsWith(org.path) && one.closedAt === undefined)
    if (below.length < counts.size || (materialId !== undefined && known?.orgId !== orgId)) return fail('NOT_FOUND')
    const wanted = below.map(({ _id, name, path }) => ({ orgId: _id, name, path, count: counts.get(_id) ?? 0, on }))
    const fresh: Material = {
      ...{ _id: commandId, orgId, path: org.path, title, received: count, on, given: [], sent: [] },
      ...{ createdBy: actor, createdAt: now, version: 1 },
    }
    if (!known && !isEnough(fresh, wanted)) return fail('MATERIAL_SHORT', { left: count })
    if (!known) await table.add(fresh)
    const row = await changeStock(context, known ?? fresh, seen => {
      const more = wanted.filter(one => !seen.sent.some(each => each.orgId === one.orgId))
      if (more.length === 0) return null
      if (!isEnough(seen, more)) return fail('MATERIAL_SHORT', { left: leftOf(seen) })
      return { ...seen, sent: [...seen.sent, ...more] }
    })
    // A stock for each it was sent to, also for those that an earlier call left out because it was cut off.
    await table.addAll(
      row.sent.map(one => ({
        ...{ _id: `${row._id}:${one.orgId}`, orgId: one.orgId, path: one.path, title: row.title, received: one.count, on: one.on },
        ...{ given: [], sent: [], from: { orgId, name: org.name }, createdBy: row.createdBy, createdAt: now, version: 1 },
      })),
    )
    return { materialId: row._id, remaining: leftOf(row) }
  },
}
