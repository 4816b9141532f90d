import type { Account, Organization, Member, Invite, RosterPreview } from '../features/people/documents'
import type { HelpRequest, Team, DispatchSettings } from '../features/help/documents'
import type { Post, Service, PostFeedback } from '../features/service/documents'
import type { Activity, Attendance, AttendanceConflict, Receipt, ActivityTemplate } from '../features/life/documents'
import type { Celebration, CelebrationPlan, PublicCard } from '../features/care/birthdays/documents'
import type { Rollup, RollupDrift, RollupNight } from './documents/rollups'
import type { CalendarOverride, PlanRound, Visit, VisitPlan, VisitSettings } from '../features/care/visits/documents'
import type { BenefitMark } from '../features/care/benefits/documents'
import type { Farewell } from '../features/departures/documents'
import type { CareContact, CareEntry, CarePlan, StoredCareSettings } from '../features/care/special-care/documents'
import type { Caseload, PairingEpisode, Partner } from '../features/care/pairings/documents'
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
