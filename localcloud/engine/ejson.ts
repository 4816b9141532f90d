import { invalidParam, requestFailed } from '../errors'
import { fieldOf, isDoc, type Doc } from './values'

const numberOf = (value: unknown): number => {
  const number = typeof value === 'number' ? value : Number(value)
  if (Number.isNaN(number) && value !== 'NaN') throw invalidParam(`not a number: ${JSON.stringify(value)}`)
  return number
}

const dateOf = (value: unknown): Date => {
  const date = typeof value === 'string' ? new Date(value) : new Date(numberOf(isDoc(value) ? value['$numberLong'] : value))
  if (Number.isNaN(date.getTime())) throw invalidParam(`not a date: ${JSON.stringify(value)}`)
  return date
}

const regexOf = (value: unknown): RegExp => {
  const { pattern, options } = isDoc(value) ? value : { pattern: undefined, options: undefined }
  if (typeof pattern !== 'string') throw invalidParam('a regular expression has no pattern')
  return toRegExp(pattern, typeof options === 'string' ? options : '')
}

/** What the option `x` allows in a pattern, outside of brackets and unless escaped: blanks, and remarks from `#` to the end of the line. */
const withoutRemarks = (pattern: string): string =>
  pattern.replace(/(\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\])|\s+|#.*/g, (_found, kept?: string) => kept ?? '')

/** MongoDB's options `i m s u` mean the same in JavaScript, which knows neither `x` nor `(?i)` at the beginning. */
export const toRegExp = (given: string, givenOptions: string): RegExp => {
  const [start = '', inside = ''] = /^\(\?([imsx]+)\)/.exec(given) ?? []
  const [pattern, options] = [given.slice(start.length), [...new Set(givenOptions + inside)].join('')]
  if (!/^[imsux]*$/.test(options)) throw requestFailed(`regular expression options ${JSON.stringify(options)} are not supported`)
  try {
    return options.includes('x') ? new RegExp(withoutRemarks(pattern), options.replace('x', '')) : new RegExp(pattern, options)
  } catch {
    throw requestFailed(`regular expression ${JSON.stringify(pattern)} is not valid`)
  }
}

/** What an EJSON object with one key stands for. ObjectIds become their hex string: the cloud hands them to applications as such. */
const wrapped: Readonly<Record<string, (value: unknown, now: number) => unknown>> = {
  $numberInt: numberOf,
  $numberLong: numberOf,
  $numberDouble: numberOf,
  $numberDecimal: numberOf,
  $date: dateOf,
  $oid: value => {
    if (typeof value !== 'string' || !/^[0-9a-fA-F]{24}$/.test(value)) throw invalidParam('an ObjectId has 24 hex digits')
    return value
  },
  $regularExpression: regexOf,
  $undefined: () => null,
  $tcb_server_date: (value, now) => dateOf(now + numberOf(revive(isDoc(value) ? (value['offset'] ?? 0) : 0, now))),
  $binary: () => {
    throw requestFailed('binary values are not supported')
  },
}

/** The value that a parsed text stands for. What has nothing to unwrap stays as it is, the same object. */
const revive = (value: unknown, now: number): unknown => {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) if (typeof item === 'object') value[at] = revive(item, now)
    return value
  }
  if (!isDoc(value)) return value
  const keys = Object.keys(value)
  const [first = ''] = keys
  if (keys.length === 1 && first.startsWith('$')) {
    const unwrap = Object.hasOwn(wrapped, first) ? wrapped[first] : undefined
    if (unwrap !== undefined) return unwrap(fieldOf(value, first), now)
  }
  for (const key of keys) {
    if (key === '__proto__') throw invalidParam('a field may not be called __proto__')
    const inner = fieldOf(value, key)
    if (typeof inner === 'object') value[key] = revive(inner, now)
  }
  return value
}

/** MongoDB's deepest nesting in a request. Whatever walks a value may go down as far without minding the stack. */
const MOST_LEVELS = 200

const isTooDeep = (text: string, value: unknown): boolean => {
  // Each level has two brackets of its own.
  if (text.length <= 2 * MOST_LEVELS) return false
  let level: unknown[] = [value]
  for (let depth = 0; depth <= MOST_LEVELS; depth++) {
    level = level.filter(one => typeof one === 'object' && one !== null).flatMap((one): unknown[] => Object.values(one))
    if (level.length === 0) return false
  }
  return true
}

/**
 * The value of an EJSON text, canonical or relaxed. A server date becomes `now` (ms since epoch) plus its offset.
 * Throws INVALID_PARAM where the text is not EJSON, DATABASE_REQUEST_FAILED where it is nested too deeply.
 */
export const parseEjson = (text: string, now: number): unknown => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalidParam(`not EJSON: ${text.slice(0, 100)}`)
  }
  if (isTooDeep(text, value)) throw requestFailed(`the value exceeds the maximum nesting of ${MOST_LEVELS} levels`)
  return text.includes('"$') || text.includes('__proto__') ? revive(value, now) : value
}

/** As parseEjson, for a text that must hold an object. */
export const parseDoc = (text: string, now: number): Doc => {
  const value = parseEjson(text, now)
  if (!isDoc(value)) throw invalidParam(`not an object: ${text.slice(0, 100)}`)
  return value
}

const plain = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: Number.isNaN(value) ? 'NaN' : String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => plain(item) ?? null)
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw requestFailed('date overflow')
    return { $date: { $numberLong: String(value.getTime()) } }
  }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags.replace(/[^imsu]/g, '') } }
  const out: Doc = {}
  for (const [key, inner] of Object.entries(value)) out[key] = plain(inner)
  return out
}

/** Whether JSON writes a value as it is. Nearly all do, and looking costs less than copying them. */
const isPlain = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isPlain)
  return !(value instanceof Date || value instanceof RegExp) && Object.values(value).every(isPlain)
}

/** The EJSON text of a value, relaxed but for dates. It is both what is stored and what travels. */
export const toEjson = (value: unknown): string => JSON.stringify(isPlain(value) ? value : plain(value))

/** Whether two values are the same document to the letter: the order of keys counts, as in MongoDB. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (!(typeof a === 'string' && typeof b === 'string') && toEjson(a ?? null) === toEjson(b ?? null))

/** A stored text as a document. */
export const parseStored = (text: string): Doc => {
  const value: unknown = JSON.parse(text)
  const doc = text.includes('"$') ? revive(value, 0) : value
  if (!isDoc(doc)) throw new Error('a stored document is not an object')
  return doc
}

/** The `_id` of a document, which every stored one has. */
export const idOf = (doc: Doc): unknown => fieldOf(doc, '_id')
