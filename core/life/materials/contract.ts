import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, Nothing, line, page } from '../../shared/schemas'

const Count = z.int().min(1).max(100_000)
const Each = z.int().min(1).max(20)
const MemberIds = z.array(Id).max(500)

const Material = z.object({
  materialId: Id,
  title: z.string(),
  on: IsoDate,
  /** What came; of which `given` went out to members and to organizations below; `remaining` = received − given. */
  received: z.int(),
  given: z.int(),
  remaining: z.int(),
  /** The organization above that sent it. */
  fromName: z.string().optional(),
  /** Of that which was sent here: that it came is not said yet. */
  onTheWay: z.boolean(),
  /** Of those it was handed to, how many have it for sure. */
  people: z.int(),
  ticked: z.int(),
})
const Handing = z.object({
  memberId: Id,
  name: z.string(),
  count: z.int(),
  on: IsoDate,
  gotOn: IsoDate.optional(),
  gotBy: z.string().optional(),
})
const SHORT = refusal('MATERIAL_SHORT', z.object({ left: z.int() }))
const keepers = { who: ['secretary', 'street', 'bureau'] } as const
const visitor = { who: ['secretary', 'leader', 'liaison'], of: 'memberId' } as const

/** Materials handed out (P13): what, how many, to which member or branch; received − handed = left, always. */
export const materials = {
  /** What a branch received, and the members it hands it to at once, `each` so many (one unless said). MATERIAL_SHORT where it is not enough for all. */
  'material.give': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, title: line(60), count: Count, memberIds: MemberIds, on: IsoDate, each: Each.optional() }),
    output: z.object({ materialId: Id }),
    errors: [SHORT],
  }),
  /** Hands more of it out; who was handed it already is passed over. */
  'material.hand': operation({
    who: ['secretary'],
    of: 'materialId',
    input: z.object({ materialId: Id, memberIds: MemberIds.min(1), on: IsoDate, each: Each.optional() }),
    output: z.object({ remaining: z.int() }),
    errors: [SHORT],
  }),
  /** A handing-out that was a mistake, or that came back: it is left again. */
  'material.takeBack': operation({
    who: ['secretary'],
    of: 'materialId',
    input: z.object({ materialId: Id, memberId: Id }),
    output: z.object({ remaining: z.int() }),
  }),
  /** What an organization above received and sends to those below it; with `materialId` more of the same. Each gets a stock of its own; sent to once, it is passed over. */
  'material.send': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      materialId: Id.optional(),
      title: line(60),
      count: Count,
      branches: z.array(z.object({ orgId: Id, count: Count })).max(300),
      on: IsoDate,
    }),
    output: z.object({ materialId: Id, remaining: z.int() }),
    errors: [SHORT],
  }),
  /** What was sent here came. */
  'material.arrived': operation({ ...keepers, of: 'materialId', input: z.object({ materialId: Id }), output: Nothing }),
  /** That a member has it, or not after all: ticked by the secretary, or by the officer who brought it. */
  'material.tick': operation({ ...visitor, input: z.object({ memberId: Id, materialId: Id, got: z.boolean() }), output: Nothing }),
  /** What a member was handed, what is not ticked first. */
  'material.of': operation({
    ...visitor,
    input: z.object({ memberId: Id }),
    output: z.object({ items: z.array(Handing.omit({ memberId: true, name: true }).extend({ materialId: Id, title: z.string() })) }),
  }),
  /** The materials of a branch, or of an organization above, the latest first. */
  'material.list': operation({
    ...keepers,
    of: 'branchId',
    input: z.object({ branchId: Id, cursor: Cursor.optional() }),
    output: page(Material).extend({ may: z.array(z.enum(['give'])) }),
  }),
  /** One of them with everybody it was handed to. */
  'material.get': operation({
    ...keepers,
    of: 'materialId',
    input: z.object({ materialId: Id }),
    output: Material.extend({
      orgId: Id,
      handed: z.array(Handing),
      sent: z.array(z.object({ orgId: Id, name: z.string(), count: z.int(), on: IsoDate, arrivedOn: IsoDate.optional() })),
      may: z.array(z.enum(['hand', 'arrived'])),
    }),
  }),
  /** All of them as a workbook, with everybody they were handed to. */
  'material.export': operation({
    ...keepers,
    kept: true,
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
