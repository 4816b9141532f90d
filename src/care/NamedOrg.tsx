import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { Role } from '../../core/shared/operation'
import { ChooseOffice } from '../components/ChooseOffice'
import { LeadHome } from '../components/LeadHome'
import { Known } from '../features/people/identity/Known'
import type { Me } from '../features/people/identity/session'
import { Duty } from '../secretary/Duty'

/** What stands on the screen: an organization, and the offices of whoever looks at it. */
export interface Place {
  orgId: string
  name: string
  /** Several branches stand below it. */
  wide: boolean
  /** Whoever looks is the secretary of this very branch. */
  secretary: boolean
  holds: (...roles: readonly Role[]) => boolean
}

const NEAR: readonly Role[] = ['secretary', 'leader', 'liaison']

const placeOf = (me: Me, orgId: string, name: string): Place => {
  const here = me.grants.filter(grant => grant.orgId === orgId).map(grant => grant.role)
  return {
    orgId,
    name,
    wide: !here.some(role => NEAR.includes(role)),
    secretary: here.includes('secretary'),
    holds: (...roles) => me.grants.some(grant => roles.includes(grant.role)),
  }
}

const once = (grants: Me['grants']) => grants.filter((one, index) => grants.findIndex(other => other.orgId === one.orgId) === index)

/**
 * The organization that the address names (`orgId`, `name`), as a board leads to it; else the branch on the secretary's desk, else the office
 * one holds.
 */
export const NamedOrg = ({ children }: { children: (place: Place) => ReactNode }) => {
  const { orgId, name = '' } = useRouter().params
  return (
    <Known>
      {({ me }) => {
        if (orgId) return children(placeOf(me, orgId, decodeURIComponent(name)))
        if (me.grants.length === 0)
          return <LeadHome icon="people" title="这里给支部书记、组长、联络员和上级党组织用" hint="如果应该由您来看，请联系支部书记。" />
        if (me.grants.some(grant => grant.role === 'secretary'))
          return <Duty>{({ branchId, branchName }) => children(placeOf(me, branchId, branchName))}</Duty>
        return <ChooseOffice offices={once(me.grants)}>{grant => children(placeOf(me, grant.orgId, grant.orgName))}</ChooseOffice>
      }}
    </Known>
  )
}
