import type { Organization } from '../../cloudfunctions/features/people/documents'

/** An organization of a demo under its parent. */
export const organization = (parent: Organization | null, id: string, kind: Organization['kind'], name: string): Organization => ({
  _id: id,
  name,
  kind,
  ...(kind === 'branch' ? { branchKind: 'established' as const } : {}),
  parentId: parent?._id ?? null,
  path: `${parent?.path ?? '/'}${id}/`,
  rosterVersion: 0,
  history: [],
})
