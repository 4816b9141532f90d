import * as z from 'zod'
import { operation } from '../../shared/operation'
import { MOST_QUESTIONS, MOST_TELLERS, questionKinds, surveyStates } from './questions'
import { Cursor, FileId, Id, InstantMs, line, Nothing, page } from '../../shared/schemas'

const Question = z.object({
  text: line(120),
  kind: z.enum(questionKinds),
  options: z.array(line(40)).min(2).max(20).optional(),
  /** So many options may be chosen; one, unless said. */
  most: z.int().min(1).max(20).optional(),
})

/** X25519, base64. */
const TellerKey = z.string().length(44).regex(/^[A-Za-z0-9+/]{43}=$/) // prettier-ignore
const Head = z.object({
  surveyId: Id,
  title: z.string(),
  orgName: z.string(),
  closesAt: InstantMs,
  /** `waiting`: for the tellers' keys; `closed`: to be counted by a teller; `counted`: there is a result. */
  state: z.enum(surveyStates),
})
const Tally = z.object({
  counts: z.array(z.int().min(0)).max(20).optional(),
  texts: z.array(z.string().max(600)).max(20_000).optional(),
  none: z.int().min(0),
})
const Crossed = z.object({ first: z.int().min(0), second: z.int().min(0), cells: z.array(z.array(z.int().min(0)).max(21)).max(21) })
/** What a teller's phone counted: totals question by question, and the tables of two questions in which every cell has five answers or none. */
const Counted = z.object({
  answers: z.int().min(0),
  /** That could not be opened, or answer other questions. */
  invalid: z.int().min(0),
  questions: z.array(Tally).max(MOST_QUESTIONS),
  crossed: z.array(Crossed).max(200),
})
export type SurveyCount = z.infer<typeof Counted>
const one = { of: 'surveyId', input: z.object({ surveyId: Id }) } as const
const officers = ['secretary', 'street', 'bureau'] as const

/** Anonymous surveys (P51): who has a ticket is known, what was answered is joined to no one. */
export const surveys = {
  /** With tellers it opens when each has made a key on their phone; without, at once, and its page says what that means. */
  'survey.publish': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      title: line(60),
      questions: z.array(Question).min(1).max(MOST_QUESTIONS),
      closesAt: InstantMs,
      tellerIds: z.array(Id).max(MOST_TELLERS).optional(),
    }),
    output: z.object({ surveyId: Id }),
  }),
  'survey.get': operation({
    who: 'self',
    ...one,
    output: Head.extend({
      questions: z.array(Question),
      /** SPKI, base64, of this survey alone. */
      publicKey: z.string(),
      tellers: z.array(z.object({ name: z.string(), publicKey: z.string().optional(), own: z.boolean() })),
      ticketTaken: z.boolean(),
      /** Those who have a ticket may be fewer than those who answer later; how many answered is told at the end. */
      tickets: z.int(),
      invited: z.boolean(),
      may: z.array(z.enum(['close', 'export'])),
    }),
  }),
  /** Those of the places where the member belongs, the latest first. */
  'survey.mine': operation({
    who: 'self',
    input: z.object({ cursor: Cursor.optional() }),
    output: page(Head.extend({ ticketTaken: z.boolean(), teller: z.boolean() })),
  }),
  /** Those at and below an organization, for its officers. */
  'survey.list': operation({ who: officers, of: 'orgId', input: z.object({ orgId: Id, cursor: Cursor.optional() }), output: page(Head) }),
  /** A teller's phone made its key; it is given once. */
  'survey.tellerKey': operation({
    who: 'self',
    of: 'surveyId',
    input: z.object({ surveyId: Id, publicKey: TellerKey }),
    output: z.object({ state: z.enum(surveyStates) }),
  }),
  /** The sealed answers in random order, for a teller's phone. */
  'survey.sealed': operation({
    who: 'self',
    of: 'surveyId',
    input: z.object({ surveyId: Id, cursor: Cursor.optional() }),
    output: page(z.string()),
    errors: ['SURVEY_OPEN'],
  }),
  /** What a teller's phone counted. Another teller's count that differs is shown beside it. */
  'survey.count': operation({
    who: 'self',
    of: 'surveyId',
    input: z.object({ surveyId: Id, counted: Counted }),
    output: z.object({ same: z.boolean() }),
    errors: ['SURVEY_OPEN'],
  }),
  'survey.close': operation({ who: officers, ...one, output: Nothing }),
  /** From five answers up. */
  'survey.result': operation({
    who: 'self',
    ...one,
    output: z.object({
      answers: z.int(),
      tickets: z.int(),
      invalid: z.int(),
      questions: z.array(Question.extend({ counts: z.array(z.int()).optional(), texts: z.array(z.string()).optional(), none: z.int() })),
      crossed: z.array(Crossed),
      /** The tellers who counted, and whether each came to the same. */
      tellers: z.array(z.object({ name: z.string(), same: z.boolean() })),
    }),
    errors: ['SURVEY_OPEN', 'SURVEY_TOO_FEW'],
  }),
  'survey.export': operation({
    kept: true,
    who: officers,
    ...one,
    output: z.object({ fileId: FileId, url: z.string() }),
    errors: ['SURVEY_OPEN', 'SURVEY_TOO_FEW'],
  }),
} as const
