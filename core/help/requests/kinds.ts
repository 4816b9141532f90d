import type { RequestKind } from '../../shared/request-kinds'
import { dangerIn } from './dangers'
import type { Emergency } from './emergencies'

/**
 * How pressing it is: `urgent` by its words or as an emergency (急事快办); `prompt` where the home cannot be lived in till morning; both ring
 * at any hour. `ordinary` is the rest, for which quiet hours are kept.
 */
export const urgencies = ['urgent', 'prompt', 'ordinary'] as const
export type Urgency = (typeof urgencies)[number]

const prompt: readonly RequestKind[] = ['water', 'leak', 'electricity']

/** The urgency of a request of that kind with these words. */
export const urgencyOf = (kind: RequestKind, text: string, emergency?: Emergency): Urgency => {
  if (emergency || dangerIn(text)) return 'urgent'
  return prompt.includes(kind) ? 'prompt' : 'ordinary'
}

/** The kinds that are wanted at a certain time. */
const timed: readonly RequestKind[] = ['escort', 'car']
/** Is help of that kind wanted at a certain time? */
export const isTimed = (kind: RequestKind): boolean => timed.includes(kind)
