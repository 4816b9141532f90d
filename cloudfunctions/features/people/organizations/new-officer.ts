import { began } from '../../../../core/people/memberships/intervals'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant, Role } from '../../../../core/shared/operation'
import type { Member, Organization } from '../documents'
import { branchOf } from './offices'

interface Named {
  memberId: string
  name: string
  phones: readonly string[]
  role: Role
  org: Pick<Organization, '_id' | 'name' | 'kind' | 'parentId' | 'path'>
  now: Instant
}

/**
 * An officer who is on no roster: belongs where the office is, so that the office above keeps them; to the branch and its group where it is one of a
 * group. No number is a door: officers are bound by invitation only.
 */
export const newOfficer = async ({ memberId, name, phones, role, org, now }: Named): Promise<Member> => ({
  _id: memberId,
  ...(org.kind === 'group' && org.parentId !== null
    ? { branchId: org.parentId, groupId: org._id, groupName: org.name }
    : { branchId: org._id, groupId: null }),
  path: org.path,
  affiliates: [],
  // Only a branch has memberships; where an officer of a street belongs as a Party member is not known here.
  memberships: org.kind === 'branch' || org.kind === 'group' ? began(branchOf(org), { on: dateOf(now), reason: '任职' }) : [],
  grants: [{ role, orgId: org._id, path: org.path }],
  state: 'active',
  version: 1,
  since: now,
  bound: false,
  name,
  // The dictionary of pinyin is loaded by those who need it.
  ...(await import('../../../../core/people/finding/found-by')).foundBy({ name, phones }),
  phones: [...phones],
  emergencyPhones: [],
  care: [],
  skills: [],
})
