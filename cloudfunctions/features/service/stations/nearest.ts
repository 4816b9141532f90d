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

/** Where one alone is wanted, it is sought among fewer. */
const LOOKED_AT_FOR_ONE = 5

/** The nearest stations, open ones first. One request of at most `LOOKED_AT` rows, however many stations there are. */
export const nearestStations = async (store: Store, looking: Looking, now: Instant) =>
  (await among(store, looking, now, LOOKED_AT)).slice(0, SHOWN)

/** The nearest station, or the nearest open one of those that are hardly further. */
export const nearestStation = async (store: Store, looking: Looking, now: Instant) =>
  (await among(store, looking, now, LOOKED_AT_FOR_ONE))[0]

const among = async (store: Store, { point, home, path }: Looking, now: Instant, limit: number) => {
  const from = point ?? (home ? pointOf(home) : undefined)
  const table = store.table(Stations)
  const found = from
    ? await table.find({ state: 'open', point: { near: from, within: WITHIN } }, { limit })
    : await table.find({ orgId: { in: scopesOf(path) }, state: 'open' }, { limit })
  return nearestFirst(found.map(one => nearOf(one, from, now)))
}
