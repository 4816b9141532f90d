import { judgeCode, type CodeOf } from './codes'
import type { Instant, RefusedWith } from './operation'
import type { doorRefusals, SharedRefused } from './refusals'
import { metresBetween, USUAL_RADIUS, type Spot, type Venue } from './places'

/** The hours in which people can sign in or out, both instants included. */
export interface Door {
  opensAt: Instant
  closesAt: Instant
}

/** Is the door open at that instant? */
export const isOpenAt = ({ opensAt, closesAt }: Door, at: Instant): boolean => at >= opensAt && at <= closesAt

/** What proves that a person is there: the code they scanned or typed, or the place of their phone. */
export interface Proof {
  code?: string | undefined
  point?: Spot | undefined
}

/** The refusals of a door; INVALID_INPUT where there is nothing to judge. */
export type DoorRefusal = RefusedWith<(typeof doorRefusals)[number] | Extract<SharedRefused, { code: 'INVALID_INPUT' }>>

const judgePlace = (place: Pick<Venue, 'point' | 'radius'>, point: Spot): DoorRefusal | 'there' => {
  if (!place.point) return { refused: 'INVALID_INPUT', data: { paths: ['point'] } }
  const [metres, radius] = [metresBetween(place.point, point), place.radius ?? USUAL_RADIUS]
  // Rounding never shows a distance that would have been near enough.
  return metres <= radius ? 'there' : { refused: 'SIGNIN_TOO_FAR', data: { metres: Math.max(radius + 1, Math.round(metres)) } }
}

/**
 * Does the proof show that the person is at the door now, and in which way (P11)? The hours are judged first, then the proofs. One valid
 * proof is enough; where both fail, the code's refusal is returned. `codeOf` returns the code of a slot (see `codes.ts`).
 */
export const judgeProof = (
  place: Pick<Venue, 'point' | 'radius'>,
  door: Door,
  proof: Proof,
  now: Instant,
  codeOf: CodeOf,
): { refused?: never; way: 'code' | 'place' } | DoorRefusal => {
  if (!isOpenAt(door, now)) return { refused: 'SIGNIN_NOT_OPEN', data: door }
  const code = proof.code?.trim() ? judgeCode(proof.code, now, door.opensAt, codeOf) : undefined
  if (code === 'good') return { way: 'code' }
  const near = proof.point ? judgePlace(place, proof.point) : undefined
  if (near === 'there') return { way: 'place' }
  if (code) return { refused: code }
  return near ?? { refused: 'INVALID_INPUT', data: { paths: ['code', 'point'] } }
}
