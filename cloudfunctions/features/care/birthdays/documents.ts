import { movesAndMeets } from '../../../kernel/takeover'
import type { celebrationKinds } from '../../../../core/care/birthdays/contract'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'

/** A coming or past celebration of a member (P45); `_id` is `<member>:<kind>:<period>`, so that a year is celebrated once. */
export interface Celebration {
  _id: string
  memberId: string
  branchId: string
  name: string
  kind: (typeof celebrationKinds)[number]
  /** `2026`, or `L2026` of the lunar calendar. */
  period: string
  /** The day; where only the month is known, the first day that it may be. */
  on: DateText
  exact: boolean
  years: number
  round: boolean
  lunar?: string
  bound: boolean
  /** When the timer greets: 08:00 of the day. Removed afterwards. */
  due?: Instant
  greetedAt?: Instant
  /** The greeting went to a household in mourning. */
  quiet?: boolean
}
export const Celebrations = collection('celebrations', {
  indexes: [
    by('branch', 'branchId', 'on', '_id'),
    by('of-branch', 'branchId', '_id'),
    by('member', 'memberId', 'kind', 'on'),
    by('due', 'due'),
  ],
  fates: stays,
  succession: 'stays',
  takeover: movesAndMeets(['memberId']),
}).of<Celebration>()

/** Marks that the celebrations of a branch are to be made from its roster; `_id` is the branch. */
export interface CelebrationPlan {
  _id: string
  due?: Instant
  /** Grows with every change of the roster, so that a change during planning is not lost. */
  marks: number
  /** Members whose birthday is not known to the month. */
  unknown: { memberId: string; name: string }[]
}
export const CelebrationPlans = collection('celebration-plans', {
  indexes: [by('due', 'due')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<CelebrationPlan>()
