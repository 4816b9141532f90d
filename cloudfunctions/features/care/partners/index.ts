import { partners as contract } from '../../../../core/care/partners/contract'
import { oneNumber } from '../../people/public'
import { changeCaseload, ending } from '../pairings/caseloads'
import { deliver } from '../pairings/deliver'
import { Caseloads, type Partner, Partners } from '../pairings/documents'
import type { Handlers } from '../use-case'

/** More partner units than a branch has. */
const MOST = 200

/** Partner units (共建单位) as helpers. */
export const handlers: Handlers<typeof contract> = {
  async 'partner.list'({ branchId }, { store }) {
    const found = (await store.table(Partners).find({ branchId }, { limit: MOST })).filter(one => one.endedAt === undefined)
    const loads = new Map((await store.table(Caseloads).getMany(found.map(one => one._id))).map(one => [one._id, one.elders.length]))
    const items = found.map(({ _id, name, contact, phone, offers }) => ({
      partnerId: _id,
      name,
      contact,
      phone,
      offers,
      elders: loads.get(_id) ?? 0,
    }))
    return { items: items.sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')) }
  },

  async 'partner.save'({ branchId, partnerId, name, contact, phone, offers }, { store, subject, actor, commandId, checkText, fail }) {
    const digits = await oneNumber(phone)
    if (digits === null) return fail('PHONE_INVALID', { field: 'phone', index: 0, message: '不是电话号码' })
    const table = store.table(Partners)
    const id = partnerId ?? commandId
    const isOf = (unit: Partner | null) => unit?.branchId === branchId && unit.createdBy.openid === actor.openid
    const [existing] = await Promise.all([table.get(id), checkText(name, contact, offers)])
    if (partnerId !== undefined && existing?.branchId !== branchId) return fail('NOT_FOUND')
    // The same command answers its first unit, whatever became of that since.
    if (existing && partnerId === undefined) return isOf(existing) ? { partnerId: id } : fail('CONFLICT')
    const partner: Partner = {
      ...existing,
      _id: id,
      branchId,
      path: subject.path,
      name,
      contact,
      phone: digits,
      offers,
      createdBy: existing?.createdBy ?? actor,
    }
    if (existing) await table.put(partner)
    else if ((await table.add(partner)) === 'exists' && !isOf(await table.get(id))) return fail('CONFLICT')
    return { partnerId: id }
  },

  async 'partner.end'({ branchId, partnerId, reason }, context) {
    const { store, actor, now, checkText } = context
    const [partner, own] = await Promise.all([
      store.table(Partners).get(partnerId),
      store.table(Caseloads).get(partnerId),
      checkText(reason),
    ])
    if (partner?.branchId !== branchId) return {}
    await store.table(Partners).update({ _id: partnerId }, { set: { endedAt: partner.endedAt ?? now } })
    if (own) {
      await changeCaseload(
        context,
        own,
        ending(() => ({ cause: 'ended', reason }), actor),
      )
      await deliver(context, partnerId)
    }
    return {}
  },
}

export { contract }
export { homes } from '../use-case'
