import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import type { Meeting } from '../../../kernel/takeover'
import { Honours, type Honour } from './documents'

/** Honours stay as they were granted; they stand on the wall of the organization in the place of theirs too, whose officers may withdraw them. */
export const honoursGo: Succeed = async (ports, { from, into, paths }) => {
  const rows = await ports.store.table(Honours).findAll({ scopes: from })
  await rowsGo(ports, Honours, rows, row => ({
    ...row,
    path: placeNow({ paths }, row.path) ?? row.path,
    scopes: row.scopes.includes(into) ? row.scopes : [...row.scopes, into],
  }))
}

/** What either record was given stands under the one that stays; both of one day are kept as they were granted. */
export const honoursMeet: Meeting<Honour> = { tidy: row => ({ ...row, sameness: row._id }) }
