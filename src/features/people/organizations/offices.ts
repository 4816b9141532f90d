import type { Me } from '../identity/session'

/** An organization whose people's requests one looks after. */
export interface Office {
  orgId: string
  orgName: string
  /** Of a branch as its secretary, who has figures of it too. */
  secretary: boolean
}

/** Who stands near enough to the people to ask in their stead, the widest first. */
const near = ['secretary', 'leader', 'liaison'] as const

/** Where one looks after people: branches, then groups; each once. */
export const officesOf = (me: Pick<Me, 'grants'>): Office[] => {
  const offices = near.flatMap(role =>
    me.grants.filter(grant => grant.role === role).map(({ orgId, orgName }) => ({ orgId, orgName, secretary: role === 'secretary' })),
  )
  return offices.filter((one, index) => offices.findIndex(other => other.orgId === one.orgId) === index)
}
