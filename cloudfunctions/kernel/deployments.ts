import type { Instant } from '../../core/shared/operation'
import { collection } from './collection'
import { stays } from './departures'

/** One deployment of this environment that came to its end; `_id` is its instant as a text that sorts. Written by `npm run deploy`. */
export interface Deployment {
  _id: string
  /** What `git describe` said of what was deployed. */
  version: string
  /** The latest migration that it knew; empty where there was none. */
  migration: string
  at: Instant
  /** Who deployed it, as far as their machine says. */
  by?: string
}
export const Deployments = collection('deployments', { fates: stays, succession: 'none', takeover: 'none' }).of<Deployment>()

/** A migration that has run here; `_id` is the migration's. Written by `npm run deploy`. */
export interface RanMigration {
  _id: string
  at: Instant
}
export const RanMigrations = collection('migrations', { fates: stays, succession: 'none', takeover: 'none' }).of<RanMigration>()

/** What a month has used of the environment's package, as the platform tells its owner alone; one row, `latest`. Written by `npm run doctor`. */
export interface PackageUse {
  _id: 'latest'
  at: Instant
  used: Amounts
  /** What the package has, where the configuration says it. */
  has?: Amounts
}
/** MB in the storage and the database, calls of functions. */
interface Amounts {
  storage: number
  database: number
  calls: number
}
export const PackageUses = collection('package-use', { fates: stays, succession: 'none', takeover: 'none' }).of<PackageUse>()
