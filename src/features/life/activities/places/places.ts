import type { Asked } from '../../../../platform/call'

export type Place = Asked<'activity.publish'>['place']

/** A place as a draft holds it: what was typed, and the point on the map with the name it was chosen for. */
export type PlaceText = {
  placeName: string
  pointName: string
  lng: string
  lat: string
  radius: string
}

export const noPlace: PlaceText = { placeName: '', pointName: '', lng: '', lat: '', radius: '' }

/** A known place as a draft holds it. */
export const placeText = ({ name, point, radius }: Place): PlaceText => ({
  placeName: name,
  pointName: point ? name : '',
  lng: point ? String(point.lng) : '',
  lat: point ? String(point.lat) : '',
  radius: radius === undefined ? '' : String(radius),
})

/** The place a draft means. A point counts only for the name it was chosen for: a new name may well be another house. */
export const placeOf = ({ placeName, pointName, lng, lat, radius }: PlaceText): Place => {
  const name = placeName.trim()
  if (lng === '' || lat === '' || pointName !== name) return { name }
  return { name, point: { lng: Number(lng), lat: Number(lat) }, ...(radius === '' ? {} : { radius: Number(radius) }) }
}
