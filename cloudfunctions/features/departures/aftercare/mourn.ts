import type { Ports } from '../../../kernel/ports'
import { Members } from '../../people/public'
import type { Farewell } from '../documents'

/** Lets festive things leave these people in peace until the end of their time; those no longer named are free again. */
export const mourn = async (
  ports: Ports,
  row: Pick<Farewell, '_id' | 'branchId' | 'quietUntil'>,
  bereavedIds: readonly string[],
): Promise<void> => {
  const members = ports.store.table(Members)
  const { _id: of, quietUntil: until } = row
  const branch = await members.findAll({ branchId: row.branchId })
  // Whoever is no longer named, and whoever was named until another day.
  const outdated = branch.filter(one =>
    one.bereaved?.some(each => each.of === of && (each.until !== until || !bereavedIds.includes(one._id))),
  )
  await Promise.all(outdated.map(one => members.update({ _id: one._id }, { pull: { bereaved: { of } } })))
  await Promise.all(bereavedIds.map(_id => members.update({ _id, 'bereaved.of': { not: of } }, { push: { bereaved: { of, until } } })))
}
