import { scopesOf } from '../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../kernel/succession'
import { Farewells } from './documents'

/** Farewells of a branch that ends are seen to their end, and looked up, by the one in its place. */
export const aftercareGoes: Succeed = async (ports, { from, paths }) => {
  const rows = await ports.store.table(Farewells).findAll({ lists: from })
  await rowsGo(ports, Farewells, rows, row => {
    const path = placeNow({ paths }, row.path)
    // It stays on the list of the branch where it happened, and comes onto those of the one in its place.
    return path === undefined
      ? undefined
      : { ...row, path, lists: [...new Set([...row.lists, ...scopesOf(path)])], version: row.version + 1 }
  })
}
