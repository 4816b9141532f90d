import { isIn } from '../../../../core/life/circles/rules'
import type { Context } from '../use-case'
import type { Circle } from './documents'

/** Those who keep circles beside their organizers. */
export const officers = ['secretary', 'street', 'bureau'] as const

type Caller = Pick<Context<'circle.change'>, 'person' | 'holds'>

/** Does the caller run it: as one of its organizers, or by an office over it? */
export const runs = (circle: Circle, { person, holds }: Caller): boolean =>
  circle.organizerIds.includes(person._id) || holds(officers, circle.path)

/** May the caller know who is in it? Those who are, and those who run it; others see how many. */
export const inside = (circle: Circle, caller: Caller): boolean => isIn(circle, caller.person._id) || runs(circle, caller)
