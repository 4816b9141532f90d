import type { Documents } from '../../../cloudfunctions/house'
import type { Contract } from '../../../core/contract'
import type { Input, Output } from '../../../core/shared/operation'
import { HOUR, MINUTE, MORNING, post, type Branch } from './branch'

/** A cloud as a story meets it, however it is run. */
export type Cloud = Omit<Branch, 'close'>
export const HALL = { lng: 114.2121, lat: 30.6402 }
/** The Party day of the demo: its door is open in the morning; it begins at 09:30 and ends at 11:30. */
export const PARTY_DAY = 'act-party-day'

/** The data of a reply that has to be good; its refusal as the test's failure otherwise. */
export const good = <T>(reply: { ok: true; data: T } | { ok: false; code: string; data?: unknown }): T => {
  if (!reply.ok) throw new Error(`${reply.code} ${JSON.stringify(reply.data)}`)
  return reply.data
}

const secretary = (cloud: Cloud) => cloud.as('demo-secretary')

/** What the secretary's screen shows now. */
export const codeOnScreen = async (cloud: Cloud, activityId = PARTY_DAY): Promise<string> => {
  const [first] = good(await secretary(cloud).calls('attendance.codes', { activityId })).codes
  if (!first) throw new Error('the screen shows no code')
  return first.code
}

export const sheet = async (cloud: Cloud, activityId = PARTY_DAY): Promise<Output<Contract['attendance.sheet']>> =>
  good(await secretary(cloud).calls('attendance.sheet', { activityId }))

/** One person's line on the sheet. */
export const lineOf = async (cloud: Cloud, memberId: string, activityId = PARTY_DAY) =>
  (await sheet(cloud, activityId)).items.find(one => one.memberId === memberId)

/** A meeting of the branch from 09:30 to 11:30 in the hall, unless said otherwise. */
export const meeting = async (cloud: Cloud, more: Partial<Input<Contract['activity.publish']>> = {}): Promise<string> => {
  const usual = {
    branchId: 'branch-01',
    kind: 'study' as const,
    title: '读书会',
    place: { name: '活动室', point: HALL },
    audience: 'branch' as const,
  }
  const times = { startsAt: MORNING + MINUTE * 30, endsAt: MORNING + MINUTE * 30 + 2 * HOUR }
  return good(await secretary(cloud).calls('activity.publish', { ...usual, ...times, ...more })).activityId
}

interface AdminAnswer {
  code?: string
  data?: { list?: string[] }
}

const admin = async (cloud: Cloud, action: string, collectionName: keyof Documents, more: object): Promise<AdminAnswer> => {
  const body = { action: `database.${action}`, envName: 'local', collectionName, ...more }
  const answer = await post<AdminAnswer>(`${cloud.url}/admin`, body)
  if (answer.code) throw new Error(`${action} ${collectionName}: ${JSON.stringify(answer)}`)
  return answer
}

/** Puts a document where the story needs it. */
export const put = async <N extends keyof Documents>(cloud: Cloud, collection: N, document: Documents[N]): Promise<void> => {
  await admin(cloud, 'insertDocument', collection, { data: [JSON.stringify(document)] })
}

/** Takes documents away that the demo brings and the story does without. */
export const taken = async (cloud: Cloud, collection: keyof Documents, query: object): Promise<void> => {
  await admin(cloud, 'removeDocument', collection, { queryType: 'WHERE', query: JSON.stringify(query), multi: true })
}

/** The documents of a collection that have these values. */
export const stored = async <N extends keyof Documents>(cloud: Cloud, collection: N, query: object): Promise<Documents[N][]> => {
  const { data } = await admin(cloud, 'getDocument', collection, { queryType: 'WHERE', query: JSON.stringify(query), limit: 1000 })
  return (data?.list ?? []).map(one => JSON.parse(one) as Documents[N])
}
