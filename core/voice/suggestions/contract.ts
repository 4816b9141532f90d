import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { suggestionStates, suggestionTopics, verdicts } from './states'

const words = (max: number) => text(max).min(1)
const Photos = z.array(FileId).max(9)

/** One thing that became of it, with the words that the proposer was told. */
const Step = z.object({
  at: InstantMs,
  state: z.enum(suggestionStates),
  words: z.string(),
  unit: z.string().optional(),
  dueOn: IsoDate.optional(),
})
const Outcome = z.object({ at: InstantMs, words: z.string(), photoFileIds: z.array(FileId) })
const Shown = z.object({
  suggestionId: Id,
  text: z.string(),
  at: InstantMs,
  state: z.enum(suggestionStates),
  topic: z.enum(suggestionTopics).optional(),
  /** How many others say so too. */
  joined: z.int(),
})
const Item = Shown.extend({
  name: z.string(),
  branchName: z.string(),
  voice: z.boolean(),
  photos: z.int(),
  dueOn: IsoDate,
  late: z.boolean(),
  unit: z.string().optional(),
  /** What the proposer says to the answer. */
  answers: z.boolean().optional(),
})
const ended = ['SUGGESTION_ANSWERED'] as const
const office = { who: ['secretary', 'street', 'bureau'], of: 'suggestionId' } as const
const forOne = { suggestionId: Id, forMemberId: Id.optional() }

/** Suggestions (P50, 建言献策): each is answered, and each change of its state reaches the proposer with words. */
export const suggestions = {
  /** To the proposer's own branch, or to one they take part in. By text, voice or photo: one of them is there. */
  'suggestion.submit': operation({
    who: 'member',
    input: z.object({
      branchId: Id.optional(),
      text: text(1000).optional(),
      voiceFileId: FileId.optional(),
      photoFileIds: Photos.optional(),
      forMemberId: Id.optional(),
    }),
    output: z.object({ suggestionId: Id }),
  }),
  /** Those of the own branch that say much the same, without names: to be joined instead of said twice. */
  'suggestion.similar': operation({
    who: 'member',
    input: z.object({ text: text(1000), forMemberId: Id.optional() }),
    output: z.object({ items: z.array(Shown) }),
  }),
  'suggestion.join': operation({
    who: 'member',
    of: 'suggestionId',
    input: z.object(forOne),
    output: Nothing,
    errors: ['NOT_INVITED', ...ended],
  }),
  /** What the person proposed or joined, the latest first, with all that became of it. */
  'suggestion.mine': operation({
    who: 'member',
    input: z.object({ cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(
      Shown.extend({
        /** The person's own, not one they joined. */
        own: z.boolean(),
        dueOn: IsoDate,
        steps: z.array(Step),
        outcome: Outcome.optional(),
        answers: z.boolean().optional(),
      }),
    ),
  }),
  /** Does the answer answer it? Asked of the proposer, once it was answered; no wakes its keepers. */
  'suggestion.rate': operation({
    who: 'member',
    input: z.object({ ...forOne, answers: z.boolean(), words: text(200).optional() }),
    output: Nothing,
    errors: ['SUGGESTION_UNANSWERED'],
  }),
  /** What the person's branch adopted, and what came of it. Without names. */
  'suggestion.adopted': operation({
    who: 'member',
    input: z.object({ cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Shown.extend({ words: z.string(), outcome: Outcome.optional() })),
  }),
  'suggestion.get': operation({
    ...office,
    input: z.object({ suggestionId: Id }),
    output: Item.extend({
      voiceFileId: FileId.optional(),
      photoFileIds: z.array(FileId),
      steps: z.array(Step.extend({ by: z.string() })),
      outcome: Outcome.optional(),
      rated: z.object({ answers: z.boolean(), words: z.string(), at: InstantMs }).optional(),
    }),
  }),
  /** By what it is about. Told to no one: it changes nothing for the proposer. */
  'suggestion.sort': operation({ ...office, input: z.object({ suggestionId: Id, topic: z.enum(suggestionTopics) }), output: Nothing }),
  /** To a unit that answers by that day. */
  'suggestion.hand': operation({
    ...office,
    input: z.object({ suggestionId: Id, unit: line(40), dueOn: IsoDate, words: text(500).optional() }),
    output: Nothing,
    errors: ended,
  }),
  /** It is under way; the proposer reads these words. */
  'suggestion.progress': operation({ ...office, input: z.object({ suggestionId: Id, words: words(500) }), output: Nothing, errors: ended }),
  /** The answer. An earlier one stays in the history, and a new one is asked about again. */
  'suggestion.answer': operation({
    ...office,
    input: z.object({ suggestionId: Id, verdict: z.enum(verdicts), words: words(1000) }),
    output: Nothing,
  }),
  /** What came of one that was adopted. */
  'suggestion.outcome': operation({
    ...office,
    input: z.object({ suggestionId: Id, words: words(500), photoFileIds: Photos.optional() }),
    output: Nothing,
    errors: ['SUGGESTION_UNANSWERED'],
  }),
  /** At and below an organization, the latest first; `state` chooses one, `late` those whose day is over. */
  'suggestion.list': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, state: z.enum([...suggestionStates, 'open', 'late']).optional(), cursor: Cursor.optional() }),
    output: page(Item).extend({ may: z.array(z.enum(['export'])) }),
  }),
  'suggestion.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, state: z.enum([...suggestionStates, 'open', 'late']).optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
