import type { celebrationKinds } from '../../../../core/care/birthdays/contract'
import type { publicCards } from '../../../../core/people/public-cards/contract'
import type { DateText, Input, Instant } from '../../../../core/shared/operation'

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

/** That the celebrations of a branch are to be made from its roster; `_id` is the branch. */
export interface CelebrationPlan {
  _id: string
  due?: Instant
  /** Grows with every change of the roster, so that one which comes while the plan is made is not lost. */
  marks: number
  /** Whose birthday is not known as far as its month. */
  unknown: { memberId: string; name: string }[]
}

/** A member's public card (P46); `_id` is the member. What was withdrawn is gone; the codes stay, so that an old link can say so. */
export interface PublicCard {
  _id: string
  /** Every code it ever had, the newest last; only that one opens it. */
  codes: string[]
  content: (Input<(typeof publicCards)['publicCard.publish']> & { branchName: string }) | null
  changedAt: Instant
  /** The latest commands that published it: sent again after it was withdrawn, it publishes nothing. */
  commands: string[]
  /** Grows with every change. */
  version: number
}
