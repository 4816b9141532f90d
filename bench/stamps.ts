/*
 * A text or a key of the branch with marks where a copy has something of its own, and the copies made of it.
 */
import { invert, SEQ_BYTES } from '../localcloud/engine/keys'

/** Before a name of the branch, before one of its street, and before a phone; they stand for what is another in each copy. */
export const [BRANCH, STREET, PHONE] = ['\u{e000}', '\u{e001}', '\u{e002}'] as const
/** So many copies of the branches that are there make a street as large as one of the district's. */
export const IN_A_STREET = 10

/** What comes before a name in a copy. All are equally long, so that copies come one after the other in every order of names, and none before the original. */
const branchPrefix = (nth: number) => `x${String(nth).padStart(5, '0')}`
const streetPrefix = (nth: number) => (nth < IN_A_STREET ? '' : branchPrefix(nth - (nth % IN_A_STREET)))
const phoneOf = (digits: string, nth: number) => `1${String((Number(digits.slice(1)) + nth * 104_729) % 10_000_000_000).padStart(10, '0')}`

/** A text with marks, cut at them. */
export type Pieces = readonly (string | { phone: string })[]
export const IN_TEXTS = /([\u{e000}\u{e001}]|\u{e002}\d{11})/u
export const piecesAt = (text: string, cuts: RegExp): Pieces =>
  text
    .split(cuts)
    .filter(piece => piece !== '')
    .map(piece => (piece.startsWith(PHONE) ? { phone: piece.slice(1) } : piece))
export const written = (pieces: Pieces, nth: number): string => {
  let text = ''
  for (const piece of pieces)
    if (piece === BRANCH) text += branchPrefix(nth)
    else if (piece === STREET) text += streetPrefix(nth)
    else text += typeof piece === 'string' ? piece : phoneOf(piece.phone, nth)
  return text
}

/** The marks as they stand in keys, whose bytes are gone about as letters. */
const inKeys = (text: string) => Buffer.from(text).toString('latin1')
const IN_KEYS = new RegExp(`(${inKeys(BRANCH)}|${inKeys(STREET)}|${inKeys(PHONE)}\\d{11})`)
export const INVERTED = [BRANCH, STREET, PHONE].map(mark => invert(Buffer.from(mark)))
export const piecesOfKey = (key: Buffer): Pieces =>
  piecesAt(key.toString('latin1'), IN_KEYS).map(piece => {
    if (typeof piece !== 'string') return piece
    const mark = Buffer.from(piece, 'latin1').toString()
    return mark === BRANCH || mark === STREET ? mark : mark.startsWith(PHONE) ? { phone: mark.slice(1) } : piece
  })
export const keyOf = (pieces: Pieces, nth: number) => Buffer.from(written(pieces, nth), 'latin1')

/** A copy by which the order of all is told. */
export const SAMPLE = IN_A_STREET + 1

/** Bytes of pieces that are stamped with one copy after the other; behind them is room for a number. From the first whole street on all copies are equally long. */
interface Stamp {
  readonly bytes: Buffer
  readonly branches: readonly number[]
  readonly streets: readonly number[]
  readonly phones: readonly { at: number; phone: string }[]
}
export const stampOf = (pieces: Pieces, encoding: 'latin1' | 'utf8', room = 0): Stamp => {
  const [branches, streets, phones, parts] = [[] as number[], [] as number[], [] as { at: number; phone: string }[], [] as Buffer[]]
  let at = 0
  for (const piece of pieces) {
    if (piece === BRANCH) branches.push(at)
    else if (piece === STREET) streets.push(at)
    else if (typeof piece !== 'string') phones.push({ at, phone: piece.phone })
    const part = Buffer.from(written([piece], SAMPLE), encoding)
    parts.push(part)
    at += part.length
  }
  return { bytes: Buffer.concat([...parts, Buffer.alloc(room)]), branches, streets, phones }
}
const prefixes: Buffer[] = []
const prefixBytes = (nth: number): Buffer => (prefixes[nth] ??= Buffer.from(branchPrefix(nth)))
/** The same bytes each time: good until the next copy is stamped. */
export const stamped = ({ bytes, branches, streets, phones }: Stamp, nth: number): Buffer => {
  for (const at of branches) bytes.set(prefixBytes(nth), at)
  for (const at of streets) bytes.set(prefixBytes(nth - (nth % IN_A_STREET)), at)
  for (const { at, phone } of phones) bytes.write(phoneOf(phone, nth), at, 'latin1')
  return bytes
}
export const numbered = (bytes: Buffer, seq: number): Buffer => {
  bytes.writeUIntBE(seq, bytes.length - SEQ_BYTES, SEQ_BYTES)
  return bytes
}
