import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { Members, type OfBranch } from '../../people/public'
import { goAlong } from './departures'
import { MusterCalls, Musters } from './documents'
import { markBranches } from './figures'

const AT_A_TIME = 20

/** The roster of a branch changed: those called of it stand on the list of the group they are in now, and are counted again. */
export const followMembers = async (ports: Pick<Ports, 'store' | 'now'>, { branchId }: OfBranch): Promise<void> => {
  const { store, now } = ports
  const rows = await store.table(MusterCalls).findAll({ branchId, endsAt: { gt: now } })
  const [first] = rows
  if (!first) return
  const [found, musters] = await Promise.all([
    store.table(Members).getMany([...new Set(rows.map(one => one.memberId))]),
    store.table(Musters).getMany([...new Set(rows.map(one => one.musterId))]),
  ])
  await Promise.all(musters.map(one => markBranches(ports, one, [first])))
  const members = new Map(found.map(one => [one._id, one]))
  await inGroups(rows, AT_A_TIME, async row => {
    const member = members.get(row.memberId)
    if (member?.branchId === branchId && member.path !== row.path) await goAlong(ports, row, member)
  })
}
