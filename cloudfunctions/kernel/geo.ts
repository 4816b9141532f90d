import { isDeepStrictEqual } from 'node:util'

/** A point of the map as it is written: GeoJSON, as the map index requires. */
export interface GeoPoint {
  type: 'Point'
  coordinates: [lng: number, lat: number]
}

/** The form in which the SDK returns a point of a single document; an aggregate returns GeoJSON. */
interface ReadPoint {
  longitude: number
  latitude: number
}
export type StoredPoint = GeoPoint | ReadPoint

/** Longitude and latitude of a point in degrees, in whichever form it was read. */
export const pointOf = (stored: StoredPoint): { lng: number; lat: number } =>
  'coordinates' in stored ? { lng: stored.coordinates[0], lat: stored.coordinates[1] } : { lng: stored.longitude, lat: stored.latitude }

const isRead = (value: object): value is ReadPoint =>
  'longitude' in value && typeof value.longitude === 'number' && 'latitude' in value && typeof value.latitude === 'number'

/** A value that was read, as it is written: every point in it as GeoJSON. */
export const asWritten = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asWritten)
  if (typeof value !== 'object' || value === null) return value
  if (isRead(value)) return geoPoint(pointOf(value))
  return Object.getPrototypeOf(value) === Object.prototype
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asWritten(one)]))
    : value
}

/** Whether two values say the same, in whichever form their points were read. */
export const saysSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asWritten(one), asWritten(other))

/** A point as it is written. */
export const geoPoint = ({ lng, lat }: { lng: number; lat: number }): GeoPoint => ({ type: 'Point', coordinates: [lng, lat] })
