import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, Id, InstantMs, Nothing, line, page, text } from '../../shared/schemas'
import { MOST_ASKED } from './rules'

/** What the reader is to the case: the one who keeps it, asked and not yet answered, or taking part. */
const As = z.enum(['keeper', 'asked', 'in'])
const words = (max: number) => text(max).min(1)

/**
 * Quiet cases (P32, 新老联手): an elder colleague is asked to talk with a member. Only those named know of one: every other caller, the officers above
 * and the member it is about included, is told NOT_FOUND.
 */
export const cases = {
  'case.open': operation({
    who: ['secretary', 'street'],
    of: 'memberId',
    input: z.object({ memberId: Id, topic: words(500) }),
    output: z.object({ caseId: Id }),
  }),
  /** By its keeper: people of the places where the keeper is in charge. They learn what it is about once they say yes. */
  'case.invite': operation({
    who: 'self',
    input: z.object({ caseId: Id, memberIds: z.array(Id).min(1).max(MOST_ASKED) }),
    output: Nothing,
    errors: ['CASE_CLOSED'],
  }),
  /** Who says no is named no more. */
  'case.answer': operation({
    kept: true,
    who: 'self',
    input: z.object({ caseId: Id, answer: z.enum(['yes', 'no']) }),
    output: Nothing,
    errors: ['CASE_CLOSED'],
  }),
  'case.note': operation({
    who: 'self',
    input: z.object({ caseId: Id, text: words(2000) }),
    output: Nothing,
    errors: ['CASE_CLOSED'],
  }),
  /** To a successor who takes part, or holds the office that opens one; the keeper is named no more. */
  'case.handOver': operation({
    kept: true,
    who: 'self',
    input: z.object({ caseId: Id, memberId: Id }),
    output: Nothing,
    errors: ['CASE_CLOSED'],
  }),
  'case.close': operation({ who: 'self', input: z.object({ caseId: Id, outcome: words(500) }), output: Nothing }),
  'case.get': operation({
    who: 'self',
    input: z.object({ caseId: Id }),
    output: z.object({
      caseId: Id,
      as: As,
      /** Its keeper. */
      keeper: z.string(),
      openedAt: InstantMs,
      /** Empty for those who are asked and have not answered. */
      name: line(40).or(z.literal('')),
      topic: z.string(),
      people: z.array(z.object({ memberId: Id, name: z.string(), answer: z.enum(['yes', 'no']).optional() })),
      notes: z.array(z.object({ name: z.string(), at: InstantMs, text: z.string() })),
      closed: z.object({ at: InstantMs, outcome: z.string() }).optional(),
      may: z.array(z.enum(['invite', 'answer', 'note', 'handOver', 'close'])),
    }),
  }),
  /** Those that the caller is named in, the latest first; what one is about stands on its page alone. */
  'case.list': operation({
    who: 'self',
    input: z.object({ cursor: Cursor.optional() }),
    output: page(z.object({ caseId: Id, as: As, name: z.string(), openedAt: InstantMs, closed: z.boolean() })),
  }),
} as const
