import { monthOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { markRollup } from '../../../kernel/rollups'

/** The figures of a branch's people, by month. */
export const MEMBERS = 'members'

type Acting = Pick<Ports, 'store' | 'now'>

/** The celebrations of a branch are to be made anew from its roster; the timer makes them. */
export const markCelebrations = async ({ store, now }: Acting, branchId: string): Promise<void> => {
  const table = store.table('celebration-plans')
  const marked = () => table.update({ _id: branchId }, { set: { due: now }, inc: { marks: 1 } })
  if ((await marked()) > 0) return
  if ((await table.add({ _id: branchId, due: now, marks: 1, unknown: [] })) === 'exists') await marked()
}

/**
 * The people of a branch changed (came, left, died, bound, facts about them): its figures and its celebrations follow. Only notes it, after the
 * change was written. Cheap, and safe to call twice.
 */
export const peopleChanged = async (ports: Acting, branchId: string): Promise<void> => {
  await Promise.all([markRollup(ports, MEMBERS, branchId, [monthOf(ports.now)]), markCelebrations(ports, branchId)])
}
