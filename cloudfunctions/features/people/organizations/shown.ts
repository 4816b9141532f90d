import type { Organization } from '../documents'

export const shownOf = (org: Organization) => ({
  orgId: org._id,
  name: org.name,
  kind: org.kind,
  ...(org.branchKind ? { branchKind: org.branchKind } : {}),
  parentId: org.parentId,
  path: org.path,
  closed: org.closedAt !== undefined,
  ...(org.units ? { units: org.units } : {}),
  ...(org.groupKind ? { groupKind: org.groupKind } : {}),
  ...(org.hostId === undefined ? {} : { hostId: org.hostId }),
  ...(org.mergedInto === undefined ? {} : { mergedInto: org.mergedInto }),
})
