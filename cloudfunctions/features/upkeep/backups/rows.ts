import { types } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Row } from '../../../kernel/collection'
import { asWritten } from '../../../kernel/geo'

/** A row of any collection, as it is written. */
export type AnyRow = Row & Record<string, unknown>

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  // Judged by shape: an object may come from another realm, where its prototype is another one.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** A value as JSON: dates as `{$date: ms}`, as in extended JSON; no field of a document can begin with a dollar. Throws at what JSON would lose. */
const toJson = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value
    throw new Error(`a backup cannot hold ${String(value)}`)
  }
  if (types.isDate(value)) return { $date: value.getTime() }
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || !isPlain(value)) throw new Error(`a backup cannot hold a ${typeof value} of its own kind`)
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, toJson(one)]])))
}

const isDate = (value: object): value is { $date: number } => '$date' in value && typeof value.$date === 'number'

const fromJson = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fromJson)
  if (typeof value !== 'object' || value === null) return value
  if (isDate(value)) return new Date(value.$date)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fromJson(one)]))
}

/** A row as one line. */
export const lineOf = (row: Row): string => JSON.stringify(toJson(asWritten({ ...row })))

const hasId = (value: unknown): value is AnyRow =>
  typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string'

/** A row of a line that `lineOf` wrote. */
export const rowOf = (line: string): AnyRow => {
  const row = fromJson(JSON.parse(line))
  if (!hasId(row)) throw new Error('a line of a backup is no row')
  return row
}

/** Rows as lines, packed; with their length before packing. */
export const pack = (rows: readonly Row[]): { packed: Uint8Array; bytes: number } => {
  const lines = Buffer.from(rows.map(row => `${lineOf(row)}\n`).join(''), 'utf8')
  return { packed: gzipSync(lines), bytes: lines.length }
}

/** The rows of a packed piece. Throws where it is damaged. */
export const unpack = (packed: Uint8Array): AnyRow[] =>
  gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(rowOf)
