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

/** A point as it is written. */
export const geoPoint = ({ lng, lat }: { lng: number; lat: number }): GeoPoint => ({ type: 'Point', coordinates: [lng, lat] })
