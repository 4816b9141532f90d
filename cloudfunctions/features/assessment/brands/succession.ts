import { rootOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Brands } from './documents'

/** The brand of a branch that ended is a brand that was: it stays with its name, under the rights of the branch in its place. */
export const brandsGo: Succeed = async (ports, { from, paths }) => {
  const rows = await ports.store.table(Brands).findAll({ branchId: from })
  await rowsGo(ports, Brands, rows, row => {
    const path = placeNow({ paths }, row.path)
    return path === undefined ? undefined : { ...row, path, root: rootOf(path), shown: false, version: row.version + 1 }
  })
}
