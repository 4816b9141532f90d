/** The ids of the organizations on a path, from the top down to the one it names; their grants, lists and settings reach there. */
export const scopesOf = (path: string): string[] => path.split('/').filter(Boolean)

/** The organization above all others on a path: the district. */
export const rootOf = (path: string): string => scopesOf(path)[0] ?? ''

/**
 * Of rows that hold for everything below an organization (`_id` is the organization), the one nearest at or above that path; null where
 * there is none.
 */
export const nearestOf = <R extends { _id: string }>(rows: readonly R[], path: string): R | null =>
  scopesOf(path)
    .flatMap(orgId => rows.find(one => one._id === orgId) ?? [])
    .at(-1) ?? null
