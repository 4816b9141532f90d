import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, Nothing, line } from '../../shared/schemas'

export const setup = {
  /** Is this environment empty still? */
  'setup.state': operation({ who: 'anyone', input: Nothing, output: z.object({ needed: z.boolean() }) }),
  /**
   * Makes the root committee and its first officer of the bureau, bound to the caller's account, by the code that the technician was shown. Cut off
   * half-way, the same account finishes it by sending it again.
   */
  'setup.claim': operation({
    who: 'anyone',
    input: z.object({ setupCode: z.string().max(64), orgName: line(40), name: line(20) }),
    output: z.object({ orgId: Id, memberId: Id }),
    errors: ['SETUP_CODE_INVALID', 'SETUP_DONE', 'ALREADY_BOUND'],
  }),
  /** How far a secretary has come on the first day: the roster, who of it has bound an account, the first notice. */
  'setup.firstDay': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ members: z.int(), bound: z.int(), notice: z.boolean() }),
  }),
  /** How far a new district has come: what is there now under the organization, counted. */
  'setup.progress': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({
      branches: z.int(),
      /** Branches with a secretary. */
      led: z.int(),
      /** Is there a member without an office, so that a roster has been brought? */
      roster: z.boolean(),
      /** Has a branch published its first activity? */
      notice: z.boolean(),
    }),
  }),
} as const
