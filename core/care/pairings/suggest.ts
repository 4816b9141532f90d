import { metresBetween } from '../../shared/places'
import { EASY, isFixed, MOST_ELDERS, type PairingKind } from './rules'

interface Spot {
  lng: number
  lat: number
}

/** A possible helper. */
export interface Candidate {
  helperId: string
  name: string
  partner: boolean
  /** The helper's own group. */
  groupId: string | null
  /** The groups whose liaison or leader they are. */
  offices: readonly string[]
  home?: Spot | undefined
  /** The elders they have. */
  count: number
  /** Has one elder of their own (一联一) and is suggested for no other. */
  bound?: boolean
}

/** An elder in want of a helper. */
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

/** In metres: beyond this, distance makes no difference; a home that is not known counts as that far. */
const FAR = 3000

const metresTo = (elder: Wanting, helper: Candidate): number | null =>
  elder.home && helper.home ? Math.round(metresBetween(elder.home, helper.home)) : null

/** The lower the better: distance, load and belonging. Five more elders weigh as much as a kilometre, an office over the group as much as two. */
const cost = (elder: Wanting, helper: Candidate): number => {
  const metres = Math.min(metresTo(elder, helper) ?? FAR, FAR)
  const group = elder.groupId !== null && helper.offices.includes(elder.groupId) ? -2000 : elder.groupId === helper.groupId ? -500 : 0
  // A unit comes after every free person: it has no single face.
  const unit = helper.partner ? 2000 : 0
  return metres + group + unit + helper.count * 200 + (helper.count >= EASY ? 4000 : 0)
}

const distance = (metres: number) =>
  metres < 1000 ? `约 ${String(Math.max(100, Math.round(metres / 100) * 100))} 米` : `约 ${(metres / 1000).toFixed(1)} 公里`

/** The reason in words that an officer can check: office or group, distance, load. */
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

/** Possible helpers of an elder, the best first: never the elder, never a helper whose list is full. */
export const suggest = (elder: Wanting, candidates: readonly Candidate[]): Suggestion[] =>
  candidates
    .filter(one => one.helperId !== elder.memberId && one.count < MOST_ELDERS && one.bound !== true)
    .map(one => ({ one, cost: cost(elder, one) }))
    .sort((a, b) => a.cost - b.cost || (a.one.helperId < b.one.helperId ? -1 : 1))
    .map(({ one }) => suggestionOf(elder, one))

/**
 * One helper for each of many elders, so that all suggestions can be followed together: each assumes that those before it were accepted.
 * Null where no helper has room.
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

/** Is it the list of a helper with one elder of their own? */
export const isBound = (elders: readonly { kind: PairingKind }[]): boolean =>
  elders.length === 1 && elders.some(({ kind }) => isFixed(kind) && kind === 'one-to-one')
