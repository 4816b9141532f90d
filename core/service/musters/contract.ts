import * as z from 'zod'
import { operation } from '../../shared/operation'
import { doorRefusals } from '../../shared/refusals'
import { Cursor, FileId, Id, InstantMs, Nothing, Place, Point, line, page, text } from '../../shared/schemas'
import { shiftOverlaps } from '../posts/contract'
import { MOST_CELLS, musterAnswers, musterLists } from './kinds'

const Answer = z.enum(musterAnswers)
/** A cell of the grid: the place and the shift by their index in the muster. */
const Slot = z.object({ place: z.int().min(0).max(MOST_CELLS), shift: z.int().min(0).max(MOST_CELLS) })
const Shift = z.object({ startsAt: InstantMs, endsAt: InstantMs })
const Cell = Slot.extend({ need: z.int(), coming: z.int(), arrived: z.int() })
const Sums = z.object({ called: z.int(), coming: z.int(), late: z.int(), no: z.int(), silent: z.int(), arrived: z.int() })
const Silent = z.object({
  memberId: Id,
  name: z.string(),
  /** Has a WeChat account, and so was sent the message. */
  bound: z.boolean(),
  /** Has opened the page, and not answered. */
  seen: z.boolean(),
  /** How often they were rung up and not reached. */
  tries: z.int(),
})
const Arrived = z.object({ slot: Slot, at: InstantMs, leftAt: InstantMs.optional(), by: z.string().optional() })
const Person = Silent.extend({
  /** Where they belong. */
  branchName: z.string(),
  answer: Answer.nullable(),
  slots: z.array(Slot),
  arrivals: z.array(Arrived),
  /** Who answered, where it was not the person. */
  by: z.string().optional(),
})
const Mine = z.object({ answer: Answer.nullable(), slots: z.array(Slot), arrivals: z.array(Arrived) })
const Head = {
  ...{ musterId: Id, orgId: Id, orgName: z.string(), title: z.string(), startsAt: InstantMs, endsAt: InstantMs },
  state: z.enum(['open', 'ended']),
  calledAt: InstantMs,
}
const Marked = z.object({ memberId: Id, state: z.enum(['recorded', 'already', 'rejected']) })

const about = { musterId: Id }
const over = ['MUSTER_ENDED'] as const
/** Each within their own part of those called: an officer over the muster all of it, a secretary or a group's leader their own people. */
const leaders = { who: 'self', of: 'musterId' } as const

/** Emergency musters (P22 巡堤护湖): a grid of places × shifts, everybody in scope called at once, three answers, a roll-call, an end with thanks. */
export const musters = {
  /**
   * Calls everybody at or below the organization: service message and inbox, at any hour. Not the frail, nor with `elders: false` those from eighty on.
   * `called` counts those whose call is written; where `going`, the timer goes on with the others.
   */
  'muster.call': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z
      .object({
        orgId: Id,
        title: line(40),
        why: text(500),
        places: z.array(Place).min(1).max(50),
        shifts: z.array(Shift).min(1).max(60),
        /** How many each place needs at each shift. */
        need: z.int().min(1).max(500),
        elders: z.boolean().optional(),
        /** After so many minutes without an answer a person stands on their leaders' list to ring. */
        ringAfter: z.int().min(5).max(240).optional(),
      })
      .refine(({ places, shifts }) => places.length * shifts.length <= MOST_CELLS, { path: ['shifts'] }),
    output: z.object({ musterId: Id, called: z.int(), going: z.boolean() }),
    errors: ['MUSTER_TIMES_WRONG'],
  }),
  /** What one called may see, and what a leader sees of their own part: the grid as it stands now, and who has not answered (the first hundred). */
  'muster.get': operation({
    ...leaders,
    input: z.object(about),
    output: z.object({
      ...Head,
      why: z.string(),
      places: z.array(Place),
      shifts: z.array(Shift),
      need: z.int(),
      /** Of the whole muster. */
      grid: z.array(
        Cell.extend({
          lead: z.object({ memberId: Id, name: z.string() }).optional(),
          /** The shift that relieves it at that place. */
          relief: z.int().optional(),
          handedOver: z.object({ at: InstantMs, by: z.string(), words: z.string() }).optional(),
        }),
      ),
      /** Of a leader's own part; null for one who leads none. */
      sums: Sums.nullable(),
      silent: z.array(Silent),
      /** From when on the silent are to be rung. */
      ringAt: InstantMs,
      mine: Mine.nullable(),
      thanks: z.string().optional(),
      may: z.array(z.enum(['answerFor', 'arrive', 'remind', 'lead', 'handOver', 'end', 'export', 'codes'])),
    }),
  }),
  /** With `orgId` those at, below and above it; else those that the caller is called to. The latest first. */
  'muster.list': operation({
    who: 'self',
    of: 'orgId',
    input: z.object({ orgId: Id.optional(), cursor: Cursor.optional() }),
    output: page(z.object({ ...Head, answer: Answer.nullable() })),
  }),
  /**
   * 能来, 晚到 or 不能来, in one tap. With `slot` that cell, beside those one has at other hours (`instead`: in their place); without one the emptiest nearest
   * is given, unless one has a cell. `no` gives all of them back.
   */
  'muster.answer': operation({
    ...leaders,
    input: z.object({ ...about, answer: Answer, slot: Slot.optional(), instead: z.boolean().optional() }),
    output: z.object({ answer: Answer, slots: z.array(Slot) }),
    errors: ['NOT_INVITED', ...over, shiftOverlaps],
  }),
  /** What a person on the phone said to their leader or secretary. */
  'muster.answerFor': operation({
    ...leaders,
    input: z.object({ ...about, memberId: Id, answer: Answer, slot: Slot.optional(), instead: z.boolean().optional() }),
    output: z.object({ answer: Answer, slots: z.array(Slot) }),
    errors: [...over, shiftOverlaps],
  }),
  /** Rung up and not reached; the person stays on the list. */
  'muster.rung': operation({
    ...leaders,
    input: z.object({ ...about, memberId: Id }),
    output: z.object({ tries: z.int() }),
    errors: over,
  }),
  /** The called of the caller's part by what they said, or all that a cell has (`slot`). */
  'muster.people': operation({
    ...leaders,
    input: z.object({ ...about, list: z.enum(musterLists), slot: Slot.optional(), cursor: Cursor.optional() }),
    output: page(Person),
  }),
  /** Asks those once more who have not answered, and no others. `asked` is how many there are. */
  'muster.remind': operation({ kept: true, ...leaders, input: z.object(about), output: z.object({ asked: z.int() }), errors: over }),
  /** Codes of the next ten minutes for the roll-call, as `attendance.codes`. */
  'muster.codes': operation({
    ...leaders,
    input: z.object(about),
    output: z.object({ codes: z.array(z.object({ code: z.string(), from: InstantMs, to: InstantMs })) }),
    errors: over,
  }),
  /** One's own roll-call, by the code on a leader's screen or by being near. Who is there already always hears so. */
  'muster.signIn': operation({
    ...leaders,
    input: z.object({ ...about, code: z.string().max(32).optional(), point: Point.optional(), slot: Slot.optional() }),
    output: z.object({ state: z.literal('arrived'), slot: Slot, at: InstantMs, first: z.boolean() }),
    errors: ['NOT_INVITED', ...over, ...doorRefusals],
  }),
  /**
   * Roll-call by name, perhaps made without a network and sent later, several times: `at` is when, by the clock of the phone that says `sentAt` as it sends.
   * Who was not called and came all the same is taken in.
   */
  'muster.arrive': operation({
    kept: true,
    ...leaders,
    input: z.object({
      ...about,
      memberIds: z.array(Id).min(1).max(500),
      slot: Slot.optional(),
      at: InstantMs.optional(),
      sentAt: InstantMs.optional(),
    }),
    output: z.object({ arrived: z.int(), results: z.array(Marked) }),
    errors: over,
  }),
  /** Who leads a shift at a place; null takes it back. They see its people and hand it over. */
  'muster.lead': operation({
    ...leaders,
    input: z.object({ ...about, slot: Slot, memberId: Id.nullable() }),
    output: Nothing,
    errors: over,
  }),
  /** The shift is handed over to the one that relieves it: those there have done their part, and those who come next read the words. */
  'muster.handOver': operation({
    ...leaders,
    input: z.object({ ...about, slot: Slot, words: text(200) }),
    output: z.object({ relieved: z.int() }),
    errors: over,
  }),
  /** The end for all: no more hands are needed, thanks go out, and the hours of those who were there are credited, once. */
  'muster.end': operation({
    ...leaders,
    input: z.object({ ...about, words: text(200).optional() }),
    output: z.object({ arrived: z.int() }),
  }),
  'muster.export': operation({ kept: true, ...leaders, input: z.object(about), output: z.object({ fileId: FileId, url: z.string() }) }),
} as const
