import type { Step } from '../../../../core/departures/aftercare/steps'
import type { Ports } from '../../../kernel/ports'
import { type Farewell, Farewells } from '../documents'
import { remindingFrom } from './reminders'

/** Makes of a family's checklist, as it stood when read, what `made` says; nothing where it was changed meanwhile, the same list leaves it. */
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
