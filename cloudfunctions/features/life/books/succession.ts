import { placeNow, rightsGo, rowsGo, type Succeed } from '../../../kernel/succession'
import { BookLoans, Books } from './documents'

/** The shelf of a branch that ends is that of the one in its place. */
export const booksGo: Succeed = async (ports, { from, into, paths }) => {
  const rows = await ports.store.table(Books).findAll({ branchId: from })
  await rowsGo(ports, Books, rows, row => {
    const path = row.branchId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, branchId: into, path }
  })
}

/** Loans that are out go with their books; those that are over stay where they were. */
export const loansGo: Succeed = async (ports, { from, into, paths, past }) => {
  const open = await ports.store.table(BookLoans).findAll({ branchId: from, state: { in: ['asking', 'out'] } })
  await rowsGo(ports, BookLoans, open, row => {
    const path = row.branchId === from && row.state !== 'back' ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, branchId: into, path }
  })
  await rightsGo(ports, BookLoans, { branchId: { in: [from, ...past] } }, { paths })
}
