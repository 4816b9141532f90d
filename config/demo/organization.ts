import { orgKeys } from '../../core/people/organizations/found-by'
import type { Organization } from '../../cloudfunctions/features/people/documents'

/** Many groups of a district have one name. */
const known = new Map<string, string[]>()
const keysOf = (name: string): string[] => {
  const keys = known.get(name) ?? orgKeys(name)
  known.set(name, keys)
  return keys
}

/** An organization of a demo under its parent. */
export const organization = (parent: Organization | null, id: string, kind: Organization['kind'], name: string): Organization => ({
  _id: id,
  name,
  kind,
  ...(kind === 'branch' ? { branchKind: 'established' as const } : {}),
  parentId: parent?._id ?? null,
  path: `${parent?.path ?? '/'}${id}/`,
  rosterVersion: 0,
  findKeys: keysOf(name),
  history: [],
})
