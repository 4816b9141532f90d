export interface SlotCode {
  code: string
  from: number
  to: number
}

/** What the phone knows of the cloud's clock: how far it is ahead of the phone's own lies between these (ms). */
export interface Ahead {
  least: number
  most: number
}

/** The codes fetched last, and what they told of the clock. */
export interface Fetched {
  codes: SlotCode[]
  ahead: Ahead
}

/** Shown so much later than the cloud turns to it: a code already past is still good, one not yet begun is not. */
const LAG_MS = 3_000
const KNOWS_NOTHING: Ahead = { least: -Infinity, most: Infinity }

/** What a fresh answer tells of the clock: its first code is of the slot in which the cloud answered, somewhere between asking and hearing. */
const aheadOf = ([first]: readonly SlotCode[], askedAt: number, heardAt: number): Ahead =>
  first ? { least: first.from - heardAt, most: first.to - askedAt } : KNOWS_NOTHING

const narrowed = (one: Ahead, other: Ahead): Ahead => {
  const both = { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) }
  // They contradict each other when a clock was set meanwhile: the newer word counts.
  return both.least <= both.most ? both : other
}

/** Takes a fresh answer in; every one narrows down how far the cloud's clock is from the phone's. */
export const withFresh = (before: Fetched | undefined, codes: readonly SlotCode[], askedAt: number, heardAt: number): Fetched => {
  const fresh = aheadOf(codes, askedAt, heardAt)
  return { codes: [...codes], ahead: before ? narrowed(before.ahead, fresh) : fresh }
}

/** The least correction of the phone's clock that agrees with everything heard. */
const correction = ({ least, most }: Ahead): number => Math.min(Math.max(0, least), most)

/** The code to draw at an instant of the phone's clock, and in how many ms the next one is due; none when all are past. */
export const codeAt = ({ codes, ahead }: Fetched, now: number): { code: string; nextIn: number } | undefined => {
  const time = now + correction(ahead) - LAG_MS
  // Just after fetching the lag reaches before the first code, which is then the one to show.
  const at = Math.max(time, codes[0]?.from ?? time)
  const slot = codes.find(one => at >= one.from && at < one.to)
  return slot && { code: slot.code, nextIn: Math.max(50, slot.to - time) }
}

/** For how many ms from now there are codes. */
export const lastsFor = ({ codes, ahead }: Fetched, now: number): number =>
  Math.max(0, (codes[codes.length - 1]?.to ?? 0) - now - correction(ahead))

const isSlotCode = (value: unknown): value is SlotCode =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'from' in value &&
  typeof value.from === 'number' &&
  'to' in value &&
  typeof value.to === 'number'

/** Reads codes that the phone kept; what they told of its clock may no longer be true and is forgotten. */
export const readKept = (kept: unknown): Fetched | undefined =>
  Array.isArray(kept) && kept.every(isSlotCode) ? { codes: kept, ahead: KNOWS_NOTHING } : undefined
