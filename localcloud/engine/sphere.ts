import { at } from './values'

/** Longitude and latitude in degrees. */
export type Point = readonly [number, number]

/** MongoDB's radius of the earth in metres. */
export const EARTH = 6378100
export const DEGREE = Math.PI / 180

type Vector = readonly [number, number, number]
const vectorOf = ([longitude, latitude]: Point): Vector => [
  Math.cos(latitude * DEGREE) * Math.cos(longitude * DEGREE),
  Math.cos(latitude * DEGREE) * Math.sin(longitude * DEGREE),
  Math.sin(latitude * DEGREE),
]
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const lengthOf = (a: Vector): number => Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])

/** Metres between two points on the sphere. Rule: localcloud/WIRE.md, Database, geo. */
export const distance = (from: Point, to: Point): number => {
  const a = vectorOf(from)
  const b = vectorOf(to)
  return EARTH * Math.atan2(lengthOf(cross(a, b)), dot(a, b))
}

/** A closed line: its last point is its first. */
export type Ring = readonly Point[]
/** The shortest way between two points: a part of a great circle. */
export type Side = readonly [Point, Point]

export const sidesOf = (ring: Ring): Side[] => ring.slice(1).map((end, i) => [at(ring, i), end])

/** Within a few millimetres of the line: rounding is not to decide. */
const NEARLY = 1e-9

/** Whether a point lies on a side. */
export const isOn = ([from, to]: Side, point: Point): boolean => {
  const [a, b, p] = [vectorOf(from), vectorOf(to), vectorOf(point)]
  const normal = cross(a, b)
  const size = lengthOf(normal)
  if (size < 1e-15) return lengthOf(cross(a, p)) < NEARLY && dot(a, p) > 0
  if (Math.abs(dot(normal, p)) / size > NEARLY) return false
  return dot(cross(a, p), normal) >= -NEARLY * size && dot(cross(p, b), normal) >= -NEARLY * size && dot(p, a) + dot(p, b) > 0
}

/** Whether two sides cross or touch. */
export const doCross = (one: Side, other: Side): boolean => {
  const [a, b, c, d] = [vectorOf(one[0]), vectorOf(one[1]), vectorOf(other[0]), vectorOf(other[1])]
  const [ab, cd] = [cross(a, b), cross(c, d)]
  const turns = [-dot(ab, c), dot(ab, d), -dot(cd, b), dot(cd, a)]
  if (turns.every(turn => turn > 0) || turns.every(turn => turn < 0)) return true
  return isOn(one, other[0]) || isOn(one, other[1]) || isOn(other, one[0]) || isOn(other, one[1])
}

/** Whether a ring, which must fit into one half of the earth, goes around a point: all turns that it makes as seen from there add up. */
export const isAround = (ring: Ring, point: Point): boolean => {
  const p = vectorOf(point)
  const corners = ring.map(vectorOf)
  const middle = corners.reduce<Vector>((sum, corner) => [sum[0] + corner[0], sum[1] + corner[1], sum[2] + corner[2]], [0, 0, 0])
  // The ring goes around the opposite point of the earth too.
  if (dot(middle, p) <= 0) return false
  const turns = corners.slice(1).map((end, i) => {
    const [a, b] = [cross(p, at(corners, i)), cross(p, end)]
    return Math.atan2(dot(p, cross(a, b)), dot(a, b))
  })
  return Math.abs(turns.reduce((sum, turn) => sum + turn, 0)) > Math.PI
}

/** The least and the greatest latitude on a side: a great circle bends towards the pole between its ends. */
export const latitudesOf = ([from, to]: Side): number[] => {
  const [a, b] = [vectorOf(from), vectorOf(to)]
  const normal = cross(a, b)
  const square = dot(normal, normal)
  const ends = [from[1], to[1]]
  if (square < 1e-18) return ends
  const k = normal[2] / square
  const top: Vector = [-k * normal[0], -k * normal[1], 1 - k * normal[2]]
  const isWithin = (v: Vector) => dot(cross(a, v), normal) > 0 && dot(cross(v, b), normal) > 0
  const latitude = Math.atan2(top[2], Math.hypot(top[0], top[1])) / DEGREE
  if (isWithin(top)) return [...ends, latitude]
  return isWithin([-top[0], -top[1], -top[2]]) ? [...ends, -latitude] : ends
}
