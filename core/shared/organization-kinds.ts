/** P01 (S0,1,2,4): committee → street or organ → branch → group. */
export const organizationKinds = ['committee', 'street', 'organ', 'community', 'branch', 'group'] as const
export type OrganizationKind = (typeof organizationKinds)[number]
