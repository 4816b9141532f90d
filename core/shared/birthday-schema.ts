import * as z from 'zod'

/** A birthday as people know it: solar or lunar (闰月 marked), as exact as it was written. */
export const Birthday = z.object({
  calendar: z.enum(['solar', 'lunar']),
  year: z.int().min(1900).max(2100),
  month: z.int().min(1).max(12).optional(),
  day: z.int().min(1).max(31).optional(),
  leap: z.boolean().optional(),
})
export type Birthday = z.infer<typeof Birthday>
