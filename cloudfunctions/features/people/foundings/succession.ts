import { scopesOf } from '../../../../core/shared/scopes'
import { rowsGo, type Succeed } from '../../../kernel/succession'
import { Foundings } from './documents'

/** More applications than one branch has under way. */
const MOST = 100

/** What a branch that ends has applied for is followed by the one in its place. */
export const foundingsGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const place = paths.find(one => one.from.endsWith(`/${from}/`))
  // Of a split it stays with the branch.
  if (!place) return
  const open = await ports.store.table(Foundings).find({ scopes: from, open: true }, { limit: MOST })
  await rowsGo(ports, Foundings, open, row =>
    row.orgId === from
      ? { ...row, orgId: into, orgName: intoName, scopes: [...new Set([row.path, place.into].flatMap(scopesOf))] }
      : undefined,
  )
}
