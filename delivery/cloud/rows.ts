import { init } from '@cloudbase/node-sdk'
import * as z from 'zod'
import type { MigrationDatabase, StoredRow, Where } from '../../migrations'
import { isThere } from './explain'
import type { Keys } from './manager'
import { settleWhereabouts } from './whereabouts'

/** The rows of an environment, read and written as its administrator. */
export interface Rows extends MigrationDatabase {
  /** `order` of their `_id`; without it in no order. */
  find(collection: string, where: Where, limit: number, order?: 'asc' | 'desc'): Promise<readonly StoredRow[]>
  /** Tells whether it was added; not where its `_id` is there. */
  add(collection: string, row: StoredRow | { _id: string }): Promise<boolean>
}

const Found = z.object({ data: z.array(z.looseObject({ _id: z.string() })) })
const Updated = z.object({ updated: z.number() })

/**
 * The rows of an environment by the official server SDK.
 * @param endpoint address of the local cloud; the platform's own unless said
 */
export const openRows = (env: string, keys: Keys, endpoint?: string): Rows => {
  settleWhereabouts(endpoint)
  // Its word about slow requests comes after a lost connection too, long after that was told.
  process.env['SILENCE'] = 'true'
  const db = init({ env, ...keys, ...(endpoint === undefined ? {} : { serviceUrl: `${endpoint}/admin` }) }).database()
  const { command } = db

  const asked = (wanted: Where[string]): unknown => {
    if (wanted === null || typeof wanted !== 'object') return command.eq(wanted)
    if ('lt' in wanted) return command.lt(wanted.lt)
    return 'gte' in wanted ? command.gte(wanted.gte) : command.exists(wanted.exists)
  }
  const matching = (collection: string, where: Where) =>
    db.collection(collection).where(Object.fromEntries(Object.entries(where).map(([field, wanted]) => [field, asked(wanted)])))

  return {
    async find(collection, where, limit, order) {
      const found = matching(collection, where).limit(limit)
      return Found.parse(await (order === undefined ? found : found.orderBy('_id', order)).get()).data
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
    async update(collection, where, { set, unset }) {
      const whole = Object.entries(set).map(([field, value]) => [field, command.set(value)] as const)
      const gone = unset.map(field => [field, command.remove()] as const)
      return Updated.parse(await matching(collection, where).update(Object.fromEntries([...whole, ...gone]))).updated
    },
  }
}
