import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, page } from '../../shared/schemas'
import { gapKinds, remindable } from './kinds'

const above = { who: ['street', 'bureau'], of: 'orgId' } as const
const Kind = z.enum(gapKinds)

/** Which organs, communities, branches and people are left out (P06). How many there are says the board's topic `organizations`. */
export const coverage = {
  /** Those under an organization (itself included) that lack something, the longest first, 50 to a page. */
  'coverage.gaps': operation({
    ...above,
    input: z.object({ orgId: Id, kind: Kind, cursor: Cursor.optional() }),
    output: page(
      z.object({
        /** Of the organization or the member; of a person on no roster, that of their asking. */
        id: Id,
        name: z.string(),
        why: z.string(),
        /** Where they are found: of a branch its own id. */
        orgId: Id,
        orgName: z.string(),
        /** Since when it has been known. */
        since: IsoDate,
        /** A person on no roster, who waits at the desk of `orgId`. */
        asks: z.boolean().optional(),
      }),
    ),
  }),
  /** All of one kind, or of every kind, each on a sheet of its own. */
  'coverage.export': operation({
    kept: true,
    ...above,
    input: z.object({ orgId: Id, kind: Kind.optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** Reminds the secretaries of a branch of what they can mend, once a day; answers how many people were told. */
  'coverage.remind': operation({
    who: ['street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, kind: z.enum(remindable) }),
    output: z.object({ told: z.int() }),
  }),
} as const
