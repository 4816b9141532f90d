import { isDoc } from './values'

/** First byte of an encoded value: MongoDB's order of types. An empty array in an index sorts below null, as MongoDB's undefined does. */
const TAG = {
  emptyArray: 0x05,
  null: 0x0a,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  bool: 0x60,
  date: 0x70,
  regex: 0x80,
} as const

/** Stands in an index for an array without elements. */
export const EMPTY_ARRAY = Symbol('empty array')

const END = Buffer.from([0x00])
const TEXT_END = Buffer.from([0x00, 0x00])
/** The first key behind all that begin with these bytes. */
export const after = (bytes: Buffer): Buffer => {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0xff) end--
  if (end === 0) return Buffer.concat([bytes, Buffer.from([0xff])])
  const next = Buffer.from(bytes.subarray(0, end))
  next.writeUInt8(next.readUInt8(end - 1) + 1, end - 1)
  return next
}

const numberBytes = (tag: number, value: number): Buffer => {
  const bytes = Buffer.alloc(9)
  bytes[0] = tag
  if (Number.isNaN(value)) return bytes
  // Adding 0 makes -0 and 0 one key.
  bytes.writeDoubleBE(value + 0, 1)
  const sign = bytes.readUInt8(1)
  if (sign < 0x80) bytes[1] = sign | 0x80
  else for (let i = 1; i < 9; i++) bytes[i] = ~bytes.readUInt8(i)
  return bytes
}

/** UTF-8 with 00 written as 00 FF and closed by 00 00, so that a text sorts before its continuations and no text is the start of another. */
const textBytes = (tag: number, text: string): Buffer => {
  const raw = Buffer.from(text.includes('\0') ? text.replaceAll('\0', '\0\u{10ffff}') : text, 'utf8')
  const bytes = Buffer.allocUnsafe(raw.length + 3)
  bytes[0] = tag
  raw.copy(bytes, 1)
  bytes[raw.length + 1] = 0
  bytes[raw.length + 2] = 0
  return bytes
}

/**
 * Bytes whose order (memcmp) is MongoDB's order of values, null and missing being one. No encoding is the beginning of another, so that
 * encodings can be put behind each other.
 */
export const encodeValue = (value: unknown): Buffer => {
  if (value === null || value === undefined) return Buffer.from([TAG.null])
  if (value === EMPTY_ARRAY) return Buffer.from([TAG.emptyArray])
  if (typeof value === 'number') return numberBytes(TAG.number, value)
  if (typeof value === 'string') return textBytes(TAG.string, value)
  if (typeof value === 'boolean') return Buffer.from([TAG.bool, value ? 1 : 0])
  if (value instanceof Date) return numberBytes(TAG.date, value.getTime())
  if (value instanceof RegExp) return textBytes(TAG.regex, `${value.source}/${value.flags}`)
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([TAG.array]), ...value.map(encodeValue), END])
  if (isDoc(value)) {
    const parts = Object.entries(value).flatMap(([key, inner]) => {
      const encoded = encodeValue(inner)
      // MongoDB compares the type of a field first, then its name, then its value.
      return [encoded.subarray(0, 1), textBytes(1, key), encoded]
    })
    return Buffer.concat([Buffer.from([TAG.object]), ...parts, END])
  }
  throw new Error(`a ${typeof value} has no key`)
}

/** Orders two values as MongoDB does, null and missing being one. */
export const compareValues = (a: unknown, b: unknown): number => {
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number' && a < b) return -1
  if (typeof a === 'number' && typeof b === 'number' && a > b) return 1
  return Buffer.compare(encodeValue(a), encodeValue(b))
}

/** Whether two values are one to MongoDB: the order of an object's keys counts, -0 is 0, NaN is NaN. */
export const equalValues = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'boolean'
  return !isPlain(a) && !isPlain(b) && compareValues(a, b) === 0
}

/** MongoDB's class of a value: only values of one class are greater or less than each other in a query. */
export const classOf = (value: unknown): number => encodeValue(value).readUInt8(0)

/** The bytes in reverse order: what sorts first sorts last. */
export const invert = (bytes: Buffer): Buffer => Buffer.from(bytes.map(byte => ~byte))

/** An interval of encoded values: `low` and what follows it, up to but not including `high`. */
export interface Interval {
  readonly low: Buffer
  readonly high: Buffer
}

/** The interval that holds exactly the values with this encoding (and, in a key, whatever stands behind it). */
export const pointInterval = (bytes: Buffer): Interval => ({ low: bytes, high: after(bytes) })

/**
 * The values of the operand's own type on one side of it. The operand itself may be inside, because callers test every document again; where it is not meant
 * (`without`), it is left out if that can be told by its key: many rows may have just that value, such as 0.
 * Undefined for operands whose order an index is not asked for (objects, arrays, null).
 */
export const sideInterval = (operand: unknown, side: 'above' | 'below', without = false): Interval | undefined => {
  const ordered = typeof operand === 'number' || typeof operand === 'string' || typeof operand === 'boolean' || operand instanceof Date
  if (!ordered) return undefined
  const bytes = encodeValue(operand)
  const tag = bytes.readUInt8(0)
  // Each safe integer has a key of its own; texts may be cut.
  const isLeftOut = without && Number.isSafeInteger(operand)
  if (side === 'above') return { low: isLeftOut ? after(bytes) : bytes, high: Buffer.from([tag + 1]) }
  return { low: Buffer.from([tag]), high: isLeftOut ? bytes : after(bytes) }
}

/** The strings that begin with `prefix`. */
export const prefixInterval = (prefix: string): Interval => {
  const low = textBytes(TAG.string, prefix).subarray(0, -2)
  return { low, high: after(low) }
}

/** What both intervals hold. */
export const intersect = (a: Interval, b: Interval): Interval => ({
  low: Buffer.compare(a.low, b.low) > 0 ? a.low : b.low,
  high: Buffer.compare(a.high, b.high) < 0 ? a.high : b.high,
})

/** The smallest interval around both. */
export const hull = (a: Interval, b: Interval): Interval => ({
  low: Buffer.compare(a.low, b.low) < 0 ? a.low : b.low,
  high: Buffer.compare(a.high, b.high) > 0 ? a.high : b.high,
})

/** The interval where encodings are cut to `size` bytes: never smaller than before. */
export const cutInterval = ({ low, high }: Interval, size: number): Interval => ({
  low: low.subarray(0, size),
  high: high.length > size ? after(high.subarray(0, size)) : high,
})

/** The interval in a descending key. */
export const invertInterval = ({ low, high }: Interval): Interval => ({ low: invert(high), high: after(invert(low)) })

/** Where the text whose first byte stands at `from` ends, its closing bytes included; `bytes.length` where it was cut before that. */
const endOfText = (bytes: Buffer, from: number): number => {
  const end = bytes.indexOf(TEXT_END, from)
  return end === -1 ? bytes.length : end + TEXT_END.length
}

const endOfValue = (bytes: Buffer, from: number): number => {
  const tag = bytes[from]
  if (tag === TAG.number || tag === TAG.date) return from + 9
  if (tag === TAG.bool) return from + 2
  if (tag === TAG.string || tag === TAG.regex) return endOfText(bytes, from + 1)
  if (tag !== TAG.array && tag !== TAG.object) return from + 1
  let at = from + 1
  // Before a field's value stand its type once more and its name.
  while (at < bytes.length && bytes[at] !== 0) at = endOfValue(bytes, tag === TAG.array ? at : endOfText(bytes, at + 2))
  return at + 1
}

/** How many bytes the encoding takes with which these bytes begin; all of them where it was cut. */
export const encodedLength = (bytes: Buffer): number => Math.min(bytes.length, endOfValue(bytes, 0))

/** A document's number as it stands at the end of keys. */
export const SEQ_BYTES = 6
export const seqBytes = (seq: number): Buffer => {
  const bytes = Buffer.allocUnsafe(SEQ_BYTES)
  bytes.writeUIntBE(seq, 0, SEQ_BYTES)
  return bytes
}
export const seqIn = (key: Buffer): number => key.readUIntBE(key.length - SEQ_BYTES, SEQ_BYTES)

/** The bytes as a key of a Map. */
export const keyText = (bytes: Buffer): string => bytes.toString('latin1')
