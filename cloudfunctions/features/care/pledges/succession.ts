import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Pledges } from './documents'

/** What partner units owe is owed to the branch in the place of theirs, with what was done. */
export const pledgesGo: Succeed = async (ports, { from, into, paths }) => {
  const rows = await ports.store.table(Pledges).findAll({ branchId: from })
  await rowsGo(ports, Pledges, rows, row => {
    const path = row.branchId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, branchId: into, path, scopes: scopesOf(path), version: row.version + 1 }
  })
}
