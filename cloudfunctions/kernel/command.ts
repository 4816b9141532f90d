import { createHash } from 'node:crypto'
import { Commands } from './documents'
import type { Ports } from './ports'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 26
const DAY = 24 * 60 * 60_000

/**
 * The id that a command's documents bear: 130 bits of a hash of the operation, the caller and the client's own id. The same command again has the same
 * id; no client can make it meet a name that others rely on.
 */
export const commandIdOf = (op: string, openid: string, sent: string): string => {
  const digest = createHash('sha256')
    .update(JSON.stringify([op, openid, sent]))
    .digest()
  return Array.from(digest.subarray(0, LENGTH), byte => LETTERS[byte % 32]).join('')
}

/** What the same command answered before, in the row that was found of it; undefined where it is the first. */
export const keptReply = (row: object | null | undefined): { data: unknown } | undefined =>
  row && 'data' in row ? { data: row.data } : undefined

/** Keeps a reply for the same command; the first one that was kept stands. */
export const keepReply = async ({ store, now }: Pick<Ports, 'store' | 'now'>, commandId: string, data: unknown): Promise<unknown> => {
  const table = store.table(Commands)
  if ((await table.add({ _id: commandId, data, until: now + DAY })) === 'added') return data
  return (await table.get(commandId))?.data ?? data
}
