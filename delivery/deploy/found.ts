import * as z from 'zod'
import type { Acl, Environment, Index, StandingFunction } from '../cloud/environment'
import { Deployments, RanMigrations } from '../../cloudfunctions/kernel/deployments'
import type { Wanted } from './wanted'

/** A collection as it stands; its indexes are looked at where it is one of ours. */
export interface StandingCollection {
  acl: Acl
  indexes: readonly Index[]
}

/** What stands in an environment, as far as a deployment has to do with it. */
export interface Found {
  collections: ReadonlyMap<string, StandingCollection>
  functions: ReadonlyMap<string, StandingFunction>
  functionRules: unknown
  storageRule: { acl: Acl; rule?: unknown }
  /** Ids of the migrations that have run. */
  migrated: readonly string[]
  /** The version that was deployed last; null where none was. */
  version: string | null
}

const Recorded = z.object({ version: z.string() })

/** So many calls are under way at a time: the platform takes twenty a second. */
const AT_A_TIME = 6
/** More migrations than there will be. */
const MOST_MIGRATIONS = 1000

/** Does something for each item, several at a time; the answers in the items' order. */
export const forEach = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  for (let from = 0; from < items.length; from += AT_A_TIME)
    results.push(...(await Promise.all(items.slice(from, from + AT_A_TIME).map(work))))
  return results
}

const migratedIn = async ({ rows }: Environment): Promise<string[]> =>
  (await rows.find(RanMigrations.name, {}, MOST_MIGRATIONS)).map(row => row._id)

const versionIn = async ({ rows }: Environment): Promise<string | null> => {
  const [latest] = await rows.find(Deployments.name, {}, 1, 'desc')
  return latest === undefined ? null : Recorded.parse(latest).version
}

/** Looks at an environment; changes nothing. */
export const look = async (environment: Environment, { collections, functions }: Wanted): Promise<Found> => {
  await environment.check()
  const names = await environment.collections()
  const ours = new Set(collections.map(({ name }) => name))
  const standing = await forEach(names, async name => {
    const [acl, indexes] = await Promise.all([environment.aclOf(name), ours.has(name) ? environment.indexesOf(name) : []])
    return [name, { acl, indexes }] as const
  })
  const found = await forEach(functions, async ({ name }) => [name, await environment.functionOf(name)] as const)
  const [storageRule, functionRules] = await Promise.all([environment.storageRule(), environment.functionRules()])
  return {
    collections: new Map(standing),
    functions: new Map(found.flatMap(([name, one]) => (one === null ? [] : [[name, one] as const]))),
    storageRule,
    functionRules,
    migrated: names.includes(RanMigrations.name) ? await migratedIn(environment) : [],
    version: names.includes(Deployments.name) ? await versionIn(environment) : null,
  }
}
