import type { ActivityKind, Place, Template } from '../../core/activities/contract'
import type { AttendanceState, Row } from '../../core/attendance/marks'
import type { Claim, Shift } from '../../core/posts/rules'
import type { Case } from '../../core/requests/case'
import type { Settings } from '../../core/requests/contract'
import type { Filing } from '../../core/requests/filing'
import type { Tally } from '../../core/requests/figures'
import type { RequestKind } from '../../core/requests/kinds'
import type { Relation } from '../../core/identity/contract'
import type { MessageKind } from '../../core/messages/contract'
import type { MessageFields } from '../../core/messages/templates'
import type { branchKinds, organizationKinds } from '../../core/organizations/contract'
import type { PreviewRow, Profile } from '../../core/roster/contract'
import type { DateText, Instant, Role } from '../../core/shared/operation'
import type * as z from 'zod'
import type { StoredPoint } from './geo'

/** Who did something: the person at the phone, and in what capacity when it was not for themselves. */
export interface Actor {
  openid: string
  memberId: string | null
  name: string
  /** How a family helper stands to the elder they act for. */
  relation?: string
}

/** A WeChat account. Its `_id` is the OPENID, so that one account can never be bound twice. */
export interface Account {
  _id: string
  memberId: string | null
  /** Everyone this account may act as: itself first, then the elders it helps. The identity look-up joins on it. */
  people: string[]
  /** The helper's own name, told when they were invited. */
  name?: string
  actingFor: { bondId: string; memberId: string; relation: Relation; consent: string; since: Instant }[]
  privacy?: { version: string; at: Instant }
  verifiedPhone?: string
  /** The getPhoneNumber code that verified it; WeChat takes a code once, so a resent request is known by it. */
  verifiedWith?: string
  verifiedAt?: Instant
  createdAt: Instant
}

export interface Organization {
  _id: string
  name: string
  kind: (typeof organizationKinds)[number]
  branchKind?: (typeof branchKinds)[number]
  parentId: string | null
  /** `/committee/street/branch/`: whoever holds a role over a prefix holds it over this organization. */
  path: string
  closedAt?: Instant
  /** Grows by one with every committed import; two imports previewed side by side cannot both be committed. */
  rosterVersion: number
  rosterCommit?: string
  history: { at: Instant; by: string; what: string; commandId?: string }[]
}

export interface Grant {
  role: Role
  orgId: string
  path: string
}

export interface Member extends Profile {
  _id: string
  branchId: string
  groupId: string | null
  /** Path of the group, or of the branch for whoever is in no group. */
  path: string
  affiliates: { branchId: string; path: string }[]
  grants: Grant[]
  state: 'active' | 'moved' | 'dead'
  /** Grows with every change, so that a change prepared on an older look is noticed. */
  version: number
  /** The import and row that created it, so that a commit run twice creates nothing twice. */
  importedBy?: string
  bound: boolean
  /** Where they live, on the map; told by themselves. */
  home?: StoredPoint
  /** What they offer to be asked for as a volunteer (P30); nothing where it is missing. */
  helping?: { kinds: RequestKind[]; quiet?: { from: string; to: string } }
  /** Shifts that the member queues for, so that two claims at once cannot overlap; the queues of the posts are the truth. */
  claims?: Commitment[]
  /** Grows with every claim: of two at once one finds it moved. */
  claimSeq?: number
}

/** A request for help and what the indexes see of it (P30). */
export interface HelpRequest extends Case, Filing {}

/** A service team of an organization (P21), as far as dispatching needs it. */
export interface Team {
  _id: string
  orgId: string
  path: string
  name: string
  kinds: RequestKind[]
  memberIds: string[]
  point?: { lng: number; lat: number }
  createdBy: Actor
}

/** The ladder's clocks of one organization and everything below it. */
export interface DispatchSettings extends Settings {
  _id: string
  name: string
  by: Actor
  at: Instant
}

/**
 * The figures of one organization and month, counted from its rows or from those directly under it; `_id` is `<organization>:<month>`.
 * The month `now` holds the load of the moment instead.
 */
export interface RequestFigures {
  _id: string
  orgId: string
  name: string
  parentId: string | null
  month: string
  kinds: Partial<Record<RequestKind, Tally>>
  load?: { unowned: number; atRisk: number; running: number; done: number }
  countedAt: Instant
  /** Something under it changed since this instant. */
  due?: Instant
  /** Grows with every such change, so that one which comes while it is being counted is not lost. */
  marks: number
}

/** When and where somebody is taken up by a shift. */
export interface Commitment {
  postId: string
  shiftId: string
  title: string
  startsAt: Instant
  endsAt: Instant
  at: Instant
}

export interface Post {
  _id: string
  orgId: string
  orgName: string
  /** The branch itself, or the one whose group put it up. */
  branchId: string
  path: string
  /** A word of P20 or one of the branch's own. */
  kind: string
  title: string
  place: z.infer<typeof Place>
  bring: string
  body: string
  contact: { name: string; phone?: string | undefined } | null
  audience: 'branch' | 'open' | 'teams'
  /** The groups and branches that may claim, where the audience is `teams`. */
  teams: { orgId: string; path: string }[]
  deadline: Instant | null
  /** Never taken away, never in another order; a cancelled one says so. */
  shifts: Shift[]
  /** All claims in the order in which they came: of each shift the first `places` hold a place, the others wait. */
  queue: (Claim & { by?: Actor })[]
  /** Grows with every change of the queue. */
  seq: number
  /** Who gave a place back late, and why. */
  withdrawn: { shiftId: string; memberId: string; name: string; at: Instant; reason: string }[]
  /** Start of the first shift and end of the last that is not cancelled. */
  startsAt: Instant
  endsAt: Instant
  state: 'published' | 'cancelled'
  cancelReason?: string
  /** The command that cancelled it: sent again, it tells whoever was missed. */
  cancelCommand?: string
  secret: string
  createdBy: Actor
  createdAt: Instant
  /** Grows with every change that people are told of. */
  version: number
  changes: {
    commandId: string
    version: number
    at: Instant
    by: Actor
    said: string[]
    moved: string[]
    before: Shift[]
    reason?: string
  }[]
  /** Cards in group chats that count the places. */
  cards: { activityId: string; expiresAt: Instant; madeAt: Instant }[]
  /** When they were last told that it is full: one made before that counts no more. */
  fullAt?: Instant
  /** A place came free: who waited then, for the timer, should whoever freed it be cut off before the next in line was told. */
  moves?: { shiftId: string; version: number; waiting: string[] }[]
  /** The queue changed, and the cards may not show it yet or those who moved up may not know. */
  cardDue?: Instant
  /** When the timer has to look at it next. */
  lookAt?: Instant
  thanks?: { text: string; at: Instant }
}

/** The one row of a person on a shift; its `_id` is `${postId}:${shiftId}:${memberId}`, so that hours are credited once. */
export interface Service {
  _id: string
  postId: string
  shiftId: string
  memberId: string
  kind: string
  title: string
  startsAt: Instant
  state: 'in' | 'served' | 'no-show'
  signedInAt?: Instant
  signedOutAt?: Instant
  minutes: number
  by: Actor
}

export interface PostFeedback {
  _id: string
  postId: string
  memberId: string
  name: string
  text: string
  photoFileIds: string[]
  at: Instant
  by: Actor
}

export interface Activity {
  _id: string
  branchId: string
  path: string
  kind: ActivityKind
  title: string
  startsAt: Instant
  endsAt: Instant
  place: z.infer<typeof Place>
  capacity: number | null
  audience: 'branch' | 'open'
  body: string
  parts: string[]
  state: 'published' | 'cancelled'
  cancelReason?: string
  /** The queue is the truth: the first `capacity` hold a place, the others wait in order. */
  signups: { memberId: string; at: Instant; by: Actor }[]
  record?: { line: string; minutes: string; photoFileIds: string[] }
  /** Key of the rotating codes and the kiosk token; never leaves the server. */
  secret: string
  createdBy: Actor
  createdAt: Instant
  /** Grows with every change that people are told of. */
  version: number
  /** What was changed, oldest first; `version` is the one it made. A command sent again finds itself here and tells whoever was missed. */
  changes?: { commandId: string; version: number; at: Instant; by: Actor; said: string[]; capacityBefore: number | null; reason?: string }[]
  /** The command that cancelled it, for the same reason. */
  cancelCommand?: string
  /** Who was reminded when, as far back as it matters for the next time; `round` counts the reminders sent. */
  reminders?: { round: number; recent: { round: number; at: Instant; commandId: string; memberIds: string[] }[] }
}

/** The one row of a person at an activity; its `_id` is `${activityId}:${memberId}`, so that there can be no second. */
export interface Attendance extends Row<Actor> {
  _id: string
  activityId: string
  memberId: string
}

/** A mark that contradicted what stood already; kept until the secretary decides. */
export interface AttendanceConflict {
  _id: string
  activityId: string
  memberId: string
  state: AttendanceState
  at: Instant
  by: Actor
  reason: string
  reportedAt: Instant
  resolvedAt?: Instant
}

export interface Receipt {
  _id: string
  activityId: string
  memberId: string
  at: Instant
  by: Actor
}

export interface Message {
  _id: string
  memberId: string
  kind: MessageKind
  title: string
  text: string
  page: string
  at: Instant
  read: boolean
  /** Where the WeChat service message stands; the inbox row itself is always there. */
  push: 'due' | 'sent' | 'refused' | 'none' | 'failed'
  /** How often WeChat failed to take it. */
  tries?: number
  fields: MessageFields
}

/** The one living invitation of a member (`self:<memberId>`) or of a helper of theirs (`family:<memberId>:<name>`); a newer one replaces it. */
export interface Invite {
  _id: string
  code: string
  memberId: string
  /** Binds the member, or a family helper of that name and relation. */
  as: { kind: 'self' } | { kind: 'family'; name: string; relation: Relation; consent: string }
  createdBy: Actor
  createdAt: Instant
  /** The command that made it: asked again, it answers the same code. */
  commandId: string
  expiresAt: Instant
  usedBy?: string
  usedAt?: Instant
}

export interface ActivityTemplate extends Omit<Template, 'templateId'> {
  _id: string
  branchId: string
  path: string
  /** The next occurrence that has not been published yet. */
  nextDate: DateText
  /** The date on which its notice goes out; the timer looks here. */
  noticeDate: DateText
  createdBy: Actor
}

export interface RosterPreview {
  _id: string
  branchId: string
  path: string
  rosterVersion: number
  rows: (PreviewRow & { memberId?: string; seenVersion?: number; profile?: Profile })[]
  /** Rows and sheets that hold no people, and why: the answer to the same command sent again. */
  ignored: { row: number; sheet?: string | undefined; why: string }[]
  createdBy: Actor
  createdAt: Instant
  committedAt?: Instant
}

/** How far a long act has come, by its commandId. */
export interface ProgressMark {
  _id: string
  openid: string
  done: number
  total: number
  at: Instant
}

/** One row of who did what to whose data, when and why. Never a phone number, never a text. */
export interface AuditRow {
  _id: string
  memberId: string
  what: string
  by: Actor
  at: Instant
  why?: string
}

/** How often something was tried in a window of time. */
export interface Limit {
  _id: string
  count: number
  until: Instant
}

/** Every collection by name; `wx/collections.ts` declares their indexes. */
export interface Documents {
  accounts: Account
  organizations: Organization
  members: Member
  activities: Activity
  attendance: Attendance
  'attendance-conflicts': AttendanceConflict
  receipts: Receipt
  messages: Message
  invites: Invite
  templates: ActivityTemplate
  'roster-previews': RosterPreview
  progress: ProgressMark
  audit: AuditRow
  limits: Limit
  posts: Post
  services: Service
  'post-feedback': PostFeedback
  requests: HelpRequest
  teams: Team
  'dispatch-settings': DispatchSettings
  'request-figures': RequestFigures
}
export type CollectionName = keyof Documents
