import type { DateText } from '../../shared/operation'
import type { BranchKind } from '../organizations/branch-kinds'
import { regulated, type RuleKey } from './rows'
import type { Rule } from './sources'

/** A row that a bureau set for its organization and all below it. */
export interface OwnRule extends Rule {
  key: RuleKey
  orgId: string
}

/** When, and for which kind of branch, a number is asked for. */
export interface Asking {
  on: DateText
  branchKind?: BranchKind | undefined
}

/** The rules that hold at one place. */
export interface Book {
  /** The row that holds, with its document and article. */
  rule: (key: RuleKey, asking: Asking) => Rule
  number: (key: RuleKey, asking: Asking) => number
  /** Of a switch. */
  holds: (key: RuleKey, asking: Asking) => boolean
}

/** The latest that has begun; before all of them the earliest, since it wrote down what was done until then. Of one date the last wins. */
const latest = <R extends Rule>(rows: readonly [R, ...R[]], on: DateText): R => {
  const [first, ...rest] = rows
  return rest.reduce((best, row) => {
    const begun = row.from <= on
    if (best.from > on) return begun || row.from < best.from ? row : best
    return begun && row.from >= best.from ? row : best
  }, first)
}

const isSome = <T>(rows: readonly T[]): rows is readonly [T, ...T[]] => rows.length > 0

/**
 * The rules at a place: those the product comes with and those set by the organizations on its path (`own`). A row of the kind of branch goes before one
 * for all kinds; then the latest from; of the same date that of the nearest organization (`scopes`, from the top down).
 */
export const bookOf = (own: readonly OwnRule[], scopes: readonly string[]): Book => {
  const nearestLast = [...own].sort((one, other) => scopes.indexOf(one.orgId) - scopes.indexOf(other.orgId))
  const rule = (key: RuleKey, { on, branchKind }: Asking): Rule => {
    const [first, ...rest] = regulated[key].rows
    const set = nearestLast.filter(row => row.key === key)
    const ofKind = branchKind === undefined ? [] : [...rest, ...set].filter(row => row.branchKind === branchKind)
    const begunOfKind = ofKind.filter(row => row.from <= on)
    if (isSome(begunOfKind)) return latest(begunOfKind, on)
    const forAll: readonly [Rule, ...Rule[]] = [first, ...[...rest, ...set].filter(row => row.branchKind === undefined)]
    return latest(forAll, on)
  }
  const number = (key: RuleKey, asking: Asking) => rule(key, asking).value
  return { rule, number, holds: (key, asking) => number(key, asking) === 1 }
}
