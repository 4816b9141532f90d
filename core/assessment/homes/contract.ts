import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, Point, text } from '../../shared/schemas'
import { homeChecks } from './checks'

const keepers = ['secretary', 'street', 'bureau'] as const
const Look = z.object({ holds: z.boolean(), on: IsoDate, at: InstantMs, by: z.string(), words: z.string(), photoFileIds: z.array(FileId) })

/** A 老党员之家 with its ten checks, and the branches that share it. */
const Home = z.object({
  homeId: Id,
  orgId: Id,
  name: z.string(),
  address: z.string(),
  point: Point.optional(),
  branches: z.array(z.object({ branchId: Id, name: z.string() })),
  checks: z.array(
    z.object({
      check: z.enum(homeChecks),
      state: z.enum(['holds', 'lacks', 'unseen']),
      /** The latest look; there may be none. */
      last: Look.optional(),
    }),
  ),
  holds: z.int(),
  lacks: z.int(),
  unseen: z.int(),
})

/** 老党员之家 (P63): ten checks with photos and dates, one home for several branches. */
export const homes = {
  /** A new one, kept by an organization; with `homeId` puts it right. A branch that keeps one uses it. */
  'home.save': operation({
    who: keepers,
    of: 'orgId',
    input: z.object({ orgId: Id, name: line(30), address: line(100), point: Point.optional(), homeId: Id.optional() }),
    output: z.object({ homeId: Id }),
  }),
  /** A branch of the same district uses it from now on, or no more. */
  'home.share': operation({
    who: keepers,
    of: 'branchId',
    input: z.object({ branchId: Id, homeId: Id, uses: z.boolean() }),
    output: Nothing,
  }),
  /** One of the ten was looked at, on that day, by the caller. What was seen before is kept. */
  'home.check': operation({
    who: keepers,
    of: 'homeId',
    input: z.object({
      homeId: Id,
      check: z.enum(homeChecks),
      holds: z.boolean(),
      on: IsoDate,
      words: text(300).optional(),
      photoFileIds: z.array(FileId).max(6).optional(),
    }),
    output: Nothing,
  }),
  'home.get': operation({
    who: keepers,
    of: 'homeId',
    input: z.object({ homeId: Id }),
    output: Home.extend({
      looks: z.array(Look.extend({ check: z.enum(homeChecks) })),
      /** `save` is for those over its keeper: branches that only use it look at it, and may leave it. */
      may: z.array(z.enum(['check', 'save'])),
      /** The branches of which the caller may say that they use it no more. */
      leavers: z.array(Id),
    }),
  }),
  /** Those kept or used at and below an organization. */
  'home.list': operation({
    who: keepers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Home).extend({ may: z.array(z.enum(['save', 'export'])) }),
  }),
  /** Those of the district that a branch does not use yet. */
  'home.near': operation({
    who: keepers,
    of: 'branchId',
    input: z.object({ branchId: Id, cursor: Cursor.optional() }),
    output: page(z.object({ homeId: Id, name: z.string(), address: z.string(), branches: z.int() })),
  }),
  'home.export': operation({
    kept: true,
    who: keepers,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
