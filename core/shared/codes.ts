import type { Instant } from './operation'

/** How long one code stands on the secretary's screen. */
const SLOT_MS = 30_000
/** A code is good during its own slot and this many more: hands are slow. */
const GRACE_SLOTS = 1
/** No code older than a day is recognised as an old one; it is simply wrong. */
const OLDEST_SLOTS = (24 * 60 * 60_000) / SLOT_MS

/** Gives the code of a slot. The secret behind it stays with the caller. */
export type CodeOf = (slot: number) => string

/** The number of the slot in which an instant falls. */
export const slotAt = (at: Instant): number => Math.floor(at / SLOT_MS)

/** The slots from the current one on that cover at least `coverMs` more, each with its first instant and the one after its last. */
export const slotsAhead = (now: Instant, coverMs: number): { slot: number; from: Instant; to: Instant }[] => {
  const first = slotAt(now)
  const count = Math.ceil((now + coverMs) / SLOT_MS) - first
  return Array.from({ length: count }, (_, index) => {
    const slot = first + index
    return { slot, from: slot * SLOT_MS, to: (slot + 1) * SLOT_MS }
  })
}

/** 32 digits and letters without I, L, O, U: what is read wrong most often is either absent or means the same (see `readCode`). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 8

/** Spells a code of eight letters from a digest of at least eight bytes; each byte's five low bits choose a letter, all alike likely. */
export const spellCode = (digest: Uint8Array): string =>
  Array.from(digest.subarray(0, CODE_LENGTH), byte => LETTERS.charAt(byte % 32)).join('')

/** A code as a person typed it, in the spelling we give: any case, full-width letters, spaces and dashes; O is 0, I and L are 1. */
export const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')

/** Whether a typed code is good now, was good earlier while the door was open (`opensAt`), or never was. */
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
