import type { Instant } from '../../shared/operation'

/** The privacy notice in force; a person agrees once to each version. */
export const PRIVACY_VERSION = '2026-11'

const DAY = 24 * 60 * 60_000

/** Letters and digits that are not mistaken for one another when a code is read out or copied by hand (no 0 O 1 I L U V 2 Z 5 S). */
export const INVITE_ALPHABET = '346789ABCDEFGHJKMNPQRTWXY'
/** 25⁹ codes are 41.8 bits, against ten tries in ten minutes. */
export const INVITE_LENGTH = 9
/** How long an invitation stands, in ms. */
export const INVITE_VALID_MS = 7 * DAY

/** Whether a typed code can be one at all. */
export const isInviteCode = (code: string): boolean =>
  code.length === INVITE_LENGTH && Array.from(code).every(letter => INVITE_ALPHABET.includes(letter))

interface Offer {
  memberId: string
  as: { kind: 'self' | 'family' | 'office' }
  expiresAt: Instant
  usedBy?: string
}

/** The account that wants to bind, as far as it matters: who it is itself, and which elders it helps. */
interface Binder {
  openid: string
  /** The member it is bound to, while that member is active. */
  memberId: string | null
}

/**
 * What an invitation says to an account: `bind` it now; `resume` what an earlier call with the same code began (and perhaps finished);
 * ALREADY_BOUND where it would silently replace who the account is; INVITE_INVALID for everything else, without saying why.
 */
export const judgeInvite = (offer: Offer | null, binder: Binder, now: Instant): 'bind' | 'resume' | 'INVITE_INVALID' | 'ALREADY_BOUND' => {
  if (!offer) return 'INVITE_INVALID'
  if (offer.usedBy === binder.openid) return 'resume'
  if (offer.usedBy !== undefined || now >= offer.expiresAt) return 'INVITE_INVALID'
  // A member is no helper of themselves.
  if (offer.as.kind === 'family') return binder.memberId === offer.memberId ? 'INVITE_INVALID' : 'bind'
  return binder.memberId !== null && binder.memberId !== offer.memberId ? 'ALREADY_BOUND' : 'bind'
}

/** A name that shows how many characters it has and nothing but the first: 沈**. */
export const maskName = (name: string): string => {
  const letters = Array.from(name)
  return letters.map((letter, index) => (index === 0 ? letter : '*')).join('')
}

/** How long a phone number verified by WeChat may be used again without a new code, in ms: long enough to type one's name. */
export const VERIFIED_FOR_MS = 60 * 60_000

const HOUR = 60 * 60_000
/** Guesses of invitation codes, and codes of numbers that WeChat is asked about, per account in a window of ms. */
export const GUESSES = { max: 10, windowMs: 10 * 60_000 } as const
/** Names and years guessed behind a verified number: per account, and about one person. */
export const ACCOUNT_GUESSES = { max: 3, windowMs: DAY } as const
export const PERSON_GUESSES = { max: 3, windowMs: 30 * DAY } as const
/** Wrong guesses of all accounts together, above which it is an attack; then accounts not yet bound share `SLOW` guesses. */
export const ALL_GUESSES = { max: 200, windowMs: HOUR } as const
export const SLOW_GUESSES = { max: 20, windowMs: 60_000 } as const
