import type { Documents } from '../../../cloudfunctions/house'
import { good, type Cloud } from './attendance'

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
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as { code?: string; data?: { updated: number } }
  if (answer.code || !answer.data?.updated) throw new Error(`${collectionName} was not amended: ${JSON.stringify(answer)}`)
}
