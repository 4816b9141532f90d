import type { celebrationKinds } from '../../../../core/care/birthdays/contract'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'

/** A coming or past celebration of a member (P45); its `_id` is `<member>:<kind>:<period>`, so that a year is celebrated once. */
export interface Celebration {
  _id: string
  memberId: string
  branchId: string
  name: string
  kind: (typeof celebrationKinds)[number]
  /** `2026`, or of the moon's calendar `L2026`. */
  period: string
  /** The day, or the first that may be meant where only the month is known. */
  on: DateText
  exact: boolean
  years: number
  round: boolean
  lunar?: string
  bound: boolean
  /** When the timer has to look at it: 08:00 of the day. Gone once it has. */
  due?: Instant
  greetedAt?: Instant
  /** The greeting was sent into a house of mourning. */
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
}).of<Celebration>()

/** That the celebrations of a branch are to be made from its roster; `_id` is the branch. */
export interface CelebrationPlan {
  _id: string
  due?: Instant
  /** Grows with every change of the roster, so that one which comes while the plan is made is not lost. */
  marks: number
  /** Whose birthday is not known as far as its month. */
  unknown: { memberId: string; name: string }[]
}
export const CelebrationPlans = collection('celebration-plans', { indexes: [by('due', 'due')], fates: stays }).of<CelebrationPlan>()
