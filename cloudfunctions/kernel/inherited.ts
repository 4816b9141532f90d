import { nearestOf, scopesOf } from '../../core/shared/scopes'
import type { Collection, Row } from './collection'
import type { Store } from './store'

/** More organizations than stand above the places of one list. */
const MOST = 1000

/**
 * Settings of an organization hold for everything below it that has none of its own; the rows' `_id` is the organization. Returns, for each
 * of the paths, the row of the nearest organization at or above it, or null. One query for all paths.
 */
export const inheritedAt = async <D extends Row>(
  store: Store,
  collection: Collection<D>,
  paths: readonly string[],
): Promise<(path: string) => D | null> => {
  const scopes = [...new Set(paths.flatMap(scopesOf))].slice(0, MOST)
  const rows = scopes.length === 0 ? [] : await store.table(collection).getMany(scopes)
  return path => nearestOf(rows, path)
}
