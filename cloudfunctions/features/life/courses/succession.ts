import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { Courses } from './documents'

/** The courses of an organization that ends are those of the one in its place; who has seen them has done so. */
export const coursesGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const rows = await ports.store.table(Courses).findAll({ orgId: from })
  await rowsGo(ports, Courses, rows, row => {
    const path = row.orgId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, orgId: into, orgName: intoName, path }
  })
}
