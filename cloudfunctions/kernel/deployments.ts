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
export const Deployments = collection('deployments', { fates: stays, takeover: 'none' }).of<Deployment>()

/** A migration that has run here; `_id` is the migration's. Written by `npm run deploy`. */
export interface RanMigration {
  _id: string
  at: Instant
}
export const RanMigrations = collection('migrations', { fates: stays, takeover: 'none' }).of<RanMigration>()
