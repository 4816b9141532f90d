import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Debriefs } from './documents'

/** What was said of a year stays with the branch that said it, and comes under the rights of the one in its place. */
export const debriefsGo: Succeed = async (ports, { from, paths }) => {
  const rows = await ports.store.table(Debriefs).findAll({ branchId: from })
  await rowsGo(ports, Debriefs, rows, row => {
    const path = placeNow({ paths }, row.path)
    return path === undefined ? undefined : { ...row, path, scopes: scopesOf(path), version: row.version + 1 }
  })
}
