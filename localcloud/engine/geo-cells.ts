import { requestFailed } from '../errors'
import { isDoc, itemsOf } from './values'

/** Cells are squares of 1/50 degree (about 2.2 km from south to north); a cell's number is row × COLUMNS + column, counted from the south-west. */
const PER_DEGREE = 50
const COLUMNS = 360 * PER_DEGREE
/** Where geometries stand that are not a single point: every search looks there too. */
const EVERYWHERE = -1
/** A search that would touch more rows than this reads the whole index instead. */
const MOST_ROWS = 400

const row = (latitude: number) => Math.floor((Math.min(89.999999, Math.max(-90, latitude)) + 90) * PER_DEGREE)
const column = (longitude: number) => Math.floor((Math.min(179.999999, Math.max(-180, longitude)) + 180) * PER_DEGREE)

/** Longitude and latitude of a GeoJSON point in degrees; undefined for everything else. */
export const pointOf = (value: unknown): readonly [number, number] | undefined => {
  if (!isDoc(value) || value['type'] !== 'Point') return undefined
  const [longitude, latitude] = itemsOf(value['coordinates'])
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined
}

const GEOMETRIES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']

/** What a geo index keeps of a value: the number of a point's cell, null where there is nothing. Throws where it is no geometry. */
export const cellOf = (value: unknown): number | null => {
  if (value === null || value === undefined) return null
  if (!isDoc(value) || !GEOMETRIES.includes(String(value['type'])) || !Array.isArray(value['coordinates']))
    throw requestFailed(`Can't extract geo keys: unknown GeoJSON type: ${JSON.stringify(value)}`)
  const point = pointOf(value)
  return point === undefined ? EVERYWHERE : row(point[1]) * COLUMNS + column(point[0])
}

/** A rectangle in degrees. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** First and last cell of every row of a rectangle, as numbers; undefined where the whole index is the better answer. */
export const cellsOf = ({ west, south, east, north }: Box): (readonly [number, number])[] | undefined => {
  const [first, last] = [row(south), row(north)]
  // A rectangle across the date line or a pole is rare enough to read everything.
  if (last - first > MOST_ROWS || west < -180 || east > 180 || south < -90 || north > 90) return undefined
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return [[EVERYWHERE, EVERYWHERE], ...rows.map(r => [r * COLUMNS + column(west), r * COLUMNS + column(east)] as const)]
}
