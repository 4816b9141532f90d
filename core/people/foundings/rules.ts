import { addMonths } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'
import type { BranchKind } from '../organizations/branch-kinds'
import { judgeUnits, type UnitsAsked } from '../organizations/units'

/** `open`: waits for its answer; `agreed`: the branch is founded and waits to be filed (备案); `withdrawn`: taken back by those who applied. */
export const foundingStates = ['open', 'agreed', 'refused', 'withdrawn', 'filed'] as const
export type FoundingState = (typeof foundingStates)[number]

interface Asked {
  branchKind: BranchKind
  /** Full members who are to belong to it. */
  members: number
  units: readonly string[]
}

/** What the rule set says of a branch of this kind: `branch.least-members`, `branch.joint-most-units`. */
interface Numbers {
  least: number
  mostUnits: number
}

type Verdict = { refused: 'BRANCH_UNITS'; data: UnitsAsked } | { refused: 'FOUNDING_TOO_FEW'; data: { least: number; members: number } }

/** Whether a branch may be applied for (支部工作条例 第四条); `misplaced`: only a joint branch names units; null: it may. */
export const judgeFounding = ({ branchKind, members, units }: Asked, { least, mostUnits }: Numbers): Verdict | 'misplaced' | null => {
  const wrong = judgeUnits(branchKind, units, mostUnits)
  if (wrong === 'misplaced') return wrong
  if (wrong) return { refused: 'BRANCH_UNITS', data: wrong }
  return members < least ? { refused: 'FOUNDING_TOO_FEW', data: { least, members } } : null
}

/** The last day on which the answer is in time. */
export const replyBy = (on: DateText, months: number): DateText => addMonths(on, months)

/** It waits for an answer, and the day of the answer is over. */
export const isLate = ({ state, dueOn }: { state: FoundingState; dueOn: DateText }, today: DateText): boolean =>
  state === 'open' && today > dueOn
