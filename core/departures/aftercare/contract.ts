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

const Summary = z.object({
  memberId: Id,
  name: z.string(),
  branchId: Id,
  diedOn: IsoDate,
  markedAt: InstantMs,
  markedBy: z.string(),
  /** Steps done, all steps, and those whose day has gone by. */
  done: z.int(),
  steps: z.int(),
  late: z.int(),
})

const officers = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

export const aftercare = {
  /** What marking this death would stop and empty, before anything is done (P34, S3). */
  'aftercare.look': operation({
    who: ['secretary', 'street'],
    of: 'memberId',
    input: z.object({ memberId: Id }),
    output: z.object({
      name: z.string(),
      offices: z.array(Office),
      /** Who looked after them, and whom they looked after. */
      helpers: z.array(Person),
      elders: z.array(Person),
      activities: z.array(z.string()),
      shifts: z.array(z.string()),
      familyHelpers: z.array(z.string()),
      /** Requests of others in their hands. */
      requests: z.int(),
      specialCare: z.boolean(),
      /** Who may be of the household, and why it is thought so. */
      household: z.array(Person.extend({ why: z.string() })),
      quietDays: z.int(),
    }),
    errors: ['AFTERCARE_MARKED'],
  }),
  /** Marks a death: everything for the living stops, the checklist opens. Said again, it changes nothing. */
  'aftercare.mark': operation({
    who: ['secretary', 'street'],
    of: 'memberId',
    input: z.object({
      memberId: Id,
      diedOn: IsoDate,
      /** Who told it: 女儿李敏. */
      toldBy: line(40),
      /** The last character of the name, typed. */
      nameEnd: line(4),
      bereavedIds: z.array(Id).max(10),
    }),
    output: z.object({ undoUntil: InstantMs }),
    errors: ['AFTERCARE_NAME_WRONG', 'AFTERCARE_DATE_WRONG'],
  }),
  /** It was a mistake: within a day, and by the bureau at any time, what stopped begins again. Answers what could not be given back. */
  'aftercare.undo': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'memberId',
    input: z.object({ memberId: Id, reason: line(100) }),
    output: z.object({ lost: z.array(z.string()) }),
    errors: ['AFTERCARE_UNDO_LATE'],
  }),
  /** One family: all of it for the officers over it; for whoever merely has steps there (a former contact), those alone. */
  'aftercare.get': operation({
    who: 'member',
    input: z.object({ memberId: Id }),
    output: z.object({
      memberId: Id,
      name: z.string(),
      diedOn: IsoDate,
      checklist: z.array(Step),
      /** What the officers over the family see beside it. */
      officers: Summary.omit({ memberId: true, name: true, diedOn: true })
        .extend({
          toldBy: z.string(),
          undoUntil: InstantMs,
          /** Whether the caller can still take it back. */
          mayUndo: z.boolean(),
          offices: z.array(Office),
          bereaved: z.array(Person),
          quietUntil: IsoDate,
        })
        .nullable(),
    }),
  }),
  /** What is still for the caller to do, family by family, whatever office they hold or none. */
  'aftercare.mine': operation({
    who: 'member',
    input: Nothing,
    output: z.object({
      items: z.array(Person.extend({ steps: z.array(Step.pick({ title: true, by: true })) })),
    }),
  }),
  /** Of an organization, the latest first. */
  'aftercare.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: z.object({ items: z.array(Summary), cursor: Cursor.nullable(), open: z.int() }),
  }),
  /** Ticks a step, or takes the tick back: the branch's officers any step, whoever else has steps there their own. */
  'aftercare.tick': operation({
    who: 'member',
    input: z.object({ memberId: Id, stepId: Id, done: z.boolean(), note: text(200).optional() }),
    output: z.object({ checklist: z.array(Step) }),
  }),
  /** Adds a step, changes one, or takes one away. */
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
  /** Whom in the household festive things leave in peace, and until when (as it was unless said; from the day of the death to a year after it). */
  'aftercare.bereaved': operation({
    who: ['secretary', 'street'],
    of: 'memberId',
    input: z.object({ memberId: Id, bereavedIds: z.array(Id).max(10), until: IsoDate.optional() }),
    output: Nothing,
  }),
  /** For whoever helped an elder that died: whom of the branch to turn to. Open to all, since nothing else is left to them. */
  'aftercare.contact': operation({
    who: 'anyone',
    input: Nothing,
    output: z.object({
      items: z.array(z.object({ name: z.string(), contacts: z.array(z.object({ name: z.string(), phone: z.string() })) })),
    }),
  }),
} as const
