import type { Role } from '../../shared/operation'
import type { organizationKinds } from '../../shared/organization-kinds'

type OrganizationKind = (typeof organizationKinds)[number]

/** What may stand under what (P01): committee → street or organ → branch → group; a community gathers branches within a street. */
const mayHold: Readonly<Record<OrganizationKind, readonly OrganizationKind[]>> = {
  committee: ['committee', 'street', 'organ', 'branch'],
  street: ['community', 'branch'],
  organ: ['branch'],
  community: ['branch'],
  branch: ['group'],
  group: [],
}

/** Whether an organization of that kind may stand under the other. */
export const mayStandUnder = (kind: OrganizationKind, parent: OrganizationKind): boolean => mayHold[parent].includes(kind)

/** Over what each office is held: a leader leads a group, a secretary a branch; liaisons are named for groups and for whole branches (P05). */
const seats: Readonly<Record<Role, readonly OrganizationKind[]>> = {
  leader: ['group'],
  liaison: ['group', 'branch'],
  secretary: ['branch'],
  street: ['street', 'community'],
  bureau: ['committee', 'organ'],
}

/** Whether that office exists over an organization of that kind. */
export const isSeatOf = (role: Role, kind: OrganizationKind): boolean => seats[role].includes(kind)

/** The path of an organization under another; every path begins and ends with `/`, so that a prefix is a subtree. */
export const pathUnder = (parentPath: string, orgId: string): string => `${parentPath}${orgId}/`
