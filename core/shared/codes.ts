import type { Instant } from './operation'
import { bareCode } from './typed-code'

/** How long one code stays on the secretary's screen. */
const SLOT_MS = 30_000
/** A code is valid in its own slot and in so many more, because typing takes time. */
const GRACE_SLOTS = 1
/** Codes older than a day are not recognised as expired, only as wrong. */
const OLDEST_SLOTS = (24 * 60 * 60_000) / SLOT_MS

/** Returns the code of a slot; the caller keeps the secret behind it. */
export type CodeOf = (slot: number) => string

/** The number of the slot in which an instant falls. */
export const slotAt = (at: Instant): number => Math.floor(at / SLOT_MS)

/** The slots from the current one that cover at least `coverMs` more, each with its first instant and the instant after its last. */
export const slotsAhead = (now: Instant, coverMs: number): { slot: number; from: Instant; to: Instant }[] => {
  const first = slotAt(now)
  const count = Math.ceil((now + coverMs) / SLOT_MS) - first
  return Array.from({ length: count }, (_, index) => {
    const slot = first + index
    return { slot, from: slot * SLOT_MS, to: (slot + 1) * SLOT_MS }
  })
}

/** 32 digits and letters without I, L, O, U: characters that are easily misread are absent or mean the same (see `readCode`). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 8

/** Spells a code of eight letters from a digest of at least eight bytes; the five low bits of each byte choose a letter, all equally likely. */
export const spellCode = (digest: Uint8Array): string =>
  Array.from(digest.subarray(0, CODE_LENGTH), byte => LETTERS.charAt(byte % 32)).join('')

/** A typed code in our spelling (`bareCode`); O is 0, I and L are 1. */
export const readCode = (typed: string): string => bareCode(typed).replace(/O/gu, '0').replace(/[IL]/gu, '1')

/** Is a typed code valid now, was it valid earlier while the door was open (`opensAt`), or never? */
export const judgeCode = (
  typed: string,
  now: Instant,
  opensAt: Instant,
  codeOf: CodeOf,
): 'good' | 'SIGNIN_CODE_EXPIRED' | 'SIGNIN_CODE_INVALID' => {
  const code = readCode(typed)
  if (code.length !== CODE_LENGTH) return 'SIGNIN_CODE_INVALID'
  const current = slotAt(now)
  const oldest = Math.max(slotAt(opensAt), current - OLDEST_SLOTS)
  for (let slot = current; slot >= Math.min(oldest, current - GRACE_SLOTS); slot--)
    if (codeOf(slot) === code) return slot >= current - GRACE_SLOTS ? 'good' : 'SIGNIN_CODE_EXPIRED'
  return 'SIGNIN_CODE_INVALID'
}
