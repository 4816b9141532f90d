import { branchKinds, branchKindWords, type BranchKind } from '../../people/public'

/** What branches are alike in: their kind, how many retired members they have, and how many of these are 80 or older. */
export interface Traits {
  kind: BranchKind
  elders: number
  over80: number
}

/** As large: up to half as many again, or two thirds as many, and a few more or fewer of a small branch. */
const [TIMES, FEW] = [1.5, 5] as const
export const sizesLike = (elders: number): { from: number; to: number } => ({
  from: Math.max(1, Math.min(Math.ceil(elders / TIMES), elders - FEW)),
  to: Math.max(Math.floor(elders * TIMES), elders + FEW),
})
/** The share of those over 80, in whole percent, may differ by so many points. */
const POINTS = 15
export const shareOver80 = ({ elders, over80 }: Pick<Traits, 'elders' | 'over80'>): number =>
  elders === 0 ? 0 : Math.round((100 * over80) / elders)

/** Branches that one is compared with, and fewer than which say nothing. */
export const [MOST_ALIKE, LEAST_ALIKE] = [12, 3] as const

/** Branches without a retired member are like no other. */
export const isAlike = (one: Traits, other: Traits): boolean => {
  const { from, to } = sizesLike(one.elders)
  return (
    one.elders > 0 &&
    one.kind === other.kind &&
    other.elders >= from &&
    other.elders <= to &&
    Math.abs(shareOver80(one) - shareOver80(other)) <= POINTS
  )
}

/** How far apart two that are alike are: in size by its ratio, in age by points. */
const apart = (one: Traits, other: Traits): number =>
  Math.abs(Math.log(other.elders / one.elders)) / Math.log(TIMES) + Math.abs(shareOver80(one) - shareOver80(other)) / POINTS

/** Those of the others that are alike, the most alike first; of equals by their names of rows. */
export const alikeOf = <T extends Traits & { _id: string }>(own: T, others: readonly T[], most: number = MOST_ALIKE): T[] =>
  others
    .filter(other => other._id !== own._id && isAlike(own, other))
    .toSorted((one, other) => apart(own, one) - apart(own, other) || (one._id < other._id ? -1 : 1))
    .slice(0, most)

/** Wider than any branch. */
const SPAN = 100_000
/** Where a branch stands in an order in which those of one kind stand together, by their size; 0 of one without retired members. */
export const placeOf = ({ kind, elders }: Pick<Traits, 'kind' | 'elders'>): number =>
  elders === 0 ? 0 : (branchKinds.indexOf(kind) + 1) * SPAN + Math.min(elders, SPAN - 1)

/** Why the others are alike, as a person says it. */
export const sayAlike = (own: Traits): string => {
  const { from, to } = sizesLike(own.elders)
  const share = shareOver80(own)
  return [
    `都是${branchKindWords[own.kind]}`,
    `老同志 ${String(from)}–${String(to)} 人（本支部 ${String(own.elders)} 人）`,
    `80 岁以上占 ${String(Math.max(0, share - POINTS))}%–${String(Math.min(100, share + POINTS))}%（本支部 ${String(share)}%）`,
  ].join('，')
}
