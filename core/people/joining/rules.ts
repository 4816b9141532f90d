import { INVITE_ALPHABET } from '../identity/rules'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** What a branch's card for a chat opens with: 25¹⁶ are 74 bits. It names a branch and proves nothing of the person. */
export const CARD_ALPHABET = INVITE_ALPHABET
export const CARD_LENGTH = 16
/** Cards that an account may try in a window of ms. */
export const CARDS = { max: 30, windowMs: 10 * 60_000 } as const

/** How long it is kept that a person asked to be put on a roster, and how long what was answered, in ms. */
export const ASKED_FOR_MS = 30 * DAY
export const ANSWERED_FOR_MS = 7 * DAY
/** How often an account may ask, and all accounts together. */
export const ASKS = { max: 3, windowMs: DAY } as const
export const ALL_ASKS = { max: 200, windowMs: HOUR } as const
/** More people than wait at one desk: a new one is told to try later or to ring. */
export const WAITING_AT_ONCE = 100
/** So many letters of a branch's name are enough to look for it. */
export const LEAST_LETTERS = 2
