import type { BranchKind } from './branch-kinds'

/** Fewer than two units need no joint branch. */
const LEAST_UNITS = 2

/** How many units may come together in one joint branch, where a number of them may not. */
export interface UnitsAsked {
  least: number
  most: number
}

/**
 * The units of a branch (P01): a joint branch has two at least and at most as many as the rule says (`branch.joint-most-units`), each once; every other
 * kind stands in one place and names none.
 * @returns what a joint branch has to have instead; `misplaced` where another kind names units; null where all is right
 */
export const judgeUnits = (branchKind: BranchKind, units: readonly string[], most: number): UnitsAsked | 'misplaced' | null => {
  if (branchKind !== 'joint') return units.length > 0 ? 'misplaced' : null
  const different = new Set(units).size
  return different < units.length || different < LEAST_UNITS || different > most ? { least: LEAST_UNITS, most } : null
}
