import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { mayUndo } from '../../../../core/departures/aftercare/rules'
import { Farewells } from '../documents'
import type { Handlers } from '../use-case'
import { restore } from './restore'
import { stop } from './stop'

export const undo: Handlers<Pick<typeof contract, 'aftercare.undo'>> = {
  async 'aftercare.undo'({ memberId, reason }, context) {
    const { store, subject, actor, now, holds, audit, checkText, fail } = context
    const table = store.table(Farewells)
    const row = await table.get(memberId)
    if (!row) return fail('NOT_FOUND')
    // Undone already: what was cut off is finished.
    if (row.state === 'undone') return { lost: row.dueAt === undefined ? [] : await restore(context, row) }
    if (!mayUndo(row, now, holds(['bureau'], subject.path))) return fail('AFTERCARE_UNDO_LATE')
    await checkText(reason)
    // Stopping is finished before anything is restored.
    if (row.dueAt !== undefined) await stop(context, row)
    const round = row.round + 1
    const decided = await table.update(
      { _id: memberId, state: 'marked', round: row.round },
      { set: { state: 'undone', undoneBy: actor, undoReason: reason, round, dueAt: now, lists: [], open: false }, unset: ['remindAt'] },
    )
    const after = await table.get(memberId)
    if (after?.state !== 'undone') return fail('CONFLICT')
    if (decided > 0) audit(memberId, 'aftercare.undone', reason)
    return { lost: await restore(context, after) }
  },
}
