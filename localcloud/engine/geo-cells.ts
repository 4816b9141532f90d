import { requestFailed } from '../errors'
import { isDoc, itemsOf } from './values'

/**
 * The earth is a grid of 2^20 columns and rows (38 m by 19 m at the equator). The digits of both numbers of a cell are put in turns, so that
 * every square of 2, 4, 8 … cells a side is one stretch of numbers: a search is a few such squares, whatever its size.
 */
const SIDE = 2 ** 20
/** Where geometries stand that are not a single point: every search looks there too. */
const EVERYWHERE = -1
/** A search takes squares of such a size that fewer than so many of them lie across it. */
const MOST_ACROSS = 8
/** The number of this way of counting cells; an index that was built in another way is built again. */
export const GRID = 2

const cut = (share: number) => Math.min(SIDE - 1, Math.max(0, Math.floor(share * SIDE)))
const row = (latitude: number) => cut((latitude + 90) / 180)
const column = (longitude: number) => cut((longitude + 180) / 360)

/** For each number of ten binary digits the one with a 0 before each of them. */
const SPREAD = Array.from({ length: 1024 }, (_none, number) => {
  let out = 0
  for (let digit = 0; digit < 10; digit++) if ((number >> digit) % 2 === 1) out += 4 ** digit
  return out
})

/** The twenty binary digits of a row or column with a 0 before each. */
const spread = (number: number): number => (SPREAD[number >> 10] ?? 0) * 4 ** 10 + (SPREAD[number & 1023] ?? 0)

const numberOf = (r: number, c: number) => spread(r) * 2 + spread(c)

/** Longitude and latitude of a GeoJSON point in degrees; undefined for everything else. */
export const pointOf = (value: unknown): readonly [number, number] | undefined => {
  if (!isDoc(value) || value['type'] !== 'Point') return undefined
  const [longitude, latitude] = itemsOf(value['coordinates'])
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined
}

/** The paths at which points stand in a document, those in arrays included. */
export const placesIn = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap(item => placesIn(item, path))
  if (!isDoc(value)) return []
  if (pointOf(value) !== undefined) return [path]
  return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, path === '' ? key : `${path}.${key}`))
}

const GEOMETRIES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']

/** What a geo index keeps of a value: the number of a point's cell, null where there is nothing. Throws where it is no geometry. */
export const cellOf = (value: unknown): number | null => {
  if (value === null || value === undefined) return null
  if (!isDoc(value) || !GEOMETRIES.includes(String(value['type'])) || !Array.isArray(value['coordinates']))
    throw requestFailed(`Can't extract geo keys: unknown GeoJSON type: ${JSON.stringify(value)}`)
  const point = pointOf(value)
  return point === undefined ? EVERYWHERE : numberOf(row(point[1]), column(point[0]))
}

/** A rectangle in degrees. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const through = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** The stretches of cell numbers that hold a rectangle, and what lies close to it; undefined where the whole index is the better answer. */
export const cellsOf = ({ west, south, east, north }: Box): (readonly [number, number])[] | undefined => {
  // A rectangle across the date line or a pole is rare enough to read everything.
  if (west < -180 || east > 180 || south < -90 || north > 90) return undefined
  const [left, right, low, high] = [column(west), column(east), row(south), row(north)]
  const across = (from: number, to: number, side: number) => Math.floor(to / side) - Math.floor(from / side)
  let side = 1
  while (across(left, right, side) >= MOST_ACROSS || across(low, high, side) >= MOST_ACROSS) side *= 2
  const columns = through(Math.floor(left / side), Math.floor(right / side))
  const squares = through(Math.floor(low / side), Math.floor(high / side)).flatMap(r => columns.map(c => numberOf(r, c)))
  const found: [number, number][] = [[EVERYWHERE, EVERYWHERE]]
  for (const square of squares.sort((a, b) => a - b)) {
    const [first, last] = [square * side * side, (square + 1) * side * side - 1]
    const before = found.at(-1)
    if (before !== undefined && before[0] !== EVERYWHERE && before[1] + 1 === first) before[1] = last
    else found.push([first, last])
  }
  return found
}
