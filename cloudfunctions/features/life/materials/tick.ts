import type { materials as contract } from '../../../../core/life/materials/contract'
import { omit } from '../../../../core/shared/fields'
import { dateOf } from '../../../../core/shared/calendar'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { Materials } from './documents'
import { changeStock } from './hand'

/** As many as are shown of one member. */
const MOST = 50

export const ticking: Handlers<Pick<typeof contract, 'material.tick' | 'material.of'>> = {
  async 'material.tick'({ memberId, materialId, got }, { store, actor, now, fail, audit }) {
    const seen = await store.table(Materials).get(materialId)
    if (!seen?.given.some(one => one.memberId === memberId)) return fail('NOT_FOUND')
    const ticked = { gotOn: dateOf(now), gotBy: actor.name }
    const after = await changeStock({ store }, seen, row => {
      const given = row.given.map(one => {
        if (one.memberId !== memberId || (one.gotOn !== undefined) === got) return one
        return got ? { ...one, ...ticked } : omit(one, 'gotOn', 'gotBy')
      })
      return given.every((one, nth) => one === row.given[nth]) ? null : { ...row, given }
    })
    if (after !== seen) audit(memberId, 'material.got')
    return {}
  },

  async 'material.of'({ memberId }, { store }) {
    const rows = await firstBy(store.table(Materials), { 'given.memberId': memberId }, byNumber('createdAt', 'desc'), MOST)
    const items = rows.flatMap(({ _id, title, given }) =>
      given
        .filter(one => one.memberId === memberId)
        .map(({ count, on, gotOn, gotBy }) => ({
          ...{ materialId: _id, title, count, on },
          ...(gotOn === undefined ? {} : { gotOn }),
          ...(gotBy === undefined ? {} : { gotBy }),
        })),
    )
    return { items: [...items.filter(one => one.gotOn === undefined), ...items.filter(one => one.gotOn !== undefined)] }
  },
}
