import type * as z from 'zod'
import type { Place, Point } from './schemas'

export type Spot = z.infer<typeof Point>
/** Where something is held, and how near counts as there. */
export type Venue = z.infer<typeof Place>

/** How near counts as there, in metres, where a place has no radius of its own. */
export const USUAL_RADIUS = 200
/** The earth's radius in metres as in the database's geometry, so that both measure alike. */
const EARTH = 6_378_100

const radians = (degrees: number) => (degrees * Math.PI) / 180
const haversine = (angle: number) => Math.sin(angle / 2) ** 2

/** Metres between two points over the earth's surface (haversine). */
export const metresBetween = (one: Spot, other: Spot): number => {
  const across = haversine(radians(other.lng - one.lng)) * Math.cos(radians(one.lat)) * Math.cos(radians(other.lat))
  // For opposite ends of the earth rounding may lift the sum just above 1, where asin is undefined.
  return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, haversine(radians(other.lat - one.lat)) + across)))
}
