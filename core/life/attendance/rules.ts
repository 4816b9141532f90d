import type * as z from 'zod'
import type { Instant } from '../../shared/operation'
import type { Point } from '../../shared/schemas'
import { judgeCode, type CodeOf } from './codes'

const MINUTE = 60_000
/** People come early and stay to chat: the door opens an hour before and stays open half an hour after. */
const OPENS_BEFORE = 60 * MINUTE
const CLOSES_AFTER = 30 * MINUTE
/** How long after the start one still counts as on time. */
const GRACE = 10 * MINUTE
/** How near, in metres, counts as there when a place says nothing. */
const USUAL_RADIUS = 200
/** The earth's radius in metres that the database's own geometry uses, so that both measure alike. */
const EARTH = 6_378_100

type Spot = z.infer<typeof Point>

/** When an activity is held, in ms since the epoch. */
export interface Held {
  startsAt: Instant
  endsAt: Instant
}

/** From when to when one can sign in to an activity (P11): from 60 minutes before it starts to 30 minutes after it ends, both included. */
export const signInWindow = ({ startsAt, endsAt }: Held): { opensAt: Instant; closesAt: Instant } => ({
  opensAt: startsAt - OPENS_BEFORE,
  closesAt: endsAt + CLOSES_AFTER,
})

/** Whether the door is open at that instant. */
export const isOpen = (activity: Held, at: Instant): boolean => {
  const { opensAt, closesAt } = signInWindow(activity)
  return at >= opensAt && at <= closesAt
}

/** Whether coming at that instant is late (P11): more than ten minutes after the start. */
export const isLate = ({ startsAt }: Pick<Held, 'startsAt'>, at: Instant): boolean => at > startsAt + GRACE

const radians = (degrees: number) => (degrees * Math.PI) / 180
const haversine = (angle: number) => Math.sin(angle / 2) ** 2

/** Metres between two points over the earth's surface (haversine). */
export const metresBetween = (one: Spot, other: Spot): number => {
  const across = haversine(radians(other.lng - one.lng)) * Math.cos(radians(one.lat)) * Math.cos(radians(other.lat))
  // Rounding may lift the sum a hair above 1 for opposite ends of the earth, where asin has no answer.
  return 2 * EARTH * Math.asin(Math.sqrt(Math.min(1, haversine(radians(other.lat - one.lat)) + across)))
}

/** What the rule needs to know of an activity. */
export interface Doors extends Held {
  state: 'published' | 'cancelled'
  place: { point?: Spot | undefined; radius?: number | undefined }
}

/** What a person shows to prove that they are there: what they scanned or typed, or where their phone is. */
interface Proof {
  code?: string | undefined
  point?: Spot | undefined
}

type Refusal =
  | { refused: 'ACTIVITY_CANCELLED' | 'SIGNIN_CODE_INVALID' | 'SIGNIN_CODE_EXPIRED' }
  | { refused: 'SIGNIN_NOT_OPEN'; data: { opensAt: Instant; closesAt: Instant } }
  | { refused: 'SIGNIN_TOO_FAR'; data: { metres: number } }
  | { refused: 'INVALID_INPUT'; data: { paths: string[] } }
type SignInVerdict = { refused?: never; way: 'code' | 'place'; late: boolean } | Refusal

const judgePlace = ({ place }: Doors, point: Spot): Refusal | 'there' => {
  if (!place.point) return { refused: 'INVALID_INPUT', data: { paths: ['point'] } }
  const [metres, radius] = [metresBetween(place.point, point), place.radius ?? USUAL_RADIUS]
  // Never told as a number that would have been near enough.
  return metres <= radius ? 'there' : { refused: 'SIGNIN_TOO_FAR', data: { metres: Math.max(radius + 1, Math.round(metres)) } }
}

/**
 * May somebody who is not signed in yet sign in now (P11)? Judged in this order: cancelled, the door's hours, then the proof.
 * Either proof will do; where both fail, the code's refusal is told. `codeOf` gives the code of a slot (see `codes.ts`).
 */
export const judgeSignIn = (activity: Doors, proof: Proof, now: Instant, codeOf: CodeOf): SignInVerdict => {
  if (activity.state === 'cancelled') return { refused: 'ACTIVITY_CANCELLED' }
  const window = signInWindow(activity)
  if (!isOpen(activity, now)) return { refused: 'SIGNIN_NOT_OPEN', data: window }
  const late = isLate(activity, now)
  const code = proof.code?.trim() ? judgeCode(proof.code, now, window.opensAt, codeOf) : undefined
  if (code === 'good') return { way: 'code', late }
  const place = proof.point ? judgePlace(activity, proof.point) : undefined
  if (place === 'there') return { way: 'place', late }
  if (code) return { refused: code }
  return place ?? { refused: 'INVALID_INPUT', data: { paths: ['code', 'point'] } }
}

/** May somebody still ask for leave? Until the activity ends, unless it was cancelled. */
export const judgeLeave = (activity: Doors, now: Instant): 'open' | 'ACTIVITY_CANCELLED' | 'SIGNIN_NOT_OPEN' => {
  if (activity.state === 'cancelled') return 'ACTIVITY_CANCELLED'
  return now < activity.endsAt ? 'open' : 'SIGNIN_NOT_OPEN'
}
