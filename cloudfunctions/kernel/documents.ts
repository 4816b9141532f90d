import type { Account, Organization, Member, Invite, RosterPreview } from './documents/people'
import type { HelpRequest, Team, DispatchSettings } from './documents/requests'
import type { Post, Service, PostFeedback } from './documents/posts'
import type { Activity, Attendance, AttendanceConflict, Receipt, ActivityTemplate } from './documents/activities'
import type { Celebration, CelebrationPlan, PublicCard } from './documents/celebrations'
import type { Rollup, RollupDrift, RollupNight } from './documents/rollups'
import type { CalendarOverride, PlanRound, Visit, VisitPlan, VisitSettings } from './documents/visits'
import type { BenefitMark } from './documents/benefits'
import type { Farewell } from './documents/aftercare'
import type { CareContact, CareEntry, CarePlan, StoredCareSettings } from './documents/care'
import type { Caseload, PairingEpisode, Partner } from './documents/pairings'
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
  visits: Visit
  'visit-plans': VisitPlan
  'visit-rounds': PlanRound
  'visit-settings': VisitSettings
  'calendar-overrides': CalendarOverride
  services: Service
  'post-feedback': PostFeedback
  requests: HelpRequest
  teams: Team
  'dispatch-settings': DispatchSettings
  celebrations: Celebration
  'celebration-plans': CelebrationPlan
  'public-cards': PublicCard
  rollups: Rollup
  'rollup-drift': RollupDrift
  'rollup-nights': RollupNight
  'care-contacts': CareContact
  'care-log': CareEntry
  'care-plans': CarePlan
  'care-settings': StoredCareSettings
  caseloads: Caseload
  'pairing-history': PairingEpisode
  partners: Partner
  benefits: BenefitMark
  aftercare: Farewell
}

export type CollectionName = keyof Documents
