import * as z from 'zod'
import { Place, FileId, Id, InstantMs, line } from '../../shared/schemas'

/** What the operations of `contract.ts` show of a post, its shifts and those who hold them. */

/** Who may claim: the branch (or group) that put it up, all who are bound, or the groups and branches named in `teamIds`. */
export const Audience = z.enum(['branch', 'open', 'teams'])
export const Contact = z.object({ name: line(20), phone: line(30).optional() })

const QueuePlace = z.object({ state: z.enum(['held', 'waiting']), position: z.int().positive().optional() })
export const Claimed = z.object({ state: z.enum(['held', 'waiting', 'withdrawn']), position: z.int().positive().optional() })
/** What the organizer said of it afterwards: who, when and why. */
export const Corrected = z.object({ by: z.string(), at: InstantMs, reason: z.string() })
const Mine = QueuePlace.extend({
  /** I offered it: to a person, or to all. */
  offered: z.enum(['person', 'anyone']).optional(),
  signedInAt: InstantMs.optional(),
  signedOutAt: InstantMs.optional(),
  minutes: z.int().optional(),
  noShow: z.boolean().optional(),
  corrected: Corrected.optional(),
})
export const ShiftView = z.object({
  shiftId: Id,
  startsAt: InstantMs,
  endsAt: InstantMs,
  places: z.int(),
  left: z.int(),
  waiting: z.int(),
  /** `closed`: it began, or the time for claiming is over. `full` can still be queued for. */
  state: z.enum(['open', 'full', 'closed', 'over', 'cancelled']),
  /** When it ended, where it was called off while it ran: what was served until then counts. */
  endedAt: InstantMs.optional(),
  /** Where the caller stands; null where they are not in its queue. */
  mine: Mine.nullable(),
  /** Places that are offered and the caller may take over. */
  offers: z.array(z.object({ fromMemberId: Id, name: z.string() })),
  /** Few claims and near its time; told to who runs the post, false for everybody else. */
  atRisk: z.boolean(),
})

const Head = z.object({
  postId: Id,
  orgId: Id,
  orgName: z.string(),
  kind: z.string(),
  title: z.string(),
  place: Place,
  audience: Audience,
  state: z.enum(['published', 'cancelled']),
})
export const Item = Head.extend({
  /** The first shift that is not over, and how many more there are; null when all are over. */
  next: ShiftView.nullable(),
  shifts: z.int(),
  /** Over all shifts that are not over. */
  places: z.int(),
  left: z.int(),
  waiting: z.int(),
  atRisk: z.boolean(),
  /** The caller's own shifts of it. */
  mine: z.array(ShiftView),
})
export const Full = Head.extend({
  bring: z.string(),
  body: z.string(),
  deadline: InstantMs.nullable(),
  /** The number is for those it concerns: who is in a queue, and who runs the post. */
  contact: Contact.nullable(),
  teamIds: z.array(Id),
  cancelReason: z.string().optional(),
  shifts: z.array(ShiftView),
  /** What the caller may do to it. Who is not known yet may look at an open post, and is asked to bind by the tap that claims. */
  may: z.array(z.enum(['claim', 'change', 'cancel', 'settle', 'thank'])),
  thanks: z.string().nullable(),
  myFeedback: z.object({ text: z.string(), photoFileIds: z.array(FileId) }).nullable(),
})

const Service = z.object({
  /** `none`: the organizer said that nothing counts. */
  state: z.enum(['in', 'served', 'no-show', 'none']),
  signedInAt: InstantMs.optional(),
  signedOutAt: InstantMs.optional(),
  minutes: z.int(),
  corrected: Corrected.optional(),
})
export const Holder = QueuePlace.extend({
  memberId: Id,
  name: z.string(),
  maskedPhone: z.string().optional(),
  at: InstantMs,
  /** Who claimed it for them, where it was another person. */
  by: z.string().optional(),
  /** On no roster: registered as a volunteer. */
  volunteer: z.boolean(),
  /** From which group chat it was claimed. */
  group: z.string().optional(),
  offered: z.enum(['person', 'anyone']).optional(),
  service: Service.nullable(),
})
export const Feedback = z.object({ memberId: Id, name: z.string(), text: z.string(), photoFileIds: z.array(FileId), at: InstantMs })
export const Gone = z.object({ shiftId: Id, memberId: Id, name: z.string(), at: InstantMs, reason: z.string() })
