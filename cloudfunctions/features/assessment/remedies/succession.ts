import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Remedies } from './documents'

/** What is open is put right by the branch in the place of theirs; the rest stays where it was done, and comes under its rights. */
export const remediesGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const rows = await ports.store.table(Remedies).findAll({ branchId: from })
  await rowsGo(ports, Remedies, rows, row => {
    const path = placeNow({ paths }, row.path)
    if (path === undefined) return undefined
    const placed = { ...row, path, scopes: scopesOf(path), version: row.version + 1 }
    return row.open ? { ...placed, branchId: into, branchName: intoName } : placed
  })
}
