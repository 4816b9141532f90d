import * as z from 'zod'
import { operation } from '../../shared/operation'
import { FileId, Id, InstantMs, IsoDate, Nothing, text } from '../../shared/schemas'
import { careRungs, specialKinds } from './kinds'

const Days = z.int().min(1).max(366)
const Rhythm = z.object({ callDays: Days.nullable(), visitDays: Days.nullable() })
const Settings = z.object({
  elderlyAge: z.int().min(60).max(100),
  rhythms: z.object({
    alone: Rhythm,
    'empty-nest': Rhythm,
    disabled: Rhythm,
    'half-disabled': Rhythm,
    bedridden: Rhythm,
    elderly: Rhythm,
  }),
  clocks: z.object({ liaison: Days, leader: Days, secretary: Days }),
  /** How many days a mourning household is spared everything festive. */
  quietDays: z.int().min(0).max(366),
})

const Cursor = z.string().min(1).max(220)
/** An elder in special care: what is late, or by when the next contact is due. */
const Item = z.object({
  memberId: Id,
  name: z.string(),
  kinds: z.array(z.enum(specialKinds)),
  branchId: Id,
  branchName: z.string(),
  groupName: z.string().optional(),
  late: z.array(z.enum(['call', 'visit'])),
  /** 1 on the first day. */
  daysLate: z.int(),
  /** The last day on which a call, or a visit, is in time. */
  callBy: IsoDate.optional(),
  visitBy: IsoDate.optional(),
  lastCallAt: InstantMs.optional(),
  lastVisitAt: InstantMs.optional(),
  /** The highest rung that was told that it is late. */
  rung: z.enum(careRungs).nullable(),
  /** The helpers paired with the elder. */
  helpers: z.array(z.string()),
})
const Entry = z.object({
  by: z.enum(['call', 'visit']),
  reached: z.boolean(),
  note: z.string(),
  at: InstantMs,
  who: z.string(),
  /** The phone's clock was wrong: that is when it was told, not when it was. */
  doubtful: z.boolean().optional(),
})

const officers = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

export const specialCare = {
  /** Everyone in special care below an organization (P43, S4), the longest overdue first. */
  'care.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: z.object({
      items: z.array(Item),
      cursor: Cursor.nullable(),
      counts: z.object({ concerned: z.int(), overdue: z.int() }),
      may: z.array(z.enum(['configure', 'export'])),
    }),
  }),
  /**
   * The elders the caller is to call and visit: paired with them, or under their office as a liaison and paired with no one; the
   * longest overdue first.
   */
  'care.mine': operation({ who: 'self', input: Nothing, output: z.object({ items: z.array(Item) }) }),
  /** One elder, with the latest contacts. */
  'care.get': operation({
    who: 'self',
    input: z.object({ memberId: Id }),
    output: z.object({ item: Item.nullable(), name: z.string(), log: z.array(Entry) }),
  }),
  /** The elder's numbers; leaves an audit row. */
  'care.phone': operation({
    who: 'self',
    input: z.object({ memberId: Id }),
    output: z.object({ phones: z.array(z.string()), emergency: z.array(z.object({ name: z.string(), phone: z.string() })) }),
  }),
  /** Notes a call or a visit; an attempt (`reached` false) is kept and changes nothing else. */
  'care.contact': operation({
    who: 'self',
    input: z.object({
      memberId: Id,
      by: z.enum(['call', 'visit']),
      reached: z.boolean().optional(),
      note: text(300).optional(),
      /** When it was, if not just now. */
      at: InstantMs.optional(),
      /** Where `at` is by the clock of the phone: the hour of sending by the same clock, which corrects it by how far that clock is from ours. */
      sentAt: InstantMs.optional(),
    }),
    output: z.object({ item: Item.nullable() }),
  }),
  /** The settings that hold there: those of the nearest organization that has any, else the usual ones. */
  'care.settings': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: Settings.extend({ from: z.object({ orgId: Id, name: z.string() }).nullable() }),
  }),
  'care.configure': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: Settings.extend({ orgId: Id }),
    output: Nothing,
  }),
  /** The list as a workbook, up to 5,000 rows. */
  'care.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
