import { randomInt } from 'node:crypto'
import * as z from 'zod'
import { SETUP, type Setup } from '../cloudfunctions/features/people/setup/documents'
import { VOLUNTEERS, volunteersHome } from '../cloudfunctions/features/people/identity/volunteers'
import { hashOfCode } from '../cloudfunctions/features/people/setup/code-hash'
import { isSetupNeeded, SETUP_ALPHABET, SETUP_LENGTH, SETUP_VALID_MS } from '../core/people/setup/rules'
import { groupCode } from '../core/shared/typed-code'

/** All conditions hold: a field has that value, or is below, at least or missing. */
export type Where = Readonly<Record<string, string | number | null | { lt: string } | { gte: string } | { exists: false }>>

/** What the maker of codes needs of a database, whichever client is behind it. */
export interface SetupDatabase {
  find(collection: 'setup' | 'organizations' | 'members', where: Where, limit: number): Promise<readonly unknown[]>
  /** Tells whether it was added; not where its `_id` is there. */
  add(collection: 'setup', row: Setup): Promise<boolean>
  /** Each match in one atomic write; answers how many rows it changed. */
  update(collection: 'setup', where: Where, change: { set: object; unset: readonly string[] }): Promise<number>
}

/** So often a claim, or another maker of codes, may be faster. */
const ROUNDS = 10

const Row = z.object({ _id: z.string() })
const Begun = Row.extend({
  hash: z.string(),
  orgId: z.string().optional(),
  memberId: z.string().optional(),
  claimedBy: z.string().optional(),
  doneAt: z.number().optional(),
})

const isEmpty = async (database: SetupDatabase): Promise<boolean> => {
  const [roots, before, behind] = await Promise.all([
    database.find('organizations', { parentId: null }, 2),
    database.find('members', { path: { lt: volunteersHome.path } }, 1),
    database.find('members', { path: { gte: `${volunteersHome.path}\uffff` } }, 1),
  ])
  return (
    z
      .array(Row)
      .parse(roots)
      .every(one => one._id === VOLUNTEERS) && before.length + behind.length === 0
  )
}

const draw = () => Array.from({ length: SETUP_LENGTH }, () => SETUP_ALPHABET.charAt(randomInt(SETUP_ALPHABET.length))).join('')

/**
 * Makes the code with which the first officer of an environment begins (`setup.claim`), in place of any code before it, and keeps a hash of it.
 * Answers it as it is shown, XXX XXX XXX XXX; null, changing nothing, where the environment is used already.
 * @param now instant (ms) of the environment's clock
 */
export const makeSetupCode = async (database: SetupDatabase, now: number): Promise<string | null> => {
  for (let round = 0; round < ROUNDS; round++) {
    const [rows, empty] = await Promise.all([database.find('setup', { _id: SETUP }, 1), isEmpty(database)])
    const before = z.array(Begun).parse(rows)[0] ?? null
    if (!isSetupNeeded(before && known(before), empty)) return null
    const code = draw()
    const fresh = { ...(await hashOfCode(code)), madeAt: now, expiresAt: now + SETUP_VALID_MS }
    if (await replace(database, before, fresh)) return groupCode(code)
  }
  throw new Error('The setup code could not be written: others write it at the same time. Try again.')
}

type Before = z.infer<typeof Begun>
const missing = { exists: false } as const

/** What is not there is left out, as the rules want it. */
const known = ({ orgId, doneAt }: Before) => ({
  ...(orgId === undefined ? {} : { orgId }),
  ...(doneAt === undefined ? {} : { doneAt }),
})

/** One conditional write: a claim that comes at the same moment is not overwritten. What an unfinished claim was making is gone on with by the next one. */
const replace = async (database: SetupDatabase, before: Before | null, fresh: Omit<Setup, '_id'>): Promise<boolean> => {
  if (!before) return database.add('setup', { _id: SETUP, ...fresh })
  const { hash, claimedBy, doneAt } = before
  const still = { claimedBy: claimedBy ?? missing, doneAt: doneAt ?? missing }
  const unset = ['claimedBy', ...(doneAt === undefined ? [] : ['doneAt', 'orgId', 'memberId'])]
  return (await database.update('setup', { _id: SETUP, hash, ...still }, { set: fresh, unset })) > 0
}
