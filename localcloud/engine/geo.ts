import type { Any, AnyObject } from 'mingo/types'
import { resolve } from 'mingo/util'
import { requestFailed } from '../errors'
import { pointOf, type Box } from './geo-cells'
import { at, isDoc, itemsOf, type Doc } from './values'

/** Longitude and latitude in degrees. */
export type Point = readonly [number, number]

/** MongoDB's radius of the earth in metres. */
const EARTH = 6378100
const DEGREE = Math.PI / 180

type Vector = readonly [number, number, number]
const vectorOf = ([longitude, latitude]: Point): Vector => [
  Math.cos(latitude * DEGREE) * Math.cos(longitude * DEGREE),
  Math.cos(latitude * DEGREE) * Math.sin(longitude * DEGREE),
  Math.sin(latitude * DEGREE),
]

/** Metres between two points on the sphere. Rule: LOCALCLOUD-WIRE section 3, geo. */
export const distance = (from: Point, to: Point): number => {
  const a = vectorOf(from)
  const b = vectorOf(to)
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]] as const
  const length = Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2])
  return EARTH * Math.atan2(length, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])
}

/** A rectangle around a circle on the sphere. */
export const boxAround = ([longitude, latitude]: Point, metres: number): Box => {
  const height = metres / (EARTH * DEGREE)
  const widest = Math.cos(Math.min(90, Math.abs(latitude) + height) * DEGREE)
  const width = widest <= 0.001 ? 360 : height / widest
  return { west: longitude - width, east: longitude + width, south: latitude - height, north: latitude + height }
}

/** The places at a path that are points; an array of points has several. */
export const pointsAt = (doc: Doc, path: string): Point[] => {
  const value: unknown = resolve(doc, path)
  return (Array.isArray(value) ? value : [value]).map(pointOf).filter(point => point !== undefined)
}

interface Near {
  readonly center: Point
  /** Metres. */
  readonly min: number
  readonly max: number
}

const numberOr = (value: unknown, otherwise: number, name: string): number => {
  if (value === undefined) return otherwise
  if (typeof value !== 'number' || value < 0) throw requestFailed(`${name} must be a number that is not negative`)
  return value
}

/** The operand of `$nearSphere` and `$near`. */
export const nearOf = (operand: unknown): Near => {
  const center = isDoc(operand) ? pointOf(operand['$geometry']) : undefined
  if (!isDoc(operand) || center === undefined) throw requestFailed('$nearSphere requires a $geometry that is a Point')
  return {
    center,
    min: numberOr(operand['$minDistance'], 0, '$minDistance'),
    max: numberOr(operand['$maxDistance'], Infinity, '$maxDistance'),
  }
}

/** Metres from the centre to the nearest point at the path; Infinity where there is none. */
export const nearestAt = (doc: Doc, path: string, center: Point): number =>
  Math.min(Infinity, ...pointsAt(doc, path).map(point => distance(center, point)))

type Ring = readonly Point[]
interface Shape {
  readonly points: readonly Point[]
  readonly lines: readonly Ring[]
  /** Each polygon is its outer ring, then its holes. */
  readonly polygons: readonly (readonly Ring[])[]
}

const toPoint = (value: unknown): Point => {
  const [longitude, latitude] = itemsOf(value)
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw requestFailed('a position is [longitude, latitude]')
  return [longitude, latitude]
}
const toRing = (value: unknown): Ring => itemsOf(value).map(toPoint)
const toRings = (value: unknown): Ring[] => itemsOf(value).map(toRing)
const nothing: Shape = { points: [], lines: [], polygons: [] }

const shapes: Readonly<Record<string, (coordinates: unknown) => Shape>> = {
  Point: coordinates => ({ ...nothing, points: [toPoint(coordinates)] }),
  MultiPoint: coordinates => ({ ...nothing, points: toRing(coordinates) }),
  LineString: coordinates => ({ ...nothing, lines: [toRing(coordinates)] }),
  MultiLineString: coordinates => ({ ...nothing, lines: toRings(coordinates) }),
  Polygon: coordinates => ({ ...nothing, polygons: [toRings(coordinates)] }),
  MultiPolygon: coordinates => ({ ...nothing, polygons: itemsOf(coordinates).map(toRings) }),
}

/** A GeoJSON geometry taken apart; undefined for what is none. */
const shapeOf = (value: unknown): Shape | undefined => {
  if (!isDoc(value) || typeof value['type'] !== 'string' || !Object.hasOwn(shapes, value['type'])) return undefined
  return shapes[value['type']]?.(value['coordinates'])
}

const cornersOf = (shape: Shape): Point[] => [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)]

/** The rectangle around a geometry. */
export const boxOf = (shape: Shape): Box => {
  const corners = cornersOf(shape)
  const longitudes = corners.map(corner => corner[0])
  const latitudes = corners.map(corner => corner[1])
  return { west: Math.min(...longitudes), east: Math.max(...longitudes), south: Math.min(...latitudes), north: Math.max(...latitudes) }
}

const sides = (ring: Ring): [Point, Point][] => ring.slice(1).map((end, i) => [at(ring, i), end])

/** Even-odd rule on the plane of degrees: exact enough for districts, not for continents. */
const inRing = ([x, y]: Point, ring: Ring): boolean =>
  sides(ring).filter(([a, b]) => a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]).length % 2 === 1

const turn = (a: Point, b: Point, c: Point) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
const between = (a: Point, b: Point, p: Point) =>
  turn(a, b, p) === 0 &&
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])
const crosses = ([a, b]: [Point, Point], [c, d]: [Point, Point]) =>
  (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) ||
  between(a, b, c) ||
  between(a, b, d) ||
  between(c, d, a) ||
  between(c, d, b)

const inPolygon = (point: Point, polygon: readonly Ring[]): boolean =>
  polygon.some(ring => sides(ring).some(([a, b]) => between(a, b, point))) ||
  (polygon[0] !== undefined && inRing(point, polygon[0]) && !polygon.slice(1).some(hole => inRing(point, hole)))

const linesOf = (shape: Shape): [Point, Point][] => [...shape.lines, ...shape.polygons.flat()].flatMap(sides)

const covers = (area: Shape, shape: Shape): boolean => {
  const inside = (point: Point) => area.polygons.some(polygon => inPolygon(point, polygon))
  return cornersOf(shape).every(inside)
}

const touches = (a: Shape, b: Shape): boolean => {
  const within = (one: Shape, other: Shape) => cornersOf(one).some(corner => other.polygons.some(polygon => inPolygon(corner, polygon)))
  const onLine = (one: Shape, other: Shape) => one.points.some(p => linesOf(other).some(([c, d]) => between(c, d, p)))
  const samePoint = a.points.some(p => b.points.some(q => p[0] === q[0] && p[1] === q[1]))
  const crossing = linesOf(a).some(side => linesOf(b).some(other => crosses(side, other)))
  return samePoint || crossing || within(a, b) || within(b, a) || onLine(a, b) || onLine(b, a)
}

/** A circle of `$centerSphere`; the wire gives its radius in radians. */
export const circleOf = (operand: unknown): Near | undefined => {
  if (!isDoc(operand) || !Array.isArray(operand['$centerSphere'])) return undefined
  const [center, radius] = itemsOf(operand['$centerSphere'])
  return { center: toPoint(isDoc(center) ? center['coordinates'] : center), min: 0, max: numberOr(radius, 0, 'the radius') * EARTH }
}

/** The geometry of `$geoWithin` and `$geoIntersects`. */
export const areaOf = (operand: unknown): Shape => {
  const shape = isDoc(operand) ? shapeOf(operand['$geometry']) : undefined
  if (shape === undefined) throw requestFailed('a $geometry in GeoJSON is needed')
  return shape
}

const shapesAt = (doc: AnyObject, path: string): Shape[] => {
  const value: unknown = resolve(doc, path)
  return (Array.isArray(value) ? value : [value]).map(shapeOf).filter(shape => shape !== undefined)
}

export const geoWithin = (path: string, operand: Any) => {
  const circle = circleOf(operand)
  if (circle !== undefined) {
    return (doc: AnyObject) =>
      shapesAt(doc, path).some(shape => cornersOf(shape).every(corner => distance(circle.center, corner) <= circle.max))
  }
  const area = areaOf(operand)
  return (doc: AnyObject) => shapesAt(doc, path).some(shape => covers(area, shape))
}

export const geoIntersects = (path: string, operand: Any) => {
  const area = areaOf(operand)
  return (doc: AnyObject) => shapesAt(doc, path).some(shape => touches(area, shape))
}

/** The test half of `$nearSphere`; the order is made by the search itself. */
export const geoNear = (path: string, operand: Any) => {
  const { center, min, max } = nearOf(operand)
  return (doc: AnyObject) => {
    const metres = nearestAt(doc, path, center)
    return metres !== Infinity && metres >= min && metres <= max
  }
}
