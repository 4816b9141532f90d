import * as z from 'zod'
import { text } from '../../shared/schemas'
import { resolutionKinds } from './votes'

const Votes = z.int().min(0).max(2000)

/** What a meeting decided, with its votes. */
export const Resolution = z.object({
  text: text(500).min(1),
  for: Votes,
  against: Votes,
  abstain: Votes,
  kind: z.enum(resolutionKinds).optional(),
})
export type Resolution = z.infer<typeof Resolution>
