import { nearestFirst } from '../../../../core/service/stations/hours'
import type { Spot } from '../../../../core/shared/places'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Instant } from '../../../../core/shared/operation'
import { pointOf, type StoredPoint } from '../../../kernel/geo'
import type { Store } from '../../../kernel/store'
import { Stations } from './documents'
import { nearOf } from './shown'

/** Of so many that are nearest the open ones come first; further ones are no nearer for being open. */
const LOOKED_AT = 20
const SHOWN = 12
/** Metres beyond which no station is near. */
const WITHIN = 50_000

/** From where one looks for a station: a point, else the person's home; without either, by their organizations. */
export interface Looking {
  point?: Spot | undefined
  home?: StoredPoint | undefined
  path: string
}

/** The nearest stations, open ones first. One request of at most `LOOKED_AT` rows, however many stations there are. */
export const nearestStations = async (store: Store, { point, home, path }: Looking, now: Instant, most = SHOWN) => {
  const from = point ?? (home ? pointOf(home) : undefined)
  const table = store.table(Stations)
  const found = from
    ? await table.find({ state: 'open', point: { near: from, within: WITHIN } }, { limit: LOOKED_AT })
    : await table.find({ orgId: { in: scopesOf(path) }, state: 'open' }, { limit: LOOKED_AT })
  return nearestFirst(found.map(one => nearOf(one, from, now))).slice(0, most)
}
