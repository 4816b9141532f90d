import { metresBetween } from '../../../../../core/shared/places'
import type { Given } from '../../../../platform/call'
import type { Point } from '../../../../platform/place'
import type { DeskItem } from '../words'

/** Where a service team starts from (站/点). */
export interface Station {
  name: string
  point: Point
}

/** A place with requests: one house, or houses too close to tell apart. */
export interface Spot {
  key: string
  point: Point
  items: DeskItem[]
  /** The station nearest to it, with the distance in metres. */
  near: { name: string; metres: number } | undefined
}

/** What either picture of the spots is given. */
export interface SpotsProps {
  spots: readonly Spot[]
  stations: readonly Station[]
  /** The spot whose requests alone are listed below. */
  chosen: string | undefined
  onChoose: (key: string) => void
}

/** So close, in metres, is one house. */
const SAME_HOUSE = 60

/** The points from which the teams start. */
export const stationsOf = (teams: Given<'team.list'>['items']): Station[] =>
  teams.flatMap(({ name, point }) => (point ? [{ name, point }] : []))

const nearest = (point: Point, stations: readonly Station[]): Spot['near'] =>
  stations
    .map(station => ({ name: station.name, metres: metresBetween(point, station.point) }))
    .sort((one, other) => one.metres - other.metres)[0]

const pressing = ({ items }: Spot): number =>
  Math.max(...items.map(item => (item.urgency === 'urgent' ? 3 : item.risk === 'broken' ? 2 : item.risk === 'at-risk' ? 1 : 0)))

/**
 * Requests by place, the most pressing place first: each joins the first spot within `apart` metres (one house at least). `nowhere` has those of
 * which have no place.
 */
export const spotsOf = (items: readonly DeskItem[], stations: readonly Station[], apart = 0): { spots: Spot[]; nowhere: DeskItem[] } => {
  const spots: Spot[] = []
  for (const item of items) {
    const { point } = item
    if (!point) continue
    const here = spots.find(spot => metresBetween(spot.point, point) <= Math.max(SAME_HOUSE, apart))
    if (here) here.items.push(item)
    else spots.push({ key: item.requestId, point, items: [item], near: nearest(point, stations) })
  }
  spots.sort((one, other) => pressing(other) - pressing(one) || other.items.length - one.items.length)
  return { spots, nowhere: items.filter(item => !item.point) }
}

/** A dot's place in a square drawing, in percent from the left and from the top. */
export interface Dot {
  left: number
  top: number
}

/** Room at the edges for dots as large as a finger, in percent. */
const EDGE = 12
/** Dots nearer to each other than this share of a drawing would cover each other. */
const TOO_NEAR = 0.18
/** A drawing shows at least so many metres, so that one house does not fill it. */
const LEAST = 300

const METRES_OF_A_DEGREE = 111_195

/** Lays points out in a square as they lie to each other, north at the top; `metres` is how far across it is. */
export const layOut = (points: readonly Point[]): { place: (point: Point) => Dot; metres: number } => {
  const lngs = points.map(point => point.lng)
  const lats = points.map(point => point.lat)
  const middle = (of: readonly number[]) => (Math.min(...of) + Math.max(...of)) / 2
  const centre = { lng: middle(lngs), lat: middle(lats) }
  const shrink = Math.cos((centre.lat * Math.PI) / 180)
  const east = ({ lng }: Point) => (lng - centre.lng) * METRES_OF_A_DEGREE * shrink
  const north = ({ lat }: Point) => (lat - centre.lat) * METRES_OF_A_DEGREE
  const reach = Math.max(LEAST, ...points.map(point => 2 * Math.max(Math.abs(east(point)), Math.abs(north(point)))))
  const across = reach / (1 - (2 * EDGE) / 100)
  return {
    place: point => ({ left: 50 + (100 * east(point)) / across, top: 50 - (100 * north(point)) / across }),
    metres: across,
  }
}

/** The spots of a drawing: what would lie under one finger is one spot. */
export const drawnSpots = (items: readonly DeskItem[], stations: readonly Station[]) => {
  const fine = spotsOf(items, stations)
  if (fine.spots.length < 2) return fine
  return spotsOf(items, stations, TOO_NEAR * layOut([...fine.spots, ...stations].map(one => one.point)).metres)
}
