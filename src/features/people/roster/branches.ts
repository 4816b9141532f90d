import { UNPLACED } from '../../../../core/people/roster/branches'
import { isAsked, outcomeOf, type Decisions } from './asked'
import type { Preview } from './useImport'

export type Branch = NonNullable<Preview['branches']>[number]

/** The rows that belong to no branch. */
export const unplaced = (branches: readonly Branch[]): Branch | undefined => branches.find(one => one.branchId === UNPLACED)

/** What becomes of a branch's rows, in words: what wants a look first. */
export const sayCounts = ({ counts, asked }: Pick<Branch, 'counts' | 'asked'>): string => {
  const parts = [
    counts.error > 0 ? `有错 ${counts.error}` : '',
    asked > 0 ? `要看 ${asked}` : '',
    counts.changed > 0 ? `有变化 ${counts.changed}` : '',
    counts.new > 0 ? `新加 ${counts.new}` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : `${counts.unchanged} 人没有变`
}

const need = ({ counts, asked }: Branch): number => (counts.error > 0 ? 0 : asked > 0 ? 1 : counts.changed > 0 ? 2 : counts.new > 0 ? 3 : 4)

/** The branches, those with faults first and those that stay as they are last; otherwise as the file has them. */
export const inOrderOfNeed = (branches: readonly Branch[]): Branch[] =>
  branches.filter(one => one.branchId !== UNPLACED).sort((one, other) => need(one) - need(other))

/** How many people a confirm brings in or changes, and how many are asked about without an answer. */
export const outcomeOfBranches = (
  { rows, branches = [] }: Preview,
  decisions: Decisions,
  creates: boolean,
): { imported: number; open: number } => {
  const wanted = branches.filter(one => creates || !one.isNew)
  const names = new Set(wanted.map(one => one.name))
  const asked = rows.filter(row => isAsked(row) && names.has(row.branchName ?? ''))
  const sum = (of: (branch: Branch) => number) => wanted.reduce((total, one) => total + of(one), 0)
  const { imported, open } = outcomeOf(asked, decisions)
  return { imported: sum(one => one.counts.new + one.counts.changed - one.asked) + imported, open }
}
