import { requestFailed } from '../../errors'
import { isNull, typeName } from '../values'
import { operand, operands, textOf, wholeOf } from './arguments'
import type { Operator } from './compile'

/** What a value is as a text, for the operators that take numbers and dates too. */
const plainText = (value: unknown): string => {
  if (isNull(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`)
}

/** Where a part begins in a text taken as a list of units (bytes or code points). */
const indexIn =
  (name: string, unitsOf: (text: string) => readonly (string | number)[]) =>
  ([text, part, start, end]: readonly unknown[]): unknown => {
    if (isNull(text)) return null
    const units = unitsOf(textOf(name, text))
    const wanted = unitsOf(textOf(name, part))
    const [low, high] = [wholeOf(name, start ?? 0), Math.min(units.length, wholeOf(name, end ?? units.length))]
    if (low < 0 || high < 0) throw requestFailed(`${name} requires a nonnegative start and end`)
    for (let i = low; i + wanted.length <= high; i++) if (wanted.every((unit, j) => units[i + j] === unit)) return i
    return -1
  }

const $substrBytes = operands('$substrBytes', 3, 3, ([text, start, length]) => {
  if (typeof start !== 'number' || typeof length !== 'number')
    throw requestFailed('$substrBytes: starting index and length must be numeric')
  const bytes = Buffer.from(plainText(text), 'utf8')
  if (start < 0) throw requestFailed('$substrBytes: starting index must be non-negative')
  const cut = bytes.subarray(start, length < 0 ? undefined : start + length)
  const out = cut.toString('utf8')
  if (!Buffer.from(out, 'utf8').equals(cut)) throw requestFailed('$substrBytes: Invalid range, it cuts a UTF-8 character')
  return out
})

const $substrCP = operands('$substrCP', 3, 3, ([text, start, length]) => {
  const [from, size] = [wholeOf('$substrCP', start), wholeOf('$substrCP', length)]
  if (from < 0 || size < 0) throw requestFailed('$substrCP: the starting index and the length must be nonnegative')
  return Array.from(plainText(text))
    .slice(from, from + size)
    .join('')
})

/** Only the letters of ASCII have another case to MongoDB. */
const upper = (text: string) => text.replace(/[a-z]/g, letter => letter.toUpperCase())
const lower = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

const $strcasecmp = operands('$strcasecmp', 2, 2, ([a, b]) =>
  Buffer.compare(Buffer.from(upper(plainText(a))), Buffer.from(upper(plainText(b)))),
)

const $split = operands('$split', 2, 2, ([text, by]) => {
  if (isNull(text) || isNull(by)) return null
  const separator = textOf('$split', by)
  if (separator === '') throw requestFailed('$split requires a non-empty separator')
  return textOf('$split', text).split(separator)
})

/** MongoDB's longest document has as many bytes. */
const MOST_CHARACTERS = 16 * 1024 * 1024

const $concat = operands('$concat', 0, Infinity, values => {
  const wrong = values.find(value => !isNull(value) && typeof value !== 'string')
  if (wrong !== undefined) throw requestFailed(`$concat only supports strings, not ${typeName(wrong)}`)
  if (values.some(isNull)) return null
  const length = values.reduce<number>((sum, value) => sum + String(value).length, 0)
  if (length > MOST_CHARACTERS) throw requestFailed(`$concat would make a text of ${length} characters`)
  return values.join('')
})

/** Texts, counted as MongoDB counts: bytes of UTF-8 or code points, never JavaScript's half characters. */
export const textOperators: Readonly<Record<string, Operator>> = {
  $concat,
  $split,
  $substrBytes,
  $substr: $substrBytes,
  $substrCP,
  $strcasecmp,
  $strLenBytes: operand('$strLenBytes', value => Buffer.byteLength(textOf('$strLenBytes', value))),
  $strLenCP: operand('$strLenCP', value => Array.from(textOf('$strLenCP', value)).length),
  $indexOfBytes: operands(
    '$indexOfBytes',
    2,
    4,
    indexIn('$indexOfBytes', text => [...Buffer.from(text, 'utf8')]),
  ),
  $indexOfCP: operands(
    '$indexOfCP',
    2,
    4,
    indexIn('$indexOfCP', text => Array.from(text)),
  ),
  $toUpper: operand('$toUpper', value => upper(plainText(value))),
  $toLower: operand('$toLower', value => lower(plainText(value))),
}
