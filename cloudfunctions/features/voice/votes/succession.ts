import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Votes } from './documents'

/** A vote that is under way goes on with its roll, under the organization in the place of its own; one that is over comes under its rights. */
export const votesGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const rows = await ports.store.table(Votes).findAll({ scopes: from })
  await rowsGo(ports, Votes, rows, row => {
    const path = placeNow({ paths }, row.path)
    if (path === undefined) return undefined
    const place = { ...row, path, scopes: scopesOf(path) }
    return row.orgId === from && row.state !== 'closed' && row.state !== 'cancelled' ? { ...place, orgId: into, orgName: intoName } : place
  })
}
