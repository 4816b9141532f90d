import { leftOf } from '../../../../core/life/materials/rules'
import { placeNow, rightsGo, rowsGo, type Succeed } from '../../../kernel/succession'
import { Materials } from './documents'

/** What an organization that ends still has is handed out by the one in its place; what it handed out before stays where it was. */
export const materialsGo: Succeed = async (ports, { from, into, paths, past }) => {
  const rows = await ports.store.table(Materials).findAll({ orgId: from })
  await rowsGo(ports, Materials, rows, row => {
    const path = row.orgId === from && leftOf(row) > 0 ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, orgId: into, path }
  })
  await rightsGo(ports, Materials, { orgId: { in: [from, ...past] } }, { paths })
}
