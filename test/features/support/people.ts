import type { Documents } from '../../../cloudfunctions/house'
import type { Member } from '../../../cloudfunctions/features/people/documents'
import { demoRoster } from '../../../config/demo/roster'
import type { Role } from '../../../core/shared/operation'
import { good, type Cloud } from './attendance'
import { MORNING, post } from './branch'

/** A person of the demo branch: the member, and the phone in their hand. */
interface Phone {
  memberId: string
  openid: string
}

const demo = demoRoster(MORNING)

const memberOf = (memberId: string): Member => {
  const found = demo.members.find(one => one._id === memberId)
  if (!found) throw new Error(`the demo has no member ${memberId}`)
  return found
}

/** The phone that is bound as the member. An officer's is the one of their office. */
const phoneOf = (memberId: string): Phone => {
  const account = demo.accounts.find(one => one.memberId === memberId)
  if (!account) throw new Error(`no phone of the demo is bound as ${memberId}`)
  return { memberId, openid: account._id }
}

/** Who of the branch holds that office over the member. */
const officerOver =
  (role: Role) =>
  (memberId: string): Phone => {
    const { path } = memberOf(memberId)
    const holder = demo.members.find(one => one.grants.some(grant => grant.role === role && path.startsWith(grant.path)))
    if (!holder) throw new Error(`the demo has no ${role} of ${memberId}`)
    return phoneOf(holder._id)
  }

const [liaisonOf, leaderOf, secretaryOf] = [officerOver('liaison'), officerOver('leader'), officerOver('secretary')]

/** The demo's people by what they are to one another: stories speak of the liaison of an elder, not of a number of the demo. */
export const people = {
  phoneOf,
  liaisonOf,
  leaderOf,
  secretaryOf,
  /** Of the first group: its liaison, its leader; and the secretary of the branch. */
  liaison: liaisonOf('m-04'),
  leader: leaderOf('m-04'),
  secretary: secretaryOf('m-04'),
}

export const two = (n: number): string => String(n).padStart(2, '0')

/** A code of a refusal, or `done`. */
export const refusal = (reply: { ok: boolean; code?: string }): string => (reply.ok ? 'done' : (reply.code ?? ''))

/** An invitation of the demo branch's member n, from the secretary. */
export const invitation = async (cloud: Cloud, memberId: string): Promise<string> =>
  good(await cloud.as('demo-secretary').calls('roster.invite', { memberId })).inviteCode

/** Writes into documents what no operation does yet, such as that a member died. */
export const amend = async (cloud: Cloud, collectionName: keyof Documents, query: object, set: object): Promise<void> => {
  const body = {
    action: 'database.modifyDocument',
    envName: 'local',
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify(query),
    multi: true,
    merge: true,
    upsert: false,
    data: JSON.stringify({ $set: set }),
  }
  const answer = await post<{ code?: string; data?: { updated: number } }>(`${cloud.url}/admin`, body)
  if (answer.code || !answer.data?.updated) throw new Error(`${collectionName} was not amended: ${JSON.stringify(answer)}`)
}
