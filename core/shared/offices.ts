import type { Role } from './operation'

/** Which offices the holder of one may give and take away: those below it; the bureau, which is above all, also its own. */
const gives: Readonly<Record<Role, readonly Role[]>> = {
  bureau: ['bureau', 'street', 'secretary', 'leader', 'liaison'],
  street: ['secretary', 'leader', 'liaison'],
  secretary: ['leader', 'liaison'],
  leader: [],
  liaison: [],
}

/** An office over an organization and everything below its path. */
interface Grant {
  role: Role
  path: string
}

/** Whether a caller with these grants may give (or take away) that office over the organization at that path. A grant covers its subtree. */
export const mayGive = (grants: readonly Grant[], role: Role, path: string): boolean =>
  grants.some(grant => path.startsWith(grant.path) && gives[grant.role].includes(role))

/**
 * Whether a caller with these grants stands over every office that a person holds: only then may the caller invite, mark dead, merge or import
 * over that person.
 */
export const standsOver = (grants: readonly Grant[], theirs: readonly Grant[]): boolean =>
  theirs.every(one => mayGive(grants, one.role, one.path))

/**
 * Whether no office of theirs ranks above the caller's: over every office they hold the caller stands, or holds the like. Enough to put right
 * what the roster says of a person; a secretary corrects their own entry and a fellow secretary's.
 */
export const standsLevel = (grants: readonly Grant[], theirs: readonly Grant[]): boolean =>
  theirs.every(
    one => mayGive(grants, one.role, one.path) || grants.some(grant => grant.role === one.role && one.path.startsWith(grant.path)),
  )

/** How the caller’s offices must compare with those of the person the operation is about. */
export type Rank = 'over' | 'level'
export const ranks: Readonly<Record<Rank, (grants: readonly Grant[], theirs: readonly Grant[]) => boolean>> = {
  over: standsOver,
  level: standsLevel,
}
