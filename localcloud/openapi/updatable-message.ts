import * as z from 'zod'
import type { Card, Cards } from '../messages/cards'
import { api, failure, success, type Api } from './answers'

const INVALID_ID = 47501
const INVALID_STATE = 47502
const INVALID_VERSION = 47503
const EXPIRED = 47504
const VERSIONS = ['develop', 'trial', 'release']

const createSchema = z.object({ openid: z.string().optional(), unionid: z.string().optional() })
const setSchema = z.object({
  activity_id: z.string().min(1),
  target_state: z.number().int(),
  template_info: z
    .object({ parameter_list: z.array(z.object({ name: z.string(), value: z.string() })).default([]) })
    .default({ parameter_list: [] }),
})

/**
 * `updatableMessage.*`. A card goes forward only: 0 (joining, as often as wanted) → 1 (begun) → 2 (ended); after 24 hours it has ended anyway.
 * State 0 needs member_count and room_limit, state 1 path and version_type.
 */
export function updatableMessageApis(cards: Cards, now: () => number): Record<string, Api> {
  const createActivityId = api(createSchema, () => {
    const { activityId, expiresAt } = cards.create()
    return success({ activity_id: activityId, expiration_time: Math.floor(expiresAt / 1000) })
  })

  const setUpdatableMsg = api(setSchema, ({ activity_id, target_state, template_info }) => {
    const card = cards.find(activity_id)
    if (card === undefined) return failure(INVALID_ID, 'invalid activity_id')
    if (card.expiresAt <= now()) return failure(EXPIRED, 'activity_id expired')
    const given = new Map(template_info.parameter_list.map(({ name, value }) => [name, value]))
    const next = nextOf(card, target_state, given)
    if (next === undefined) return failure(INVALID_STATE, `invalid target_state: ${target_state} cannot follow ${card.state}`)
    const lacking = NEEDED[next.state].find(name => (given.get(name) ?? '') === '')
    if (lacking !== undefined) return failure(47001, `data format error: parameter ${lacking} is missing`)
    if (next.state === 1 && !VERSIONS.includes(given.get('version_type') ?? '')) return failure(INVALID_VERSION, 'invalid version_type')
    cards.keep(next)
    return success()
  })

  return { 'updatableMessage.createActivityId': createActivityId, 'updatableMessage.setUpdatableMsg': setUpdatableMsg }
}

const NEEDED: Readonly<Record<Card['state'], readonly string[]>> = {
  0: ['member_count', 'room_limit'],
  1: ['path', 'version_type'],
  2: [],
}

/** The card after the change; undefined when the state cannot be reached from the present one. */
function nextOf(card: Card, target: number, given: ReadonlyMap<string, string>): Card | undefined {
  if (target === 0 && card.state === 0) {
    return { ...card, memberCount: given.get('member_count') ?? '', roomLimit: given.get('room_limit') ?? '' }
  }
  if (target === 1 && card.state === 0) return { ...card, state: 1, path: given.get('path') ?? '' }
  if (target === 2 && card.state === 1) return { ...card, state: 2 }
  return undefined
}
