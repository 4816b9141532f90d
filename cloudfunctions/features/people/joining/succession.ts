import { rowsGo, type Succeed } from '../../../kernel/succession'
import { Joinings } from './documents'

/** More people than ask at one branch's desk within weeks. */
const MOST = 500

/** Who asks to be put on the roster of a branch that ends is answered by the one in its place. */
export const joiningsGo: Succeed = async (ports, { from, into, paths }) => {
  const path = paths.find(one => one.from.endsWith(`/${from}/`))?.into
  if (path === undefined) return
  const open = await ports.store.table(Joinings).find({ orgId: from, state: 'open' }, { limit: MOST })
  await rowsGo(ports, Joinings, open, row => (row.orgId === from && row.state === 'open' ? { ...row, orgId: into, path } : undefined))
}
