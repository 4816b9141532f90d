import type { Ports } from '../../../kernel/ports'
import { Members } from '../../people/public'
import type { Farewell } from '../documents'

/** Marks these members as bereaved until the end of the quiet time, so that festive things spare them; members no longer named are unmarked. */
export const mourn = async (
  ports: Ports,
  row: Pick<Farewell, '_id' | 'branchId' | 'quietUntil'>,
  bereavedIds: readonly string[],
): Promise<void> => {
  const members = ports.store.table(Members)
  const { _id: of, quietUntil: until } = row
  const branch = await members.findAll({ branchId: row.branchId })
  // Members who are no longer named, or were named until another day.
  const outdated = branch.filter(one =>
    one.bereaved?.some(each => each.of === of && (each.until !== until || !bereavedIds.includes(one._id))),
  )
  await Promise.all(outdated.map(one => members.update({ _id: one._id }, { pull: { bereaved: { of } } })))
  await Promise.all(bereavedIds.map(_id => members.update({ _id, 'bereaved.of': { not: of } }, { push: { bereaved: { of, until } } })))
}
