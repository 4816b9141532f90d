/** From a score on, a sum in 分. */
export interface Tier {
  atLeast: number
  fen: number
}
export const MOST_TIERS = 10

/** What a score brings: the sum of the highest tier that it reaches; nothing below all of them. */
export const awardFor = (tiers: readonly Tier[], score: number): number =>
  tiers.toSorted((one, other) => other.atLeast - one.atLeast).find(one => score >= one.atLeast)?.fen ?? 0
