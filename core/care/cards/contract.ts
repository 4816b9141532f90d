import * as z from 'zod'
import { operation } from '../../shared/operation'
import { phoneInvalid } from '../../shared/refusals'
import { FileId, Id, InstantMs, IsoDate, Nothing, Point, line } from '../../shared/schemas'
import { CARDS_ON_A_PAGE } from './page'

const Contact = z.object({ memberId: Id, name: z.string(), phone: z.string(), portrait: FileId.optional() })

const ServiceCard = z.object({
  /** The elder of the card. */
  elder: z.object({ memberId: Id, name: z.string(), portrait: FileId.optional() }),
  liaison: Contact.nullable(),
  groupLeader: Contact.nullable(),
  secretary: Contact.nullable(),
  teams: z.array(z.object({ teamId: Id, name: z.string(), phone: z.string(), contact: z.string() })),
  point: z.object({ name: z.string(), point: Point.optional(), phone: z.string().optional(), metres: z.int().optional() }).nullable(),
  /** The nearest service station, one that is open now before those that are closed. */
  station: z
    .object({
      stationId: Id,
      name: z.string(),
      open: z.boolean(),
      opensAt: InstantMs.nullable(),
      closedSoon: z.array(IsoDate),
      hours: z.object({ from: z.string(), to: z.string() }),
      phone: z.string().optional(),
      metres: z.int().optional(),
      onDuty: z.array(z.string()),
    })
    .nullable(),
})

const Venue = z.object({ name: line(40), point: Point.optional(), phone: line(20).optional() })

/** The longest scene of a mini-program code. */
const Code = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[0-9A-Za-z]+$/)

export const cards = {
  /** 亲情服务卡 (S3): the people an elder can ring with one tap. The numbers are duty numbers. */
  'card.get': operation({ who: 'member', input: z.object({ memberId: Id.optional() }), output: ServiceCard }),
  /** The card that a printed code opens: for the elder, their family, their helpers and officers over them. */
  'card.open': operation({ who: 'anyone', input: z.object({ code: Code }), output: ServiceCard, errors: ['CARD_NOT_YOURS'] }),
  /** The cards of one printed page, each with its mini-program code (a picture in base64). */
  'card.print': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, memberIds: z.array(Id).min(1).max(CARDS_ON_A_PAGE) }),
    output: z.object({ items: z.array(ServiceCard.extend({ branchName: z.string(), code: z.string() })) }),
  }),
  /** Where the branch receives people, as shown on the cards. */
  'card.point': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ point: Venue.nullable() }),
  }),
  /** Sets where the branch receives people: the service point of elders without a team's point nearer. */
  'card.setPoint': operation({
    who: ['secretary'],
    of: 'branchId',
    input: Venue.extend({ branchId: Id }),
    output: Nothing,
    errors: [phoneInvalid],
  }),
  /** Sets the caller's photo, which the elders they look after see on their cards, and those who look after them on their lists; without a file it is removed. */
  'card.portrait': operation({
    who: 'self',
    input: z.object({ fileId: FileId.optional() }),
    output: Nothing,
  }),
} as const
