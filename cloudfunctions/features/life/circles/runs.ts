import type { Context } from '../use-case'
import type { Circle } from './documents'

/** Those who keep circles beside their organizers. */
export const officers = ['secretary', 'street', 'bureau'] as const

/** Does the caller run it: as one of its organizers, or by an office over it? */
export const runs = (circle: Circle, { person, holds }: Pick<Context<'circle.change'>, 'person' | 'holds'>): boolean =>
  circle.organizerIds.includes(person._id) || holds(officers, circle.path)
