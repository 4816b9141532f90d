import { init } from '@cloudbase/node-sdk'
import * as z from 'zod'
import type { MigrationDatabase, StoredRow } from '../../migrations'
import { isThere } from './explain'

/** The rows of an environment, read and written as its administrator: $lt, $exists …; $set, $unset, $inc. */
export interface Rows extends MigrationDatabase {
  find(collection: string, query: object, limit: number, order?: 'asc' | 'desc'): Promise<readonly StoredRow[]>
  /** Tells whether it was added; not where its `_id` is there. */
  add(collection: string, row: StoredRow): Promise<boolean>
}

const Found = z.object({ data: z.array(z.looseObject({ _id: z.string() })) })
const Updated = z.object({ updated: z.number() })

/**
 * The rows of an environment by the official server SDK.
 * @param endpoint address of the local cloud; the platform's own unless said
 */
export const openRows = (env: string, keys: { secretId: string; secretKey: string }, endpoint?: string): Rows => {
  const db = init({ env, ...keys, ...(endpoint === undefined ? {} : { serviceUrl: `${endpoint}/admin` }) }).database()
  const { command } = db

  /** The SDK knows operators by its commands, not by their names. */
  const operators: Readonly<Record<string, (operand: unknown) => ReturnType<typeof command.eq>>> = {
    ...{ $eq: one => command.eq(one), $ne: one => command.neq(one), $exists: one => command.exists(one === true) },
    ...{ $lt: one => command.lt(one), $lte: one => command.lte(one), $gt: one => command.gt(one), $gte: one => command.gte(one) },
    $in: one => command.in(z.array(z.unknown()).parse(one)),
  }
  const asked = (operand: unknown): unknown => {
    if (typeof operand !== 'object' || operand === null || !Object.keys(operand).some(key => key.startsWith('$')))
      return command.eq(operand)
    const parts = Object.entries(operand).map(([name, value]) => known(operators, name)(value))
    return parts.length === 1 ? parts[0] : command.and(...parts)
  }
  const where = (query: object) => Object.fromEntries(Object.entries(query).map(([field, operand]) => [field, asked(operand)]))

  const changes: Readonly<Record<string, (operand: unknown) => unknown>> = {
    ...{ $set: one => command.set(one), $inc: one => command.inc(z.number().parse(one)), $unset: () => command.remove() },
  }
  const changed = (change: object) =>
    Object.fromEntries(
      Object.entries(change).flatMap(([name, fields]) =>
        Object.entries(z.record(z.string(), z.unknown()).parse(fields)).map(([field, operand]) => [field, known(changes, name)(operand)]),
      ),
    )

  return {
    async find(collection, query, limit, order = 'asc') {
      return Found.parse(await db.collection(collection).where(where(query)).orderBy('_id', order).limit(limit).get()).data
    },
    async add(collection, row) {
      try {
        await db.collection(collection).add(row)
        return true
      } catch (error) {
        if (isThere(error)) return false
        throw error
      }
    },
    async update(collection, query, change) {
      return Updated.parse(await db.collection(collection).where(where(query)).update(changed(change))).updated
    },
  }
}

const known = <T>(table: Readonly<Record<string, T>>, name: string): T => {
  const found = table[name]
  if (found === undefined) throw new Error(`${name} is not an operator that delivery knows`)
  return found
}
