import * as z from 'zod'
import { operation } from '../../shared/operation'
import { FileId, Id, IsoDate, Nothing, line } from '../../shared/schemas'

const Year = z.int().min(2020).max(2100)
const office = { who: ['secretary', 'street', 'bureau'], of: 'orgId' } as const

/** Training periods (集中培训) that were held elsewhere, such as at a Party school: days by which hours are counted. One held by the branch itself is an activity. */
export const trainings = {
  /** Who was at a training, and for how many half days; all of them or none (NOT_FOUND). */
  'training.record': operation({
    ...office,
    input: z.object({
      orgId: Id,
      title: line(60),
      place: line(60).optional(),
      from: IsoDate,
      to: IsoDate,
      halfDays: z.int().min(1).max(120),
      memberIds: z.array(Id).min(1).max(300),
    }),
    output: z.object({ trainingId: Id }),
  }),
  /** Takes back one that was recorded by mistake. */
  'training.remove': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'trainingId',
    input: z.object({ trainingId: Id }),
    output: Nothing,
  }),
  /** The trainings of a year that the organization recorded, the latest first; `waiting`: of a branch, those of its committee who were at none yet. */
  'training.list': operation({
    ...office,
    input: z.object({ orgId: Id, year: Year }),
    output: z.object({
      items: z.array(
        z.object({
          trainingId: Id,
          title: z.string(),
          place: z.string(),
          from: IsoDate,
          to: IsoDate,
          halfDays: z.int(),
          hours: z.number(),
          people: z.array(z.object({ memberId: Id, name: z.string() })),
        }),
      ),
      waiting: z.array(z.object({ memberId: Id, name: z.string() })),
    }),
  }),
  'training.export': operation({
    ...office,
    kept: true,
    input: z.object({ orgId: Id, year: Year }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
