import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Known } from '../features/identity/Known'
import type { Role } from '../../core/shared/operation'
import type { Me } from '../platform/session'
import { Duty } from '../secretary/Duty'

/** What stands on the screen: an organization, and the offices of whoever looks at it. */
export interface Place {
  orgId: string
  name: string
  /** Several branches stand below it. */
  wide: boolean
  holds: (...roles: readonly Role[]) => boolean
}

const holdsIn =
  (me: Me) =>
  (...roles: readonly Role[]): boolean =>
    me.grants.some(grant => roles.includes(grant.role))

/** The organization that the address names (`orgId`, `name`), as a board leads to it; else the branch on the secretary's desk. */
export const Office = ({ children }: { children: (place: Place) => ReactNode }) => {
  const { orgId, name = '' } = useRouter().params
  if (!orgId) {
    const holds = (...roles: readonly Role[]) => roles.includes('secretary')
    return <Duty>{({ branchId, branchName }) => children({ orgId: branchId, name: branchName, wide: false, holds })}</Duty>
  }
  return (
    <Known>
      {({ me }) => {
        const secretaryHere = me.grants.some(grant => grant.role === 'secretary' && grant.orgId === orgId)
        return children({ orgId, name: decodeURIComponent(name), wide: !secretaryHere, holds: holdsIn(me) })
      }}
    </Known>
  )
}
