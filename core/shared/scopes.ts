/** The ids of the organizations on a path, from the top down to the one it names: whose grants, lists and settings reach there. */
export const scopesOf = (path: string): string[] => path.split('/').filter(Boolean)

/** Of what organizations keep for all below them (their ids are the rows' `_id`), what the nearest at or above that path has; null where none has any. */
export const nearestOf = <R extends { _id: string }>(rows: readonly R[], path: string): R | null =>
  scopesOf(path)
    .flatMap(orgId => rows.find(one => one._id === orgId) ?? [])
    .at(-1) ?? null
