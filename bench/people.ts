import type { Member } from '../cloudfunctions/features/people/documents'
import type { Account } from '../cloudfunctions/kernel/identity'
import { person } from '../config/demo/people'
import { PRIVACY_VERSION } from '../core/people/identity/rules'

const STREET = '/district/changqing/'

/** One more member of a branch of the demo's street. */
export const memberOf = (branchId: string, id: string, n: number): Member => ({
  ...person(id, n, { branchId, path: `${STREET}${branchId}/`, groups: [], seed: n % 100 }, 'retired'),
  phones: [`199${String(n).padStart(8, '0')}`],
})

export const accountOf = (openid: string, memberId: string): Account => ({
  _id: openid,
  memberId,
  people: [memberId],
  actingFor: [],
  privacy: { version: PRIVACY_VERSION, at: 0 },
  createdAt: 0,
})
