import type { Role } from '../shared/operation'

interface Officer {
  _id: string
  name: string
  phones: readonly string[]
  grants: readonly { role: Role; orgId: string }[]
}

export interface Contact {
  memberId: string
  name: string
  phone: string
}

interface Elder {
  _id: string
  branchId: string
  groupId: string | null
  /** The liaison the roster names for this very person, where it does. */
  liaisonName?: string | undefined
}

/**
 * Whom an elder can ring (亲情服务卡, S3): the liaison the roster names, else the one of their group, else of their branch; the leader of their
 * group; the secretary of their branch. Whoever has no number to ring, or is the elder themselves, is passed over.
 */
export const cardOf = (elder: Elder, officers: readonly Officer[]) => {
  const holder = (role: Role, orgId: string | null, named?: string): Contact | null => {
    const found = officers
      .filter(one => one._id !== elder._id && one.phones.length > 0 && (named === undefined || one.name === named))
      .filter(one => one.grants.some(grant => grant.role === role && grant.orgId === orgId))
      .sort((one, other) => (one._id < other._id ? -1 : 1))[0]
    const phone = found?.phones[0]
    return found && phone !== undefined ? { memberId: found._id, name: found.name, phone } : null
  }
  const { groupId, branchId, liaisonName } = elder
  const named = liaisonName === undefined ? null : (holder('liaison', groupId, liaisonName) ?? holder('liaison', branchId, liaisonName))
  return {
    liaison: named ?? holder('liaison', groupId) ?? holder('liaison', branchId),
    groupLeader: holder('leader', groupId),
    secretary: holder('secretary', branchId),
  }
}
