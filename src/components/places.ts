import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Asked } from '../platform/call'
import { now } from '../platform/clock'
import { useQuery } from '../platform/query'

export type Place = Asked<'activity.publish'>['place']

/** How far back places are remembered, in days. */
const REMEMBERED_DAYS = 92

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

/** Where the branch has met lately, the latest first; `undefined` while they are asked for. */
export const useUsualPlaces = (branchId: string | null): Place[] | undefined => {
  const query = useQuery(
    'activity.list',
    branchId === null ? null : { branchId, from: instantOf(addDays(dateOf(now()), -REMEMBERED_DAYS)) },
  )
  if (query.state === 'loading') return undefined
  const places = new Map<string, Place>()
  for (const { place } of [...(query.data?.items ?? [])].reverse()) if (!places.has(place.name)) places.set(place.name, place)
  return [...places.values()]
}
