import { sayFounded } from '../../../../core/people/foundings/notices'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations } from '../documents'
import { foundUnder } from '../organizations/found'
import { historyRow } from '../organizations/history'
import { chasedFrom } from './apply'
import { Foundings, type Founding } from './documents'

/** The answer is taken back: it waits again, as it did. */
const takeBack = ({ store }: Pick<Ports, 'store'>, { _id, dueOn }: Founding) =>
  store
    .table(Foundings)
    .update(
      { _id, state: 'agreed' },
      { set: { state: 'open', chaseAt: chasedFrom(dueOn) }, unset: ['documentNo', 'answeredOn', 'answeredBy', 'dueAt'] },
    )

/**
 * Founds the branch of an application that was agreed to, and tells the one who applied. Safe to repeat and to be cut off anywhere.
 * @returns false where its place or its name was taken in the meantime: the application waits again
 */
export const finish = async (ports: Ports, row: Founding): Promise<boolean> => {
  const { store, now } = ports
  const { _id, underId, name, branchKind, units, documentNo = '', answeredOn, answeredBy, by } = row
  const table = store.table(Organizations)
  const parent = await table.get(underId)
  const entry = historyRow({ store, now, actor: answeredBy ?? by, commandId: _id }, `created: ${name}`)
  const added =
    parent?.closedAt === undefined && parent
      ? await foundUnder(ports, parent, {
          ...{ _id, name, kind: 'branch', branchKind, ...(units.length === 0 ? {} : { units }) },
          history: [{ ...entry, documentNo, ...(answeredOn === undefined ? {} : { on: answeredOn }) }],
        })
      : 'exists'
  if (added === 'exists' && !(await table.get(_id))) {
    await takeBack(ports, row)
    return false
  }
  if (by.memberId !== null) await tell(ports, [by.memberId], sayFounded(row, documentNo, now))
  await store.table(Foundings).update({ _id }, { unset: ['dueAt'] })
  return true
}
