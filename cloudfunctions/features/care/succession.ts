import { omit } from '../../../core/shared/fields'
import { scopesOf } from '../../../core/shared/scopes'
import { inGroups } from '../../kernel/in-groups'
import { placeNow, rowsGo, type Succeed } from '../../kernel/succession'
import { Members } from '../people/public'
import { Caseloads, Partners } from './pairings/documents'
import { CareContacts } from './special-care/documents'
import { Visits } from './visits/documents'

/** Partner units of the branch, those of former years too, look after its elders from the branch in its place. */
export const partnersGo: Succeed = async (ports, { from, into, paths }) => {
  const partners = await ports.store.table(Partners).findAll({ branchId: from })
  await rowsGo(ports, Partners, partners, row => {
    const path = row.branchId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined ? undefined : { ...row, branchId: into, path }
  })
}

/** As many people at a time. */
const AT_A_TIME = 10
/** More helpers than the people of one branch have. */
const MOST = 1000

/** Pairings hold: helper and elder keep each other, whichever of them came over. */
export const caseloadsGo: Succeed = async (ports, { from, into, paths, memberIds }) => {
  const { store } = ports
  const table = store.table(Caseloads)
  const came = new Set(memberIds)
  const [helpers, partners] = await Promise.all([
    store.table(Members).getMany(memberIds),
    store.table(Partners).findAll({ branchId: { in: [from, into] } }),
  ])
  const placeOf = new Map(helpers.map(({ _id, path }) => [_id, path]))
  const [own, theirs] = await Promise.all([
    table.getMany([...helpers, ...partners].map(one => one._id)),
    table.find({ 'elders.memberId': { in: [...memberIds] } }, { limit: MOST }),
  ])
  const rows = [...new Map([...own, ...theirs].map(one => [one._id, one])).values()]
  await rowsGo(ports, Caseloads, rows, row => {
    const path = row.branchId === from ? (placeOf.get(row._id) ?? placeNow({ paths }, row.path)) : undefined
    const elders = row.elders.map(one => (one.branchId === from && came.has(one.memberId) ? { ...one, branchId: into } : one))
    if (path === undefined && elders.every((one, at) => one === row.elders[at])) return undefined
    return { ...row, ...(path === undefined ? {} : { branchId: into, path }), elders, version: row.version + 1 }
  })
}

/** Elders in special care stay in it, with their clocks as they run. */
export const careGoes: Succeed = async (ports, { memberIds }) => {
  const { store } = ports
  const [rows, members] = await Promise.all([store.table(CareContacts).getMany(memberIds), store.table(Members).getMany(memberIds)])
  const memberOf = new Map(members.map(one => [one._id, one]))
  await rowsGo(ports, CareContacts, rows, row => {
    const member = memberOf.get(row._id)
    if (!member || row.branchId === member.branchId) return undefined
    const { branchId, groupId, groupName } = member
    const lists = row.on ? scopesOf(member.path) : []
    return {
      ...omit(row, 'groupName'),
      branchId,
      groupId,
      ...(groupName === undefined ? {} : { groupName }),
      lists,
      version: row.version + 1,
    }
  })
}

/** Visits that are still owed go on, with their visitor and day; those made stay where they were made. */
export const visitsGo: Succeed = async (ports, { from, into, paths, memberIds }) => {
  const { store } = ports
  const table = store.table(Visits)
  const owed = { branchId: from, state: 'due' } as const
  const stand = (path: string) => ({ branchId: into, path, scopes: scopesOf(path) })
  for (const place of paths) await table.update({ ...owed, path: place.from }, { set: stand(place.into), inc: { version: 1 } })
  // Of those who left their group behind.
  const members = await store.table(Members).getMany(memberIds)
  const alone = members.filter(({ path }) => !paths.some(one => one.into === path))
  await inGroups(alone, AT_A_TIME, async ({ _id, path }) => {
    await table.update({ ...owed, memberId: _id }, { set: stand(path), inc: { version: 1 } })
  })
}
