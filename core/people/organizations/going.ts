import type { Role } from '../../shared/operation'
import { pathUnder } from './rules'

/** What of a branch goes over to another: all of it, or these groups with these people. */
export interface Going {
  from: string
  into: string
  intoPath: string
  /** Places that go over, and what they are then; for the branch itself only where all of it goes. */
  paths: readonly { from: string; into: string }[]
}

/** Where a person stands. */
export interface Place {
  branchId: string
  groupId: string | null
  path: string
}

/** The places that go over: each group's, and the branch's own where all of it goes. */
export const placesThatGo = (fromPath: string, intoPath: string, groupIds: readonly string[], whole: boolean): Going['paths'] => [
  ...(whole ? [{ from: fromPath, into: intoPath }] : []),
  ...groupIds.map(id => ({ from: pathUnder(fromPath, id), into: pathUnder(intoPath, id) })),
]

/** Where a person of the branch stands once they have gone over: in their group, if it goes too, else in none. */
export const placeAfter = ({ groupId, path }: Pick<Place, 'groupId' | 'path'>, { into, intoPath, paths }: Going): Place => {
  const place = paths.find(one => one.from === path)
  return groupId !== null && place ? { branchId: into, groupId, path: place.into } : { branchId: into, groupId: null, path: intoPath }
}

interface Held {
  role: Role
  orgId: string
  path: string
}

/** Offices as they are held afterwards: over what went over they go on, each once. */
export const grantsAfter = <G extends Held>(grants: readonly G[], { from, into, paths }: Going): G[] => {
  const moved = grants.map(one => {
    const place = paths.find(({ from: path }) => path === one.path)
    return place ? { ...one, orgId: one.orgId === from ? into : one.orgId, path: place.into } : one
  })
  return moved.filter((one, at) => moved.findIndex(other => other.role === one.role && other.orgId === one.orgId) === at)
}

/** Branches a person takes part in beside their own: what went over is followed, and their own is none of them. */
export const affiliatesAfter = <A extends { branchId: string; path: string }>(
  affiliates: readonly A[],
  home: string,
  { from, into, intoPath }: Going,
): A[] => {
  const followed = affiliates.map(one => (one.branchId === from ? { ...one, branchId: into, path: intoPath } : one))
  return followed.filter((one, at) => one.branchId !== home && followed.findIndex(other => other.branchId === one.branchId) === at)
}
