import { requestFailed } from '../errors'
import { wholesAt } from './elements'
import { pointOf, type Box } from './geo-cells'
import { DEGREE, distance, doCross, EARTH, isAround, isOn, latitudesOf, sidesOf, type Point, type Ring, type Side } from './sphere'
import { isDoc, itemsOf } from './values'

/** A rectangle around a circle on the sphere. */
export const boxAround = ([longitude, latitude]: Point, metres: number): Box => {
  const height = metres / (EARTH * DEGREE)
  const widest = Math.cos(Math.min(90, Math.abs(latitude) + height) * DEGREE)
  const width = widest <= 0.001 ? 360 : height / widest
  return { west: longitude - width, east: longitude + width, south: latitude - height, north: latitude + height }
}

const placesAt = (doc: unknown, path: string): unknown[] =>
  [...wholesAt(doc, path.split('.'))].flatMap(value => (Array.isArray(value) ? itemsOf(value) : [value]))

/** The places at a path that are points; an array of points has several. */
export const pointsAt = (doc: unknown, path: string): Point[] =>
  placesAt(doc, path)
    .map(pointOf)
    .filter(point => point !== undefined)

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
export const nearestAt = (doc: unknown, path: string, center: Point): number =>
  Math.min(Infinity, ...pointsAt(doc, path).map(point => distance(center, point)))

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
const toLine = (value: unknown): Ring => {
  const line = toRing(value)
  if (line.length < 2) throw requestFailed('a GeoJSON LineString has at least 2 positions')
  return line
}
const toLines = (value: unknown): Ring[] => itemsOf(value).map(toLine)
const toPolygon = (value: unknown): Ring[] => {
  const rings = itemsOf(value).map(toRing)
  const isClosed = (ring: Ring) => ring.length >= 4 && ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1]
  if (rings.length === 0 || !rings.every(isClosed))
    throw requestFailed('Loop is not closed: a ring has at least 4 positions, the last one being the first')
  return rings
}
const nothing: Shape = { points: [], lines: [], polygons: [] }

const shapes: Readonly<Record<string, (coordinates: unknown) => Shape>> = {
  Point: coordinates => ({ ...nothing, points: [toPoint(coordinates)] }),
  MultiPoint: coordinates => ({ ...nothing, points: toRing(coordinates) }),
  LineString: coordinates => ({ ...nothing, lines: [toLine(coordinates)] }),
  MultiLineString: coordinates => ({ ...nothing, lines: toLines(coordinates) }),
  Polygon: coordinates => ({ ...nothing, polygons: [toPolygon(coordinates)] }),
  MultiPolygon: coordinates => ({ ...nothing, polygons: itemsOf(coordinates).map(toPolygon) }),
}

/** A GeoJSON geometry taken apart; undefined for what is none. */
const shapeOf = (value: unknown): Shape | undefined => {
  if (!isDoc(value) || typeof value['type'] !== 'string' || !Object.hasOwn(shapes, value['type'])) return undefined
  return shapes[value['type']]?.(value['coordinates'])
}

const cornersOf = (shape: Shape): Point[] => [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)]

const sidesIn = (shape: Shape): Side[] => [...shape.lines, ...shape.polygons.flat()].flatMap(sidesOf)

/** The rectangle around a geometry. */
export const boxOf = (shape: Shape): Box => {
  const corners = cornersOf(shape)
  const longitudes = corners.map(corner => corner[0])
  const latitudes = [...corners.map(corner => corner[1]), ...sidesIn(shape).flatMap(latitudesOf)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  // The shortest way across the date line leaves the rectangle of its corners.
  const isAcross = sidesIn(shape).some(([from, to]) => Math.abs(from[0] - to[0]) > 180)
  return { west: isAcross ? -181 : west, east: isAcross ? 181 : east, south: Math.min(...latitudes), north: Math.max(...latitudes) }
}

const inPolygon = (point: Point, polygon: readonly Ring[]): boolean =>
  polygon.some(ring => sidesOf(ring).some(side => isOn(side, point))) ||
  (polygon[0] !== undefined && isAround(polygon[0], point) && !polygon.slice(1).some(hole => isAround(hole, point)))

/** Whether two sides cross where neither ends. */
const crossesInside = (one: Side, other: Side) =>
  doCross(one, other) && !isOn(one, other[0]) && !isOn(one, other[1]) && !isOn(other, one[0]) && !isOn(other, one[1])

const covers = (area: Shape, shape: Shape): boolean =>
  area.polygons.some(polygon => {
    const border = polygon.flatMap(sidesOf)
    const isInside = cornersOf(shape).every(corner => inPolygon(corner, polygon))
    // A hole may lie in the middle of what is to be covered.
    const hasHole = polygon.slice(1).some(hole => hole.some(corner => shape.polygons.some(other => inPolygon(corner, other))))
    return isInside && !hasHole && !sidesIn(shape).some(side => border.some(other => crossesInside(side, other)))
  })

const touches = (a: Shape, b: Shape): boolean => {
  const within = (one: Shape, other: Shape) => cornersOf(one).some(corner => other.polygons.some(polygon => inPolygon(corner, polygon)))
  const onLine = (one: Shape, other: Shape) => one.points.some(point => sidesIn(other).some(side => isOn(side, point)))
  const samePoint = a.points.some(p => b.points.some(q => p[0] === q[0] && p[1] === q[1]))
  const crossing = sidesIn(a).some(side => sidesIn(b).some(other => doCross(side, other)))
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

const shapesAt = (doc: unknown, path: string): Shape[] =>
  placesAt(doc, path)
    .map(shapeOf)
    .filter(shape => shape !== undefined)

/** The test of `$geoWithin`: the whole geometry lies in the area. */
export const geoWithin = (path: string, operand: unknown) => {
  const circle = circleOf(operand)
  if (circle !== undefined) {
    return (doc: unknown) =>
      shapesAt(doc, path).some(shape => cornersOf(shape).every(corner => distance(circle.center, corner) <= circle.max))
  }
  const area = areaOf(operand)
  if (area.polygons.length === 0) throw requestFailed('$geoWithin not supported with provided geometry: it needs a Polygon or MultiPolygon')
  return (doc: unknown) => shapesAt(doc, path).some(shape => covers(area, shape))
}

/** The test of `$geoIntersects`: the geometries have a point in common. */
export const geoIntersects = (path: string, operand: unknown) => {
  const area = areaOf(operand)
  return (doc: unknown) => shapesAt(doc, path).some(shape => touches(area, shape))
}

/** The test half of `$nearSphere`; the order is made by the search itself. */
export const geoNear = (path: string, operand: unknown) => {
  const { center, min, max } = nearOf(operand)
  return (doc: unknown) => {
    const metres = nearestAt(doc, path, center)
    return metres !== Infinity && metres >= min && metres <= max
  }
}
