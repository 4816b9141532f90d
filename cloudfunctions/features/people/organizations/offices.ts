import type { Role } from '../../../../core/shared/operation'
import type { Member, Organization } from '../documents'

/** The branch whose visits an office may lead to. */
export const branchOf = (org: Pick<Organization, '_id' | 'kind' | 'parentId'>): string =>
  org.kind === 'group' ? (org.parentId ?? org._id) : org._id

export const holdsOffice = (member: Member, role: Role, orgId: string) =>
  member.grants.some(grant => grant.role === role && grant.orgId === orgId)
