import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Suggestions } from './documents'

/** Those that wait for an answer are answered by the branch in the place of theirs; the rest stay where they were made, and come under its rights. */
export const suggestionsGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const rows = await ports.store.table(Suggestions).findAll({ scopes: from })
  await rowsGo(ports, Suggestions, rows, row => {
    const path = placeNow({ paths }, row.path)
    if (path === undefined) return undefined
    const place = { ...row, path, scopes: scopesOf(path) }
    return row.open && row.branchId === from ? { ...place, branchId: into, branchName: intoName } : place
  })
}
