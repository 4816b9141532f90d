import { evalExpr, type Context } from 'mingo/core'
import * as expressionOperators from 'mingo/operators/expression'
import type { Any, Options } from 'mingo/types'
import { requestFailed } from '../errors'

const MS_PER_DAY = 86_400_000

const argumentsOf = (doc: Any, expr: Any, options: Options): unknown[] => {
  const value: unknown = evalExpr(doc, expr, options)
  return Array.isArray(value) ? value : [value]
}

/** Week of the year, 0–53, weeks beginning on Sunday, days before the first Sunday being week 0 (UTC). */
const $week = (doc: Any, expr: Any, options: Options) => {
  const [date] = argumentsOf(doc, expr, options)
  if (date === null || date === undefined) return null
  if (!(date instanceof Date)) throw requestFailed(`can't convert from ${typeof date} to Date`)
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / MS_PER_DAY)
  return Math.floor((dayOfYear + 7 - date.getUTCDay()) / 7)
}

const $indexOfCP = (doc: Any, expr: Any, options: Options) => {
  const [text, part, start = 0, end] = argumentsOf(doc, expr, options)
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw requestFailed('$indexOfCP requires a string as the first two arguments')
  const points = Array.from(text).slice(0, typeof end === 'number' ? end : undefined)
  const wanted = Array.from(part)
  for (let i = Number(start); i + wanted.length <= points.length; i++) if (wanted.every((point, j) => points[i + j] === point)) return i
  return -1
}

const plainText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw requestFailed(`can't convert from ${typeof value} to String`)
}

/** Counts bytes of UTF-8; a negative length means "to the end", which mingo refuses. */
const $substrBytes = (doc: Any, expr: Any, options: Options) => {
  const [text, start, length] = argumentsOf(doc, expr, options)
  if (typeof start !== 'number' || typeof length !== 'number')
    throw requestFailed('$substrBytes: starting index and length must be numeric')
  const bytes = Buffer.from(plainText(text), 'utf8')
  if (start < 0) return ''
  const cut = bytes.subarray(start, length < 0 ? undefined : start + length)
  const out = cut.toString('utf8')
  if (Buffer.byteLength(out) !== cut.length || out.includes('�'))
    throw requestFailed('$substrBytes: Invalid range, it cuts a UTF-8 character')
  return out
}

/** Expression operators: mingo's, but where they are missing or differ from MongoDB. */
export const expressionTable: Parameters<Context['addExpressionOps']>[0] = {
  ...expressionOperators,
  $week,
  $indexOfCP,
  $substrBytes,
  $substr: $substrBytes,
}
