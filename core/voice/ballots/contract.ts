import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, Nothing, text } from '../../shared/schemas'
import { LONGEST_TEXT } from './answers'

/** Base64 of exactly so many bytes. */
const base64 = (bytes: number) =>
  z
    .string()
    .length(4 * Math.ceil(bytes / 3))
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
/** Bytes of an RSA key of 2048 bits. */
const KEY_BYTES = 256
/** The message that was signed: 32 random bytes before the serial. */
const Serial = z
  .string()
  .min(44)
  .max(344)
  .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)

const Answered = z
  .array(z.union([z.int().min(1).max(5), z.null(), z.array(z.int().min(0).max(99)).max(100), text(LONGEST_TEXT)]))
  .min(1)
  .max(500)

/** The engine of anonymous surveys, secret votes, elections and appraisals; `surveyId` is the id of any of them. */
export const ballots = {
  /**
   * One blind signature for each who may vote (RFC 9474, RSABSSA-SHA384-PSS-Randomized, 2048 bits). The same blinded message again gets the same signature. A member's own:
   * no one votes for another.
   */
  'survey.ticket': operation({
    who: 'self',
    of: 'surveyId',
    input: z.object({ surveyId: Id, blinded: base64(KEY_BYTES) }),
    output: z.object({ signature: z.string() }),
    errors: ['NOT_INVITED', 'TICKET_TAKEN', 'SURVEY_ENDED'],
  }),
  /**
   * Into the box, by its serial and signature alone; of the account that brings it nothing is used and nothing is kept. The answer in the order of the questions, or sealed for the
   * tellers where the box has some.
   */
  'survey.drop': operation({
    who: 'anyone',
    of: 'surveyId',
    input: z.object({
      surveyId: Id,
      serial: Serial,
      signature: base64(KEY_BYTES),
      answer: z.union([Answered, z.string().min(1).max(60_000)]),
    }),
    output: Nothing,
    errors: ['BALLOT_INVALID', 'BALLOT_SPENT', 'SURVEY_ENDED'],
  }),
} as const
