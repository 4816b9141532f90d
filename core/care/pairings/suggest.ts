import { metresBetween } from '../../shared/places'
import { EASY, isFixed, MOST_ELDERS, type PairingKind } from './rules'

interface Spot {
  lng: number
  lat: number
}

/** Somebody who could look after elders. */
export interface Candidate {
  helperId: string
  name: string
  partner: boolean
  /** The group they belong to. */
  groupId: string | null
  /** The groups whose liaison or leader they are. */
  offices: readonly string[]
  home?: Spot | undefined
  /** Elders on hand. */
  count: number
  /** Has one elder of their own (一联一): given no others by a suggestion. */
  bound?: boolean
}

export interface Wanting {
  memberId: string
  groupId: string | null
  home?: Spot | undefined
}

export interface Suggestion {
  helperId: string
  name: string
  partner: boolean
  count: number
  limit: number
  why: string
}

/** Beyond this nearness makes no difference, in metres; whoever's home is not known counts as that far. */
const FAR = 3000

const metresTo = (elder: Wanting, helper: Candidate): number | null =>
  elder.home && helper.home ? Math.round(metresBetween(elder.home, helper.home)) : null

/** The lower the better: nearness, load and belonging, weighed so that five elders more weigh as much as a kilometre, an office over the group as much as two. */
const cost = (elder: Wanting, helper: Candidate): number => {
  const metres = Math.min(metresTo(elder, helper) ?? FAR, FAR)
  const group = elder.groupId !== null && helper.offices.includes(elder.groupId) ? -2000 : elder.groupId === helper.groupId ? -500 : 0
  // A unit is asked where no person is free: it has no one face.
  const unit = helper.partner ? 2000 : 0
  return metres + group + unit + helper.count * 200 + (helper.count >= EASY ? 4000 : 0)
}

const distance = (metres: number) =>
  metres < 1000 ? `约 ${String(Math.max(100, Math.round(metres / 100) * 100))} 米` : `约 ${(metres / 1000).toFixed(1)} 公里`

/** Why that helper, in words an officer can check: office or group, nearness, load. */
const sayWhy = (elder: Wanting, helper: Candidate): string => {
  const metres = metresTo(elder, helper)
  return [
    elder.groupId !== null && helper.offices.includes(elder.groupId)
      ? '负责这个党小组'
      : elder.groupId !== null && elder.groupId === helper.groupId
        ? '同一个党小组'
        : '',
    metres === null || metres > FAR ? '' : `住得近，${distance(metres)}`,
    helper.count === 0 ? '现在还没有联系老同志' : `现在联系 ${String(helper.count)} 位`,
  ]
    .filter(one => one !== '')
    .join('，')
}

const suggestionOf = (elder: Wanting, helper: Candidate): Suggestion => ({
  helperId: helper.helperId,
  name: helper.name,
  partner: helper.partner,
  count: helper.count,
  limit: MOST_ELDERS,
  why: sayWhy(elder, helper),
})

/** Who could look after an elder, the best first: never the elder, never whose list is full. */
export const suggest = (elder: Wanting, candidates: readonly Candidate[]): Suggestion[] =>
  candidates
    .filter(one => one.helperId !== elder.memberId && one.count < MOST_ELDERS && one.bound !== true)
    .map(one => ({ one, cost: cost(elder, one) }))
    .sort((a, b) => a.cost - b.cost || (a.one.helperId < b.one.helperId ? -1 : 1))
    .map(({ one }) => suggestionOf(elder, one))

/**
 * One helper for each of many elders, so that all suggestions can be followed together: each is made as if those before it had been accepted.
 * Answers null for whoever nobody has room for.
 */
export const suggestAll = (elders: readonly Wanting[], candidates: readonly Candidate[]): Map<string, Suggestion | null> => {
  const counts = new Map(candidates.map(one => [one.helperId, one.count]))
  const given = new Map<string, Suggestion | null>()
  for (const elder of elders) {
    const now = candidates.map(one => ({ ...one, count: counts.get(one.helperId) ?? one.count }))
    const best = suggest(elder, now)[0] ?? null
    if (best) counts.set(best.helperId, best.count + 1)
    given.set(elder.memberId, best)
  }
  return given
}

/** Whether a list is that of someone who is one elder's alone. */
export const isBound = (elders: readonly { kind: PairingKind }[]): boolean =>
  elders.length === 1 && elders.some(({ kind }) => isFixed(kind) && kind === 'one-to-one')
