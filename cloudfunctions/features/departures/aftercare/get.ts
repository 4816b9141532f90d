import { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { mayUndo } from '../../../../core/departures/aftercare/rules'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { accessTo, overFamily, overSteps } from './access'
import { officesIn } from './offices'
import { summaryOf } from './summary'

export const get: Handlers<Pick<typeof contract, 'aftercare.get'>> = {
  async 'aftercare.get'({ memberId }, context) {
    const { store, now } = context
    const { row, officer, over, owns, sees } = await accessTo(memberId, overFamily, context)
    const { name, diedOn } = row
    const plans = over(contract['aftercare.plan'].who)
    const checklist = row.checklist.filter(sees).map(step => ({
      ...step,
      may: [...(over(overSteps) || owns(step) ? (['tick'] as const) : []), ...(plans ? (['plan'] as const) : [])],
    }))
    if (!officer) return { memberId, name, diedOn, checklist, may: [], marking: null }
    const [offices, bereaved] = await Promise.all([officesIn(store, row.grants ?? []), store.table(Members).getMany(row.bereavedIds)])
    const { branchId, markedAt, markedBy, done, steps, late } = summaryOf(row, now)
    return {
      memberId,
      name,
      diedOn,
      checklist,
      may: [
        ...(plans ? (['plan'] as const) : []),
        ...(over(contract['aftercare.undo'].who) && mayUndo(row, now, over(['bureau'])) ? (['undo'] as const) : []),
        ...(over(contract['aftercare.bereaved'].who) ? (['bereaved'] as const) : []),
      ],
      marking: {
        branchId,
        markedAt,
        markedBy,
        done,
        steps,
        late,
        toldBy: row.toldBy,
        undoUntil: row.undoUntil,
        offices,
        bereaved: bereaved.map(one => ({ memberId: one._id, name: one.name })),
        quietUntil: row.quietUntil,
      },
    }
  },
}
