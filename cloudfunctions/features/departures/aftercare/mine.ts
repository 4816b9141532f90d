import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { stepsLeftOf } from '../../../../core/departures/aftercare/rules'
import { Farewells } from '../documents'
import type { Handlers } from '../use-case'

/** More families than one member has steps for at a time. */
const MOST_FAMILIES = 30

export const mine: Handlers<Pick<typeof contract, 'aftercare.mine'>> = {
  async 'aftercare.mine'(_, { store, actor: { memberId } }) {
    if (memberId === null) return { items: [] }
    const rows = await store.table(Farewells).find({ 'checklist.whoId': memberId, open: true }, { limit: MOST_FAMILIES })
    const items = rows.flatMap(({ _id, name, checklist }) => {
      const steps = stepsLeftOf(checklist, memberId).map(({ title, by }) => ({ title, by }))
      return steps.length === 0 ? [] : [{ memberId: _id, name, steps }]
    })
    return { items: items.sort((one, other) => ((one.steps[0]?.by ?? '') < (other.steps[0]?.by ?? '') ? -1 : 1)) }
  },
}
