import * as z from 'zod'
import { operation, roles } from '../../shared/operation'
import { Id, InstantMs, IsoDate, Nothing, line, text } from '../../shared/schemas'

const Cursor = z.string().min(1).max(220)
const Office = z.object({ role: z.enum(roles), orgId: Id, orgName: z.string() })
const Person = z.object({ memberId: Id, name: z.string() })

const Step = z.object({
  stepId: Id,
  title: z.string(),
  who: z.string(),
  whoId: Id.optional(),
  by: IsoDate,
  done: z.object({ at: InstantMs, name: z.string(), note: z.string() }).optional(),
})

/** The same as it is shown to one reader, with what they may do about it. */
const OpenStep = Step.extend({ may: z.array(z.enum(['tick', 'plan'])) })

const Summary = z.object({
  memberId: Id,
  name: z.string(),
  branchId: Id,
  diedOn: IsoDate,
  markedAt: InstantMs,
  markedBy: z.string(),
  /** Steps done, all steps, and undone steps whose day has passed. */
  done: z.int(),
  steps: z.int(),
  late: z.int(),
})

const officers = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

export const aftercare = {
  /** What marking this death would stop, before anything is done (P34, S3). */
  'aftercare.look': operation({
    who: ['secretary', 'street'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({
      name: z.string(),
      offices: z.array(Office),
      /** The member's helpers, and the elders the member looked after. */
      helpers: z.array(Person),
      elders: z.array(Person),
      activities: z.array(z.string()),
      shifts: z.array(z.string()),
      familyHelpers: z.array(z.string()),
      /** Open requests of others that the member owns. */
      requests: z.int(),
      specialCare: z.boolean(),
      /** Members who may belong to the household, and why. */
      household: z.array(Person.extend({ why: z.string() })),
      quietDays: z.int(),
    }),
    errors: ['AFTERCARE_MARKED'],
  }),
  /** Marks a death: everything for the living stops, the checklist opens. Repeating it changes nothing. */
  'aftercare.mark': operation({
    ranked: 'over',
    who: ['secretary', 'street'],
    of: 'memberId',
    input: z.object({
      memberId: Id,
      diedOn: IsoDate,
      /** Who brought the news: 女儿李敏. */
      toldBy: line(40),
      /** The last character of the name, typed again. */
      nameEnd: line(4),
      bereavedIds: z.array(Id).max(10),
    }),
    output: z.object({ undoUntil: InstantMs }),
    errors: ['AFTERCARE_NAME_WRONG', 'AFTERCARE_DATE_WRONG'],
  }),
  /** Undoes a marking by mistake, within a day, by the bureau at any time; what was stopped is given back. Answers what could not be. */
  'aftercare.undo': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id, reason: line(100) }),
    output: z.object({ lost: z.array(z.string()) }),
    errors: ['AFTERCARE_UNDO_LATE'],
  }),
  /** One family: all of it for the officers over it; for others with steps there (such as a former contact) those steps only. */
  'aftercare.get': operation({
    who: 'self',
    input: z.object({ memberId: Id }),
    output: z.object({
      memberId: Id,
      name: z.string(),
      diedOn: IsoDate,
      checklist: z.array(OpenStep),
      /** What the reader may do for the family as a whole; `plan`: add a step. */
      may: z.array(z.enum(['plan', 'undo', 'bereaved'])),
      /** How it was marked and what came of it: for the officers over the family alone. */
      marking: Summary.omit({ memberId: true, name: true, diedOn: true })
        .extend({
          toldBy: z.string(),
          undoUntil: InstantMs,
          offices: z.array(Office),
          bereaved: z.array(Person),
          quietUntil: IsoDate,
        })
        .nullable(),
    }),
  }),
  /** The steps the caller still has to do, by family, whether or not they hold an office. */
  'aftercare.mine': operation({
    who: 'self',
    input: Nothing,
    output: z.object({
      items: z.array(Person.extend({ steps: z.array(Step.pick({ title: true, by: true })) })),
    }),
  }),
  /** The deaths of an organization, the latest first. */
  'aftercare.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: z.object({ items: z.array(Summary), cursor: Cursor.nullable(), open: z.int(), may: z.array(z.enum(['mark'])) }),
  }),
  /** Ticks a step or unticks it: officers of the branch any step, others their own. */
  'aftercare.tick': operation({
    who: 'self',
    input: z.object({ memberId: Id, stepId: Id, done: z.boolean(), note: text(200).optional() }),
    output: z.object({ checklist: z.array(Step) }),
  }),
  /** Adds a step, changes one or removes one. */
  'aftercare.plan': operation({
    who: ['secretary'],
    of: 'memberId',
    input: z.object({
      memberId: Id,
      stepId: Id.optional(),
      title: line(40).optional(),
      who: line(20).optional(),
      by: IsoDate.optional(),
      remove: z.boolean().optional(),
    }),
    output: z.object({ checklist: z.array(Step) }),
  }),
  /** Names the household members that festive things spare, and until when (unchanged where missing; from the day of the death to a year later). */
  'aftercare.bereaved': operation({
    who: ['secretary', 'street'],
    of: 'memberId',
    input: z.object({ memberId: Id, bereavedIds: z.array(Id).max(10), until: IsoDate.optional() }),
    output: Nothing,
  }),
  /**
   * For the family helper of an elder who died: the people of the branch to turn to. Open to anyone, because the helper's account has no
   * other rights left.
   */
  'aftercare.contact': operation({
    who: 'anyone',
    input: Nothing,
    output: z.object({
      items: z.array(z.object({ name: z.string(), contacts: z.array(z.object({ name: z.string(), phone: z.string() })) })),
    }),
  }),
} as const
