import { INVITE_ALPHABET } from '../identity/rules'
import type { Instant } from '../../shared/operation'

const DAY = 24 * 60 * 60_000

/** A code with which an environment gets its first officer: 25¹² are 55.7 bits. */
export const SETUP_LENGTH = 12
export const SETUP_ALPHABET = INVITE_ALPHABET
/** How long such a code stands, in ms: an afternoon is enough, a month forgives a holiday. */
export const SETUP_VALID_MS = 30 * DAY

/** Whether a typed code can be one at all. */
export const isSetupCode = (code: string): boolean =>
  code.length === SETUP_LENGTH && Array.from(code).every(letter => SETUP_ALPHABET.includes(letter))

/** How far the making of the first officer has come. */
export interface Begun {
  /** What the claim makes; there once a code was claimed. */
  orgId?: string
  memberId?: string
  claimedBy?: string
  doneAt?: Instant
}

/**
 * Does an environment wait for its first officer? It does while it is empty (no organizations, no members; registered volunteers and their home not
 * counted), and while a claim that was cut off half-way has not been finished.
 */
export const isSetupNeeded = (begun: Begun | null, empty: boolean): boolean =>
  empty || (begun?.orgId !== undefined && begun.doneAt === undefined)
