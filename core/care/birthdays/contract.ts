import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, Id, IsoDate, page } from '../../shared/schemas'

/** 生日 and 政治生日 (the day of joining the Party, S1,3). */
export const celebrationKinds = ['birthday', 'political'] as const

/** Longer than other ids: it is made of the member, the kind and the year. */
const CelebrationId = z.string().min(1).max(100)

const Celebration = z.object({
  celebrationId: CelebrationId,
  memberId: Id,
  name: z.string(),
  kind: z.enum(celebrationKinds),
  /** The day; where only the month is known, the first day that it may be, and `exact` is false. */
  on: IsoDate,
  exact: z.boolean(),
  /** Years of age or in the Party; the year of birth is always known. */
  years: z.int(),
  /** 80, 90, 100; 光荣在党50年. */
  round: z.boolean(),
  /** The lunar date in the roster, for the officer who calls: 农历九月初九. */
  lunar: z.string().optional(),
  bound: z.boolean(),
  /** Has the greeting been put into the inbox? */
  greeted: z.boolean(),
})

const GreetingCard = z.object({
  name: z.string(),
  kind: z.enum(celebrationKinds),
  on: IsoDate,
  years: z.int(),
  round: z.boolean(),
  /** The household mourns: the card is plain. */
  quiet: z.boolean(),
  branchName: z.string(),
})

export const birthdays = {
  /** The celebrations from one day to another, both included, by day (P45). */
  'birthday.list': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id, from: IsoDate, to: IsoDate, cursor: Cursor.optional() }),
    output: page(Celebration).extend({
      /** Members whose birthday the roster does not know to the month. */
      unknown: z.array(z.object({ memberId: Id, name: z.string() })),
    }),
  }),
  /** The card of the caller's own day, or of an elder they act for; null where there is none (yet or any more). */
  'birthday.greeting': operation({
    who: 'member',
    input: z.object({ celebrationId: CelebrationId }),
    output: z.object({ card: GreetingCard.nullable() }),
  }),
} as const
