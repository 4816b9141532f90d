import type { Account, Organization, Member, Invite, RosterPreview } from './documents/people'
import type { HelpRequest, Team, DispatchSettings, RequestFigures } from './documents/requests'
import type { Post, Service, PostFeedback } from './documents/posts'
import type { Activity, Attendance, AttendanceConflict, Receipt, ActivityTemplate } from './documents/activities'
import type { Message, ProgressMark, AuditRow, Limit } from './documents/running'

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
