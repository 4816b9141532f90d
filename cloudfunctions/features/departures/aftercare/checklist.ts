import type { Step } from '../../../../core/departures/aftercare/steps'
import type { Ports } from '../../../kernel/ports'
import { type Farewell, Farewells } from '../documents'
import { remindingFrom } from './reminders'

/** Writes a family's checklist over the one that was read; undefined where the row changed meanwhile, no write where the list is the same. */
export const writeChecklist = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  row: Farewell,
  made: readonly Step[],
): Promise<{ checklist: Step[] } | undefined> => {
  const checklist = [...made]
  if (made === row.checklist) return { checklist }
  const { set: next, unset = [] } = remindingFrom(checklist, row.reminded ?? [], now)
  const set = { checklist, open: checklist.some(step => !step.done), ...next }
  const as = { _id: row._id, state: 'marked', version: row.version } as const
  const written = await store.table(Farewells).update(as, { set, unset, inc: { version: 1 } })
  return written > 0 ? { checklist } : undefined
}
