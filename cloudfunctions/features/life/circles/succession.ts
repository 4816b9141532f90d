import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Circles } from './documents'
import { reachOf } from './reach'

/** A branch's circles go on in the branch that takes its place, with their people. */
export const circlesGo: Succeed = async (ports, { from, into, paths }) => {
  const rows = await ports.store.table(Circles).findAll({ orgId: from })
  await rowsGo(ports, Circles, rows, row => {
    const path = row.orgId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, orgId: into, path, ...reachOf(path, row.near !== undefined) }
  })
}
