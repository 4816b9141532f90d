import { requestFailed } from '../../errors'
import { textOf } from './arguments'
import { dayOfYear, isoDate } from './calendar'
import { instantOf, monthOf } from './zones'

/** What a text says of a date, by the names of the format's symbols. */
type Parts = ReadonlyMap<string, string>

const patterns: Readonly<Record<string, string>> = {
  Y: '(\\d{4})',
  m: '(\\d{1,2})',
  d: '(\\d{1,2})',
  H: '(\\d{1,2})',
  M: '(\\d{1,2})',
  S: '(\\d{1,2})',
  L: '(\\d{1,3})',
  j: '(\\d{1,3})',
  G: '(\\d{4})',
  V: '(\\d{1,2})',
  u: '([1-7])',
  b: '([A-Za-z]{3})',
  B: '([A-Za-z]+)',
  z: '([+-]\\d{2}:?\\d{2}|Z)',
  Z: '([+-]\\d{1,4})',
  '%': '%', // prettier-ignore
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const partsBy = (text: string, format: string): Parts | undefined => {
  const symbols: string[] = []
  const source = format.split(/(%.)/u).map(piece => {
    if (!piece.startsWith('%')) return escaped(piece)
    const symbol = piece.slice(1)
    const pattern = Object.hasOwn(patterns, symbol) ? patterns[symbol] : undefined
    if (pattern === undefined) throw requestFailed(`Invalid format character '${piece}' in format string`)
    if (symbol !== '%') symbols.push(symbol)
    return pattern
  })
  const match = new RegExp(`^${source.join('')}$`, 'u').exec(text)
  return match === null ? undefined : new Map(symbols.map((symbol, i) => [symbol, match[i + 1] ?? '']))
}

const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?$/i
const SHORT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?(Z)?$/

/** The forms that are read without a format: ISO 8601, with a space for the T, parts missing from the end. */
const plainParts = (text: string): Parts | undefined => {
  const long = ISO.exec(text)
  const short = long === null ? SHORT.exec(text) : null
  const [, Y, m, d = '1', H = '0', M = '0', S = '0', L = '0', z = ''] =
    long ?? (short === null ? [] : [...short.slice(0, 7), '0', short[7] ?? ''])
  if (Y === undefined || m === undefined) return undefined
  return new Map(Object.entries({ Y, m, d, H, M, S, L: L.padEnd(3, '0').slice(0, 3), ...(z === '' ? {} : { z: z.toUpperCase() }) }))
}

const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  m: [1, 12],
  d: [1, 31],
  H: [0, 23],
  M: [0, 59],
  S: [0, 59],
  j: [1, 366],
  V: [1, 53], // prettier-ignore
}

/** The day (midnight in UTC, ms) that the parts name; undefined where there is none such. */
const dayOf = (parts: Parts): number | undefined => {
  const number = (symbol: string, otherwise: number) => Number(parts.get(symbol) ?? otherwise)
  if (parts.has('G')) return isoDate(number('G', 1970), number('V', 1), number('u', 1))
  if (!parts.has('Y')) return undefined
  if (parts.has('j')) return Date.UTC(number('Y', 1970), 0, number('j', 1))
  const name = parts.get('B') ?? parts.get('b')
  const month = name === undefined ? number('m', 1) : monthOf(name)
  const day = new Date(Date.UTC(number('Y', 1970), month - 1, number('d', 1)))
  return month >= 1 && day.getUTCDate() === number('d', 1) && dayOfYear(day) > 0 ? day.getTime() : undefined
}

/**
 * The date that a text names, by a format of `$dateFromString` or, without one, in ISO 8601; undefined where it names none.
 * Throws DATABASE_REQUEST_FAILED for a wrong format, and for a zone given twice.
 */
export const readDate = (text: string, format: unknown, zone: unknown): Date | undefined => {
  const parts = format === undefined ? plainParts(text) : partsBy(text, textOf('$dateFromString', format))
  if (parts === undefined) return undefined
  const outside = Object.entries(LIMITS).some(([symbol, [least, most]]) => {
    const value = Number(parts.get(symbol) ?? least)
    return value < least || value > most
  })
  const day = dayOf(parts)
  if (outside || day === undefined) return undefined
  const number = (symbol: string) => Number(parts.get(symbol) ?? 0)
  const local = day + ((number('H') * 60 + number('M')) * 60 + number('S')) * 1000 + number('L')
  const own = parts.get('z')
  if (own !== undefined && zone !== undefined)
    throw requestFailed(`you cannot pass in a date/time string with time zone information ('${own}') together with a timezone argument`)
  if (parts.has('Z')) return new Date(local - number('Z') * 60_000)
  const instant = instantOf(local, own ?? zone)
  return instant === null ? undefined : new Date(instant)
}
