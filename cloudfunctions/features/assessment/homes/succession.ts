import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { PartyHomes, type PartyHome } from './documents'
import { listed } from './keep'

/** A home that a branch keeps or uses is kept and used by the branch in its place. */
export const homesGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const table = ports.store.table(PartyHomes)
  const [used, kept] = await Promise.all([table.findAll({ branchIds: from }), table.findAll({ orgId: from })])
  const rows = [...new Map([...used, ...kept].map(one => [one._id, one])).values()]
  const now = (path: string): string => placeNow({ paths }, path) ?? path
  const whole = paths.some(one => one.from.endsWith(`/${from}/`))
  await rowsGo(ports, PartyHomes, rows, (row): PartyHome | undefined => {
    // Where only a part goes, the branch goes on using it.
    if (!whole) return undefined
    const others = row.branches.filter(one => one.branchId !== from && one.branchId !== into)
    const uses = row.branchIds.includes(from) || row.branchIds.includes(into)
    const places = [...new Set(row.affiliates.map(one => now(one.path)))].map(path => ({ path }))
    const branches = uses ? [...others, { branchId: into, name: intoName }] : others
    return listed({
      ...row,
      ...{ path: now(row.path), orgId: row.orgId === from ? into : row.orgId, branches, affiliates: places, version: row.version + 1 },
    })
  })
}
