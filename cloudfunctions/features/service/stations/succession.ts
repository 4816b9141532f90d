import { scopesOf } from '../../../../core/shared/scopes'
import { placeNow, rowsGo, type Succeed } from '../../../kernel/succession'
import { StationWords, Stations } from './documents'

/** Stations go on where they are, with their duty. */
export const stationsGo: Succeed = async (ports, { from, into, paths }) => {
  const rows = await ports.store.table(Stations).findAll({ orgId: from })
  await rowsGo(ports, Stations, rows, row => {
    const path = row.orgId === from ? placeNow({ paths }, row.path) : undefined
    if (path === undefined) return undefined
    return { ...row, orgId: into, path, flagged: row.flagged.length > 0 ? scopesOf(path) : [] }
  })
}

/** What was said at them lies on the lists of the organization in its place. */
export const stationWordsGo: Succeed = async (ports, { from, paths }) => {
  const rows = await ports.store.table(StationWords).findAll({ scopes: from })
  await rowsGo(ports, StationWords, rows, row => {
    const path = placeNow({ paths }, row.path)
    return path === undefined ? undefined : { ...row, path, scopes: scopesOf(path) }
  })
}
