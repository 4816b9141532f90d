import type { Role } from '../../../../core/shared/operation'
import type { Member } from '../../people/public'
import type { Muster } from './documents'

/** The part of those called that an officer leads: everybody below a path; `branches` where it may hold several branches. */
export interface Part {
  path: string
  branches: boolean
}

const leading: readonly Role[] = ['secretary', 'leader', 'street', 'bureau']
const above: readonly Role[] = ['street', 'bureau']

/** The parts that a member leads by their offices: one that holds the muster itself is all of it. None where they lead none of its people. */
export const partsOf = ({ path, small }: Pick<Muster, 'path' | 'small'>, { grants }: Pick<Member, 'grants'>): Part[] => {
  const held = grants.filter(one => leading.includes(one.role))
  if (held.some(one => path.startsWith(one.path))) return [{ path, branches: !small }]
  const below = held.filter(one => one.path.startsWith(path))
  return below
    .filter(one => !below.some(other => other !== one && one.path.startsWith(other.path) && one.path !== other.path))
    .filter((one, index, all) => all.findIndex(other => other.path === one.path) === index)
    .map(one => ({ path: one.path, branches: above.includes(one.role) }))
}

/** Does the person lead the whole of it? In a branch's muster, in which all know one another, the leaders of its groups do too. */
export const runs = (muster: Muster, person: Member): boolean => {
  const parts = partsOf(muster, person)
  return parts.some(one => one.path === muster.path) || (muster.small && parts.length > 0)
}

/** Is a called person of one of these parts? */
export const isWithin = (parts: readonly Part[], { path }: { path: string }): boolean => parts.some(one => path.startsWith(one.path))

/** The cells that a member leads as a shift's leader. */
export const ledBy = ({ leads }: Pick<Muster, 'leads'>, memberId: string): string[] =>
  leads.filter(one => one.memberId === memberId).map(one => one.cell)
