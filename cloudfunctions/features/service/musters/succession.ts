import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rightsGo, rowsGo, type Succeed } from '../../../kernel/succession'
import { MusterCalls, Musters } from './documents'
import { markBranches } from './figures'

/** More musters than are under way in one branch and above it. */
const MOST = 100

/** A branch's own musters go on in the branch that takes its place; former ones stay where they were. */
export const mustersGo: Succeed = async (ports, going) => {
  const { from, into, intoName, paths, past } = going
  const own = await ports.store.table(Musters).findAll({ orgId: from })
  await rowsGo(ports, Musters, own, row => {
    const path = row.state === 'open' ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, orgId: into, orgName: intoName, path, scopes: scopesOf(path) }
  })
  await rightsGo(ports, Musters, { orgId: { in: [from, ...past] } }, going)
}

/** Those called to a muster that is under way here or above come under the leaders of the branch that took theirs over. */
export const musterCallsGo: Succeed = async (ports, { from, into, paths }) => {
  // By whose they are: the organizations above stand in the scopes of every other branch's musters too.
  const callers = [...new Set(paths.flatMap(one => [...scopesOf(one.from), ...scopesOf(one.into)]))]
  const open = await ports.store.table(Musters).find({ orgId: { in: callers }, state: 'open' }, { limit: MOST })
  for (const muster of open) {
    const { _id: musterId } = muster
    for (const place of paths) {
      const rows = await ports.store.table(MusterCalls).findAll({ musterId, path: place.from })
      if (rows.length > 0)
        await markBranches(ports, muster, [
          { path: place.from, branchId: from },
          { path: place.into, branchId: into },
        ])
      await rowsGo(ports, MusterCalls, rows, row =>
        row.path === place.from ? { ...row, path: place.into, ...(row.branchId === from ? { branchId: into } : {}) } : undefined,
      )
    }
  }
}
