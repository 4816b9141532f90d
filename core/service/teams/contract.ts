import * as z from 'zod'
import { requestKinds } from '../../shared/request-kinds'
import { operation } from '../../shared/operation'
import { ClockTime, Id, Nothing, Point, line } from '../../shared/schemas'

const Kinds = z.array(z.enum(requestKinds)).max(requestKinds.length)
/** `HH:mm` of Asia/Shanghai; one may run over midnight. */
const Quiet = z.object({ from: ClockTime, to: ClockTime })

const Team = z.object({
  teamId: Id,
  orgId: Id,
  name: line(30),
  /** What it is called for; none for a team that only keeps a station or gives talks. */
  kinds: Kinds,
  members: z.array(z.object({ memberId: Id, name: z.string() })),
  /** Where it starts from (站/点). */
  point: Point.optional(),
})

export const teams = {
  /**
   * The teams of one organization. With `around`, those of the organizations above it and of everything below too, as far as a map needs them:
   * where they start from and what they are called for, without their people.
   */
  'team.list': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, around: z.boolean().optional() }),
    output: z.object({ items: z.array(Team) }),
  }),
  'team.save': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: Team.omit({ members: true, teamId: true }).extend({ teamId: Id.optional(), memberIds: z.array(Id).min(1).max(50) }),
    output: z.object({ teamId: Id }),
  }),
  'team.remove': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, teamId: Id }),
    output: Nothing,
  }),
  /** What I offer to be asked for; nothing until I say so. */
  'helping.get': operation({
    who: 'self',
    input: z.object({}),
    output: z.object({
      kinds: Kinds,
      point: Point.optional(),
      quiet: Quiet.optional(),
      suggested: Kinds,
      /** A branch knows them, or an officer vouched for them: only then are they asked. */ known: z.boolean(),
    }),
  }),
  /** Offers, changes or (no kinds) withdraws; without a point one is not asked as a volunteer near. */
  'helping.set': operation({
    who: 'self',
    input: z.object({ kinds: Kinds, point: Point.optional(), quiet: Quiet.optional() }),
    output: Nothing,
  }),
} as const
