import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs, IsoDate, line } from '../../shared/schemas'
import { standings } from '../roster/contract'

const Place = z.object({ orgId: Id, name: z.string() })

/** One person as a line; the phone masked. */
const Found = z.object({
  memberId: Id,
  name: z.string(),
  branchName: z.string(),
  groupName: z.string().optional(),
  age: z.int().optional(),
  standing: z.enum(standings).optional(),
  maskedPhone: z.string().optional(),
})

/** What a capability knows of a person, for an officer: when, in words without anything written down in confidence, and what it opens. */
export const factKinds = ['activity', 'visit', 'visit-due', 'care', 'request', 'helper'] as const
const Fact = z.object({
  kind: z.enum(factKinds),
  words: z.string(),
  at: InstantMs.optional(),
  on: IsoDate.optional(),
  /** Not over, and late. */
  late: z.boolean().optional(),
  /** Of the document, where a page shows it. */
  id: z.string().optional(),
})
export type Fact = z.infer<typeof Fact>

/** The district's desk: each member of a street or a district is found at once, with what there is of them. */
const officers = ['street', 'bureau'] as const
export const finding = {
  /**
   * People below an organization by any part of the name, the beginning of its pinyin or of its initials, or four or more last digits of a number; in the order
   * of their branches, 20 to a page. Too few digits find no one.
   */
  'person.find': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, words: line(30), cursor: z.string().min(1).max(400).optional() }),
    output: z.object({ items: z.array(Found), cursor: z.string().nullable() }),
  }),
  /** A person with what there is of them; leaves an audit row. */
  'person.get': operation({
    who: officers,
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: Found.extend({
      gender: z.enum(['male', 'female']).optional(),
      residence: z.string().optional(),
      bound: z.boolean(),
      /** From the caller's own office down to the branch. */
      places: z.array(Place),
      offices: z.array(z.string()),
      /** Latest first within each kind. */
      facts: z.array(Fact),
    }),
  }),
  /** The numbers to dial; leaves an audit row. */
  'person.phone': operation({
    who: officers,
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({ phones: z.array(z.string()), emergency: z.array(z.object({ name: z.string(), phone: z.string() })) }),
  }),
} as const
