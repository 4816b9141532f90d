import { dateOf } from '../core/shared/calendar'
import type { Instant } from '../core/shared/operation'
import { topics } from './features/figures/boards/topics'
import type { Documents } from './house'
import type { Keeping } from './kernel/keeping'

type Name = keyof Documents
const org = <F extends string>(field: F) => ['organizations', field] as const
const member = <F extends string>(field: F) => ['members', field] as const

/** A figure of a period that its topic still counts; one of a former month cannot be counted any more. */
const isPresent = ({ topic, period }: Documents['rollups'], now: Instant): boolean =>
  topics.some(one => one.name === topic && one.periods(now).includes(period))

/** What a backup keeps, by collection. */
export const keeping: { readonly [N in Name]: Keeping<Name, Documents[N], keyof Documents[N] & string> } = {
  organizations: { of: 'path' },
  members: { of: [org('branchId')] },
  accounts: { of: [member('people')], lets: 'in' },
  invites: { of: [member('memberId')] },
  'branch-cards': { of: [org('_id')] },
  regulations: { of: [org('orgId')] },
  committees: { of: [org('_id')] },
  'past-committees': { of: [org('branchId')] },
  foundings: { of: [org('orgId')] },
  joinings: 'not kept',
  // The code of the environment that is restored into is its own.
  setup: 'not kept',
  'public-cards': { of: [member('_id')] },
  transfers: { of: [org('fromBranchId'), org('toBranchId')] },
  'mobile-members': { of: [org('branchId')] },
  talents: { of: [member('_id')] },
  'skill-lists': { of: [org('_id')] },
  'talent-asks': { of: [member('memberId')] },
  advisories: { of: [org('orgId')] },
  advices: { of: [['advisories', 'advisoryId']] },
  successions: { of: [org('from')] },
  merges: { of: [org('branchId')] },
  'branch-duties': { of: [org('_id')] },
  'branch-visits': { of: [org('branchId')] },
  'branch-reports': { of: [org('branchId')] },
  coverage: { of: [org('_id')], derived: 'always' },
  'coverage-gaps': { of: [org('orgId')], derived: 'always' },
  'taken-rows': { of: [['merges', 'mergeId']] },
  'roster-previews': 'not kept',
  'roster-preview-parts': 'not kept',
  progress: 'not kept',

  // What was to be sent then is too late now; the inbox has it.
  messages: { of: [member('memberId')], restored: row => (row.push === 'due' || row.push === 'later' ? { ...row, push: 'none' } : row) },
  audit: { of: [member('memberId')], history: true },
  // Sheets end within a day; backups are of the environment that made them.
  files: {
    of: [
      ['activities', 'about'],
      ['posts', 'about'],
      ['visits', 'about'],
      ['requests', 'about'],
      ['wishes', 'about'],
      ['branch-visits', 'about'],
      ['branch-reports', 'about'],
      ['courses', 'about'],
      ['suggestions', 'about'],
      ['votes', 'about'],
      ['assessment-sheets', 'about'],
      member('about'),
      org('about'),
    ],
    not: ({ purpose }) => purpose === 'export' || purpose === 'backup' || purpose === 'ended',
  },
  commands: 'not kept',
  tallies: 'not kept',
  'timer-runs': 'not kept',
  limits: 'not kept',
  rollups: { of: [org('orgId')], derived: { since: 'countedAt', isOpen: isPresent } },
  'rollup-drift': { of: 'whole', history: true },
  'rollup-nights': { of: 'whole' },

  activities: { of: [org('branchId')] },
  attendance: { of: [['activities', 'activityId']] },
  'attendance-conflicts': { of: [['activities', 'activityId']] },
  receipts: { of: [['activities', 'activityId']] },
  templates: { of: [org('branchId')] },
  kiosks: 'not kept',
  meetings: { of: [['activities', '_id']] },
  rhythms: { of: [org('_id')], derived: 'always' },
  'overdue-duties': { of: [org('branchId')], derived: 'always' },
  'study-tasks': { of: [org('branchId')] },
  'year-plans': { of: [org('branchId')] },
  circles: { of: [org('orgId')] },
  'circle-results': { of: [['circles', 'circleId']] },
  themes: { of: [org('branchId')] },
  'study-reports': { of: [['study-tasks', 'taskId']] },
  reviews: { of: [['activities', '_id']] },
  'review-words': { of: [['activities', 'activityId']] },
  courses: { of: [org('orgId')] },
  'course-progress': { of: [member('memberId')] },
  books: { of: [org('branchId')] },
  'book-loans': { of: [org('branchId')] },
  materials: { of: [org('orgId')] },
  trainings: { of: [org('orgId')] },

  honours: { of: [org('orgId')] },
  'honour-proposals': { of: [member('_id')] },
  posts: { of: [org('branchId')] },
  services: {
    of: [
      ['posts', 'postId'],
      ['musters', 'postId'],
    ],
  },
  'post-feedback': { of: [['posts', 'postId']] },
  teams: { of: [org('orgId')] },
  stations: { of: [org('orgId')] },
  'station-words': { of: [['stations', 'stationId']] },
  musters: { of: [org('orgId')] },
  'muster-calls': { of: [['musters', 'musterId']] },
  'muster-tallies': { of: [['musters', 'musterId']] },

  caseloads: { of: [member('_id'), ['partners', '_id']] },
  'pairing-history': { of: [member('memberId')] },
  pledges: { of: [org('branchId')] },
  partners: { of: [org('branchId')] },
  celebrations: { of: [org('branchId')] },
  'celebration-plans': { of: [org('_id')], derived: 'always' },
  benefits: { of: [member('_id:')] },
  'care-contacts': { of: [member('_id')] },
  'care-log': { of: [member('memberId')] },
  'care-plans': { of: [org('_id')], derived: 'always' },
  'care-settings': { of: [org('_id')] },
  visits: { of: [org('branchId')] },
  'visit-plans': {
    of: [org('branchId')],
    derived: { since: 'plannedAt', isOpen: ({ year }, now) => year >= Number(dateOf(now).slice(0, 4)) },
  },
  'visit-rounds': { of: 'whole' },
  'visit-settings': { of: [org('_id')] },
  'calendar-overrides': { of: [org('orgId')] },

  suggestions: { of: [org('branchId')] },
  // Night after night, copies of an open box would tell whose ticket and which answer came on one day: one that was open is held again.
  'ballot-boxes': { of: [org('orgId')], not: ({ state }) => state !== 'closed' },
  'ballot-tickets': 'not kept',
  surveys: { of: [org('orgId')], not: ({ state }) => state !== 'counted' },
  ballots: 'not kept',
  votes: { of: [org('orgId')] },
  'vote-roll': { of: [['votes', 'voteId']] },
  rounds: { of: [org('orgId')] },
  'round-entries': { of: [['rounds', 'roundId']] },
  'round-scores': { of: [['rounds', 'roundId']] },
  elections: { of: [org('branchId')] },
  'assessment-templates': { of: [org('orgId')] },
  'assessment-rounds': { of: [org('orgId')] },
  'assessment-sheets': { of: [org('branchId')] },
  'election-voters': 'not kept',
  'quiet-cases': { of: [member('memberId')] },
  'dues-accounts': { of: [member('_id')] },
  'dues-payments': { of: [org('branchId')] },
  requests: { of: [member('memberId')] },
  hours: { of: [org('orgId')] },
  // What is being written at the moment; it stands for a minute.
  hostings: 'not kept',
  wishes: { of: [member('memberId')] },
  cars: { of: 'whole' },
  'dispatch-settings': { of: [org('_id')] },
  aftercare: { of: [member('_id')] },

  upkeep: 'not kept',
  restores: 'not kept',
  'backup-pieces': 'not kept',
  'hand-overs': 'not kept',

  // What ran on the rows of a backup comes back with them, so that a later migration runs on them at the next deployment.
  migrations: { of: 'whole' },
  deployments: 'not kept',
  'package-use': 'not kept',
}
