import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, Id, InstantMs, page } from '../../shared/schemas'

/** Who looked at what is held about a person. */
export const looks = {
  /** Who looked at a person's numbers, took them along in a sheet, or printed their card, newest first. */
  'roster.looks': operation({
    who: ['secretary', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id, cursor: Cursor.optional() }),
    output: page(z.object({ at: InstantMs, by: z.string(), what: z.string() })),
  }),
} as const
