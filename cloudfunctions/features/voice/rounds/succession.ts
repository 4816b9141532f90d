import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Rounds } from './documents'

/** A round that is under way goes on under the organization in the place of its own; one that is over comes under its rights. */
export const roundsGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const rows = await ports.store.table(Rounds).findAll({ scopes: from })
  await rowsGo(ports, Rounds, rows, row => {
    const path = placeNow({ paths }, row.path)
    if (path === undefined) return undefined
    const place = { ...row, path, scopes: scopesOf(path) }
    return row.orgId === from && row.state !== 'closed' ? { ...place, orgId: into, orgName: intoName } : place
  })
}
