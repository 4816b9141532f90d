import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { VenueDays, Venues } from './documents'

/** The rooms of an organization that ends go on in the one in its place. */
export const venuesGo: Succeed = async (ports, { from, into, intoName, paths }) => {
  const rows = await ports.store.table(Venues).findAll({ orgId: from })
  await rowsGo(ports, Venues, rows, row => {
    const path = row.orgId === from ? placeNow({ paths }, row.path) : undefined
    return path === undefined
      ? undefined
      : { ...row, orgId: into, orgName: intoName, path, scopes: scopesOf(path), version: row.version + 1 }
  })
}

/** Their days come along; what is booked for it is booked for the one in its place. */
export const venueDaysGo: Succeed = async (ports, { from, into, paths }) => {
  const table = ports.store.table(VenueDays)
  const [owned, booked] = await Promise.all([table.findAll({ ownerId: from }), table.findAll({ orgIds: from })])
  const rows = new Map([...owned, ...booked].map(one => [one._id, one]))
  await rowsGo(ports, VenueDays, [...rows.values()], row => {
    const path = row.ownerId === from ? placeNow({ paths }, row.path) : undefined
    const bookings = row.bookings.map(one => {
      const place = one.orgId === from ? placeNow({ paths }, one.path) : undefined
      return place === undefined ? one : { ...one, orgId: into, path: place }
    })
    const moved = bookings.some((one, index) => one !== row.bookings[index])
    if (path === undefined && !moved) return undefined
    return {
      ...row,
      ...(path === undefined ? {} : { path, scopes: scopesOf(path), ownerId: into }),
      ...{ bookings, orgIds: [...new Set(bookings.map(one => one.orgId))], version: row.version + 1 },
    }
  })
}
