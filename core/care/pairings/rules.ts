import type { Instant } from '../../shared/operation'

/**
 * How a helper looks after an elder (P41): 一联多 (S3: one in-service member with 20 to 30 elders), 一联一, 多联一 (several people or units to one),
 * household help by several helpers, 代理家长.
 */
export const pairingKinds = ['one-to-many', 'one-to-one', 'many-to-one', 'household', 'guardian'] as const
export type PairingKind = (typeof pairingKinds)[number]

/** An elder has one fixed contact (S3 每位老党员都有固定的联络员): a pairing of these kinds replaces the one before. */
export const isFixed = (kind: PairingKind): boolean => kind === 'one-to-many' || kind === 'one-to-one'

/**
 * Is a kind only for members no longer in service? 一联一, 一联多 and 多联一 give the elders of a branch their contact (S3). Household help (S0
 * 1对1、多对1 帮扶) and 代理家长 (S3) are for every member.
 */
export const isForElders = (kind: PairingKind): boolean => kind !== 'household' && kind !== 'guardian'

/** The most elders of one helper, over all kinds. */
export const MOST_ELDERS = 30
/** Above this a helper is warned that it is getting heavy (S3: 20 to 30). */
export const EASY = 20

/** The most elders of one helper in each kind. */
export const mostOf: Record<PairingKind, number> = {
  'one-to-many': MOST_ELDERS,
  'one-to-one': 1,
  'many-to-one': MOST_ELDERS,
  household: 10,
  guardian: 5,
}

/** One elder on a helper's list. */
export interface Paired {
  memberId: string
  name: string
  branchId: string
  kind: PairingKind
  since: Instant
}

/** A helper's load: how many elders, the most there may be, and a warning in words when it is getting heavy. */
export interface Load {
  count: number
  limit: number
  warning?: string
}

/** A helper's load over all kinds. */
export const loadOf = (elders: readonly Pick<Paired, 'kind'>[]): Load => {
  const count = elders.length
  return {
    count,
    limit: MOST_ELDERS,
    ...(count > EASY
      ? { warning: `已经联系 ${String(count)} 位，超过 ${String(EASY)} 位就顾不过来了，最多 ${String(MOST_ELDERS)} 位。` }
      : {}),
  }
}

/** A helper's load in one kind: the kind's own limit where that is narrower. */
export const loadIn = (elders: readonly Pick<Paired, 'kind'>[], kind: PairingKind): Load => {
  const limit = mostOf[kind]
  if (limit === MOST_ELDERS) return loadOf(elders)
  return { count: elders.filter(one => one.kind === kind).length, limit }
}

/**
 * A helper's list with more elders, or a refusal where it would be too long. Elders who are on it in that kind stay; in another kind they
 * change to the new one.
 */
export const withElders = <P extends Paired>(
  elders: readonly P[],
  more: readonly P[],
): { elders: P[]; added: P[] } | { refused: 'PAIRING_LIMIT' } => {
  const added = more.filter(
    (one, index) =>
      !elders.some(had => had.memberId === one.memberId && had.kind === one.kind) &&
      more.findIndex(other => other.memberId === one.memberId) === index,
  )
  const moved = new Set(added.map(one => one.memberId))
  const next = [...elders.filter(had => !moved.has(had.memberId)), ...added]
  const tooMany = next.length > MOST_ELDERS || added.some(({ kind }) => next.filter(one => one.kind === kind).length > mostOf[kind])
  // A list that is too long already, under former limits, may shrink but not grow.
  return tooMany && added.length > 0 ? { refused: 'PAIRING_LIMIT' } : { elders: next, added }
}

/**
 * When a pairing begins that replaces others: now, but after each of them, so that the last one made is the latest even within one
 * millisecond or after a clock was put back.
 */
export const beginsAfter = (now: Instant, former: readonly { since: Instant }[]): Instant =>
  Math.max(now, ...former.map(one => one.since + 1))

/** The fixed contact where several claim an elder: the latest; of two at one instant always the same. */
export const latest = <T extends { since: Instant; helperId: string }>(all: readonly T[]): T | undefined =>
  [...all].sort((one, other) => other.since - one.since || (one.helperId < other.helperId ? 1 : -1))[0]

const rank: Record<PairingKind, number> = { 'one-to-one': 0, 'one-to-many': 0, guardian: 1, household: 2, 'many-to-one': 3 }
/** The order in which an elder's helpers are asked and shown: the fixed contact (the latest first), then the others, the longest known first. */
export const inOrder = <T extends { kind: PairingKind; since: Instant; memberId: string }>(helpers: readonly T[]): T[] =>
  [...helpers].sort(
    (one, other) =>
      rank[one.kind] - rank[other.kind] ||
      (isFixed(one.kind) ? other.since - one.since : one.since - other.since) ||
      (one.memberId < other.memberId ? -1 : 1),
  )
