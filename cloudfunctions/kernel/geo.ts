/** A point of the map as it is written: GeoJSON, which the map index wants. */
export interface GeoPoint {
  type: 'Point'
  coordinates: [lng: number, lat: number]
}

/** What the SDK makes of a point it reads, where it reads documents one by one; an aggregate gives GeoJSON. */
interface ReadPoint {
  longitude: number
  latitude: number
}
export type StoredPoint = GeoPoint | ReadPoint

/** Longitude and latitude of a point, in degrees, however it was read. */
export const pointOf = (stored: StoredPoint): { lng: number; lat: number } =>
  'coordinates' in stored ? { lng: stored.coordinates[0], lat: stored.coordinates[1] } : { lng: stored.longitude, lat: stored.latitude }

/** A point as it is written. */
export const geoPoint = ({ lng, lat }: { lng: number; lat: number }): GeoPoint => ({ type: 'Point', coordinates: [lng, lat] })
