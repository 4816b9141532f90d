import { sameName } from '../../people/public'
import { metresBetween } from '../../shared/places'
import type { Role } from '../../shared/operation'

interface Officer {
  _id: string
  name: string
  phones: readonly string[]
  portrait?: string
  grants: readonly { role: Role; orgId: string }[]
}

export interface Contact {
  memberId: string
  name: string
  phone: string
  portrait?: string
}

interface Elder {
  _id: string
  branchId: string
  groupId: string | null
  /** The liaison that the roster names for this elder. */
  liaisonName?: string | undefined
}

/** A person as a contact on a card; null without a number to ring. */
export const contactOf = ({ _id, name, phones, portrait }: Omit<Officer, 'grants'>): Contact | null => {
  const [phone] = phones
  return phone === undefined ? null : { memberId: _id, name, phone, ...(portrait === undefined ? {} : { portrait }) }
}

/**
 * The people an elder can ring (亲情服务卡, S3): the paired helper, else the liaison named in the roster, else the group's, else the branch's;
 * the group leader; the secretary. People without a number and the elder themselves are passed over.
 */
export const cardOf = (elder: Elder, officers: readonly Officer[], paired: readonly Contact[] = []) => {
  const holder = (role: Role, orgId: string | null, named?: string): Contact | null => {
    const found = officers
      .filter(one => one._id !== elder._id && one.phones.length > 0 && (named === undefined || sameName(one.name, named)))
      .filter(one => one.grants.some(grant => grant.role === role && grant.orgId === orgId))
      .sort((one, other) => (one._id < other._id ? -1 : 1))[0]
    return found ? contactOf(found) : null
  }
  const { groupId, branchId, liaisonName } = elder
  const named = liaisonName === undefined ? null : (holder('liaison', groupId, liaisonName) ?? holder('liaison', branchId, liaisonName))
  return {
    liaison: paired[0] ?? named ?? holder('liaison', groupId) ?? holder('liaison', branchId),
    groupLeader: holder('leader', groupId),
    secretary: holder('secretary', branchId),
  }
}

interface Spot {
  lng: number
  lat: number
}
/** A place where people are received. */
export interface ServicePoint {
  name: string
  point?: Spot | undefined
  phone?: string | undefined
}

/** The service point nearest to the elder's home, with its distance in metres; without a home on the map, the first one (the branch's own). */
export const nearestPoint = (home: Spot | undefined, points: readonly ServicePoint[]): (ServicePoint & { metres?: number }) | null => {
  const [first] = points
  if (!home) return first ?? null
  const placed = points.flatMap(one => (one.point ? [{ ...one, metres: Math.round(metresBetween(home, one.point)) }] : []))
  return placed.sort((one, other) => one.metres - other.metres)[0] ?? first ?? null
}
