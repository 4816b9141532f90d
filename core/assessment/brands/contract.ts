import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { brandKinds, MOST_ACTIVITIES } from './rules'

const Kind = z.enum(brandKinds)
const readers = ['secretary', 'street', 'bureau'] as const
const Photos = z.array(FileId).max(9)
const Told = z.object({
  name: z.string(),
  story: z.string(),
  /** What has become better by it. */
  changed: z.string(),
  photoFileIds: z.array(FileId),
  activities: z.array(z.object({ activityId: Id, title: z.string(), on: IsoDate })),
  since: IsoDate,
})
const Shown = Told.extend({ brandId: Id, kind: Kind, branchId: Id, branchName: z.string(), changedAt: InstantMs, version: z.int() })
const Past = z.object({ name: z.string(), story: z.string(), changed: z.string(), since: IsoDate, until: IsoDate, why: z.string() })

/** 一支一品牌、一支一项目 (P62): a branch has one of each at a time, with its story; others learn from it. */
export const brands = {
  /** What a branch has, and had. */
  'brand.own': operation({
    who: readers,
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({
      branchName: z.string(),
      brand: Shown.nullable(),
      project: Shown.nullable(),
      past: z.array(Past.extend({ kind: Kind })),
      may: z.array(z.enum(['save', 'end'])),
    }),
  }),
  /**
   * Begins the branch's one, or goes on writing it. `version` is the one that was read; without it there was none. CONFLICT where another phone was faster: what
   * is there stands.
   */
  'brand.save': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({
      branchId: Id,
      kind: Kind,
      version: z.int().optional(),
      name: line(30),
      story: text(2000).min(1),
      changed: text(1000).optional(),
      photoFileIds: Photos.optional(),
      activityIds: z.array(Id).max(MOST_ACTIVITIES).optional(),
    }),
    output: z.object({ brandId: Id, version: z.int() }),
  }),
  /** It is the branch's no more, and stays in its history; another may begin. */
  'brand.end': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, kind: Kind, why: line(100) }),
    output: Nothing,
  }),
  /** Those of the reader's own district, the latest change first; by kind where it is named. */
  'brand.gallery': operation({
    who: 'self',
    input: z.object({ kind: Kind.optional(), cursor: Cursor.optional() }),
    output: page(
      z.object({
        ...{ brandId: Id, kind: Kind, name: z.string(), branchName: z.string(), story: z.string() },
        photoFileId: FileId.optional(),
        activities: z.int(),
      }),
    ),
  }),
  /** One of them. */
  'brand.read': operation({ who: 'self', of: 'brandId', input: z.object({ brandId: Id }), output: Shown.extend({ past: z.array(Past) }) }),
} as const
