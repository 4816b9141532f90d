import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Consultations } from './documents'

/** Consultation hours of an organization that ends go on in the one in its place, with those who booked. */
export const hoursGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const rows = await ports.store.table(Consultations).findAll({ orgId: from })
  await rowsGo(ports, Consultations, rows, row => {
    const path = row.orgId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, orgId: into, orgName: intoName, path, scopes: scopesOf(path) }
  })
}
