import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { mayUndo } from '../../../../core/departures/aftercare/rules'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { accessTo, overFamily } from './access'
import { officesIn } from './offices'
import { summaryOf } from './summary'

export const get: Handlers<Pick<typeof contract, 'aftercare.get'>> = {
  async 'aftercare.get'({ memberId }, context) {
    const { store, now, holds } = context
    const { row, officer, sees } = await accessTo(memberId, overFamily, context)
    const { name, diedOn } = row
    const checklist = row.checklist.filter(sees)
    if (!officer) return { memberId, name, diedOn, checklist, officers: null }
    const [offices, bereaved] = await Promise.all([officesIn(store, row.grants ?? []), store.table(Members).getMany(row.bereavedIds)])
    const { branchId, markedAt, markedBy, done, steps, late } = summaryOf(row, now)
    return {
      memberId,
      name,
      diedOn,
      checklist,
      officers: {
        branchId,
        markedAt,
        markedBy,
        done,
        steps,
        late,
        toldBy: row.toldBy,
        undoUntil: row.undoUntil,
        mayUndo: mayUndo(row, now, holds(['bureau'], row.path)),
        offices,
        bereaved: bereaved.map(one => ({ memberId: one._id, name: one.name })),
        quietUntil: row.quietUntil,
      },
    }
  },
}
