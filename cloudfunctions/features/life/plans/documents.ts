import type * as z from 'zod'
import type { PlanItem as Planned } from '../../../../core/life/plans/planner'
import type { Instant } from '../../../../core/shared/operation'
import type { Place } from '../../../../core/shared/schemas'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

export type PlanItem = Planned<z.infer<typeof Place>>

/** What a branch plans for a year; `_id` is `${branchId}:${year}`. */
export interface YearPlan {
  _id: string
  branchId: string
  year: number
  items: PlanItem[]
  /** Items that went out, each with its activity. */
  out: { itemId: string; activityId: string }[]
  madeAt: Instant
  by: Actor
  /** Grows with every change. */
  version: number
}
export const YearPlans = collection('year-plans', {
  indexes: [by('branch', 'branchId', 'year')],
  fates: stays,
  takeover: 'stays',
  // A branch in the place of another makes its own plan; the activities that went out go over by themselves.
  succession: 'stays',
}).of<YearPlan>()

export const planId = (branchId: string, year: number) => `${branchId}:${String(year)}`
