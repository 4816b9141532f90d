import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed, type Succeeding } from '../../../kernel/succession'
import { Transfers, type Transfer } from './documents'

/** More letters than are under way at one branch. */
const MOST = 500

const letterOf = (row: Transfer, { from, into, intoName, paths }: Succeeding): Transfer | undefined => {
  const [path, affiliates] = [
    placeNow({ paths }, row.path),
    row.affiliates.map(one => ({ path: placeNow({ paths }, one.path) ?? one.path })),
  ]
  if (!row.open || (row.fromBranchId !== from && row.toBranchId !== from)) return undefined
  const places = [path ?? row.path, ...affiliates.map(one => one.path)]
  return {
    ...row,
    ...(row.fromBranchId === from ? { fromBranchId: into, fromName: intoName } : {}),
    // A letter outside stands where it was written.
    ...(row.toBranchId === from ? { toBranchId: into, toName: intoName } : {}),
    ...{ path: path ?? row.path, affiliates, scopes: [...new Set(places.flatMap(scopesOf))] },
  }
}

/** Letters under way to or from a branch that ends are answered by the one in its place; those of former days stay as they were. */
export const transfersGo: Succeed = async (ports, going) => {
  // Of a split the letters stay with the branch: they do not say for which group.
  if (!going.paths.some(one => one.from.endsWith(`/${going.from}/`))) return
  const open = await ports.store.table(Transfers).find({ scopes: going.from, open: true }, { limit: MOST })
  await rowsGo(ports, Transfers, open, row => letterOf(row, going))
}
