import { routes, type Route } from '../../../core/shared/routes'
import { branchId, deadId, memberId, type World } from '../../features/support/inputs'
import { people } from '../../features/support/people'

/** A page as one person of the demo opens it. */
type Opened = readonly [openid: string, to: Route]

const member = 'demo-member-01'
const family = 'demo-family-01'
const secretary = 'demo-secretary'
const street = 'demo-street'
const bureau = 'demo-bureau'
const stranger = 'demo-stranger'
const liaison = people.liaison.openid

/**
 * Every page, by the people who open it: what screen readers hear on each, how it fits each size and what `npm run screens` draws. A new page
 * does not compile without its line.
 */
export const pages: { readonly [P in keyof typeof routes]: (world: World) => readonly Opened[] } = {
  home: () => [member, family, liaison, secretary, street, bureau, stranger].map(openid => [openid, routes.home()]),
  activities: () => [member, secretary, stranger].map(openid => [openid, routes.activities()]),
  help: () => [member, stranger].map(openid => [openid, routes.help()]),
  mine: () => [member, family, liaison, secretary, bureau, stranger].map(openid => [openid, routes.mine()]),
  activity: ({ activityId, cancelledId }) => [
    [member, routes.activity({ id: activityId })],
    [family, routes.activity({ id: activityId })],
    [member, routes.activity({ id: cancelledId })],
  ],
  signIn: ({ activityId }) => [[member, routes.signIn({ a: activityId, c: '000000' })]],
  inbox: () => [member, secretary].map(openid => [openid, routes.inbox()]),
  data: () => [[member, routes.data()]],
  family: () => [[member, routes.family()]],
  bind: () => [[stranger, routes.bind()]],
  privacy: () => [[stranger, routes.privacy()]],
  emergency: () => [
    [member, routes.emergency({ kind: 'fall' })],
    [stranger, routes.emergency({ kind: 'fire' })],
    [stranger, routes.emergency()],
  ],
  kiosk: ({ activityId }) => [[stranger, routes.kiosk({ a: activityId, k: 'no-such-token' })]],
  gallery: () => [[stranger, routes.gallery()]],

  desk: () => [[secretary, routes.desk()]],
  branchActivities: () => [[secretary, routes.branchActivities()]],
  manage: ({ activityId, cancelledId }) => [
    [secretary, routes.manage({ activityId })],
    [secretary, routes.manage({ activityId: cancelledId })],
  ],
  publish: ({ activityId }) => [
    [secretary, routes.publish()],
    [secretary, routes.publish({ activityId })],
  ],
  receipts: ({ activityId }) => [[secretary, routes.receipts({ activityId })]],
  door: ({ activityId }) => [[secretary, routes.door({ activityId })]],
  tablet: ({ activityId }) => [[secretary, routes.tablet({ activityId })]],
  sheet: ({ activityId }) => [[secretary, routes.sheet({ activityId })]],
  record: ({ activityId }) => [[secretary, routes.record({ activityId })]],
  templates: () => [[secretary, routes.templates()]],
  yearPlan: () => [[secretary, routes.yearPlan()]],
  roster: () => [[secretary, routes.roster()]],
  import: () => [[secretary, routes.import()]],
  person: () => [[secretary, routes.person({ memberId })]],
  invite: () => [
    [secretary, routes.invite({ memberId, name: '王建国' })],
    [secretary, routes.invite({ memberId, name: '王建国', family: true })],
  ],
  people: () => [[secretary, routes.people()]],
  inviteAll: () => [[secretary, routes.inviteAll()]],
  joining: () => [[secretary, routes.joining()]],
  posts: () => [[secretary, routes.posts()]],
  runPost: ({ postId }) => [[secretary, routes.runPost({ postId })]],
  publishPost: () => [[secretary, routes.publishPost()]],
  changePost: ({ postId }) => [[secretary, routes.changePost({ postId })]],
  requestDesk: () => [secretary, liaison].map(openid => [openid, routes.requestDesk()]),
  teams: () => [[secretary, routes.teams()]],
  volunteers: () => [[secretary, routes.volunteers()]],

  belonging: () => [
    [member, routes.belonging()],
    [family, routes.belonging()],
  ],
  transfers: () => [secretary, street].map(openid => [openid, routes.transfers()]),
  startTransfer: () => [[secretary, routes.startTransfer({ memberId: 'm-20', name: '王建国' })]],
  affiliates: () => [[secretary, routes.affiliates()]],
  away: () => [[member, routes.away({ memberId: 'm-01' })]],
  mobile: () => [secretary, street].map(openid => [openid, routes.mobile()]),

  committee: () => [
    [member, routes.committee()],
    [secretary, routes.committee()],
    [street, routes.committee({ orgId: 'branch-01' })],
  ],
  recordCommittee: () => [[secretary, routes.recordCommittee()]],
  pastCommittees: () => [[member, routes.pastCommittees()]],
  talent: () => [
    [member, routes.talent()],
    ['demo-member-04', routes.talent()],
    [secretary, routes.talent({ memberId })],
  ],
  talents: () => [secretary, street].map(openid => [openid, routes.talents()]),
  advisories: () => [secretary, street].map(openid => [openid, routes.advisories()]),
  advisory: ({ advisoryId }) => ['demo-member-04', street].map(openid => [openid, routes.advisory({ id: advisoryId })]),
  circles: () => [
    [member, routes.circles()],
    [secretary, routes.circles({ orgId: branchId })],
  ],
  circle: ({ circleId }) => [member, secretary].map(openid => [openid, routes.circle({ id: circleId })]),
  branchYear: () => [
    [member, routes.branchYear()],
    [secretary, routes.branchYear({ orgId: branchId, year: 2026 })],
  ],
  card: () => [
    [member, routes.card()],
    [family, routes.card()],
  ],
  elders: () => [[liaison, routes.elders()]],
  post: ({ postId, openPostId }) => [
    [member, routes.post({ id: postId })],
    [stranger, routes.post({ id: openPostId })],
  ],
  service: () => [['demo-member-20', routes.service()]],
  ask: () => [
    [member, routes.ask()],
    [member, routes.ask({ kind: 'water' })],
  ],
  request: ({ requestId }) => [
    ['demo-member-04', routes.request({ id: requestId })],
    [liaison, routes.request({ id: requestId })],
    [secretary, routes.request({ id: requestId })],
  ],
  requests: () => ['demo-member-04', liaison].map(openid => [openid, routes.requests()]),
  honours: () => [member, secretary, street].map(openid => [openid, routes.honours()]),
  honour: ({ honourCode }) => [[stranger, routes.honour({ code: honourCode })]],
  myHonours: () => [['demo-member-04', routes.myHonours()]],
  helping: () => [['demo-volunteer-01', routes.helping()]],
  greeting: () => [[member, routes.greeting({ id: 'no-such-card' })]],
  publicCard: ({ publicCode }) => [[stranger, routes.publicCard({ code: publicCode })]],
  myCard: () => [['demo-member-04', routes.myCard()]],
  myBenefits: () => [[member, routes.myBenefits()]],

  pairings: () => [[secretary, routes.pairings()]],
  helper: () => [[secretary, routes.helper({ helperId: people.liaison.memberId })]],
  elder: () => [[secretary, routes.elder({ memberId, name: '王建国' })]],
  pledges: ({ partnerId }) => [
    [secretary, routes.pledges()],
    [secretary, routes.pledges({ partnerId })],
    [street, routes.pledges({ orgId: 'changqing' })],
  ],
  partner: ({ partnerCode }) => [[stranger, routes.partner({ code: partnerCode })]],
  partners: () => [[secretary, routes.partners()]],
  print: () => [[secretary, routes.print({ memberId })]],
  point: () => [[secretary, routes.point()]],
  cases: () => ['demo-member-20', secretary].map(openid => [openid, routes.cases()]),
  case: ({ caseId }) => ['demo-member-20', secretary].map(openid => [openid, routes.case({ id: caseId })]),
  openCase: () => [
    [secretary, routes.openCase()],
    [secretary, routes.openCase({ memberId: 'm-20', name: '王建国' })],
  ],
  birthdays: () => [[secretary, routes.birthdays()]],
  visits: () => [[liaison, routes.visits()]],
  visit: () => [[liaison, routes.visit({ id: `${memberId}:spring-festival:2027` })]],
  missing: () => [[secretary, routes.missing({ orgId: branchId, festival: 'spring-festival', year: 2027 })]],
  plan: () => [[secretary, routes.plan()]],
  raise: () => [
    [secretary, routes.raise()],
    [secretary, routes.raise({ memberId, name: '王建国' })],
  ],
  visitSettings: () => [[secretary, routes.visitSettings()]],
  calendar: () => [[bureau, routes.calendar()]],
  special: () => [
    [secretary, routes.special()],
    [liaison, routes.special({ mine: true })],
  ],
  carePerson: () => [[secretary, routes.carePerson({ memberId })]],
  careSettings: () => [[secretary, routes.careSettings()]],
  benefits: () => [[secretary, routes.benefits()]],
  benefit: () => [[secretary, routes.benefit({ kind: 'checkup' })]],
  farewells: () => [[secretary, routes.farewells()]],
  aftercare: () => [[secretary, routes.aftercare({ memberId: deadId })]],
  farewell: () => [[secretary, routes.farewell({ memberId })]],
  consult: () => [member, family].map(openid => [openid, routes.consult()]),
  hours: ({ hoursId }) => [member, family].map(openid => [openid, routes.hours({ id: hoursId })]),
  hoursDesk: ({ hoursId }) => [['demo-volunteer-05', routes.hoursDesk({ id: hoursId })]],
  keepHours: () => [secretary, street].map(openid => [openid, routes.keepHours()]),
  wishes: () => [[member, routes.wishes()]],
  wish: ({ wishId }) => [
    ['demo-member-04', routes.wish({ id: wishId })],
    [secretary, routes.wish({ id: wishId })],
  ],
  keepWishes: () => [secretary, liaison].map(openid => [openid, routes.keepWishes()]),

  requestBoard: () => [street, bureau].map(openid => [openid, routes.requestBoard()]),
  ladder: () => [[street, routes.ladder()]],
  overview: () => [secretary, street, bureau].map(openid => [openid, routes.overview()]),
  gaps: () => [[street, routes.gaps()]],
  organization: () => [
    [secretary, routes.organization()],
    [bureau, routes.organization()],
    [bureau, routes.organization({ orgId: 'branch-01', name: '支部' })],
  ],
  myStudy: () => [member, family].map(openid => [openid, routes.myStudy()]),
  studyTask: ({ taskId }) => [[member, routes.studyTask({ id: taskId })]],
  review: ({ reviewId }) => [member, family].map(openid => [openid, routes.review({ id: reviewId })]),
  reviewDesk: ({ reviewId }) => [[secretary, routes.reviewDesk({ activityId: reviewId })]],
  book: () => [
    [secretary, routes.book()],
    [street, routes.book({ orgId: branchId, name: '常青花园支部' })],
  ],
  studyTasks: () => [[secretary, routes.studyTasks()]],
  studyProgress: ({ taskId }) => [[secretary, routes.studyProgress({ taskId })]],
  studyReports: ({ taskId }) => [[secretary, routes.studyReports({ taskId })]],
  studyBoard: () => [secretary, street].map(openid => [openid, routes.studyBoard()]),
  notes: () => [[member, routes.notes()]],
  courses: () => [member, family].map(openid => [openid, routes.courses()]),
  course: ({ courseId }) => [[member, routes.course({ id: courseId })]],
  runCourses: () => [secretary, street].map(openid => [openid, routes.runCourses()]),
  courseSeen: ({ courseId }) => [[secretary, routes.courseSeen({ courseId })]],
  trainings: () => [[secretary, routes.trainings()]],
  shelf: () => [[member, routes.shelf()]],
  books: () => [[secretary, routes.books()]],
  loans: () => [[secretary, routes.loans()]],
  bring: () => [[liaison, routes.bring({ memberId, name: '麦某某' })]],
  materials: () => [secretary, street].map(openid => [openid, routes.materials()]),
  material: ({ materialId }) => [[secretary, routes.material({ materialId })]],
  foundings: () => [
    [secretary, routes.foundings()],
    [street, routes.foundings()],
  ],
  regulations: () => [secretary, bureau].map(openid => [openid, routes.regulations()]),
  committees: () => [[street, routes.committees()]],
  myBranches: () => [[street, routes.myBranches()]],
  branchVisit: () => [[street, routes.branchVisit({ branchId })]],
  report: () => [[secretary, routes.report({ branchId })]],
  rhythm: () => [
    [secretary, routes.rhythm()],
    [street, routes.rhythm({ orgId: 'branch-01', name: '常青花园支部' })],
  ],
  rhythmOverdue: () => [[bureau, routes.rhythmOverdue()]],
  rhythmRules: () => [[bureau, routes.rhythmRules()]],
  liaisons: () => [[bureau, routes.liaisons()]],
  nameLiaison: () => [[street, routes.nameLiaison({ branchId, name: '常青花园支部' })]],
  branchReport: () => [[street, routes.branchReport({ branchId, name: '常青花园支部' })]],
  coverage: () => [
    [bureau, routes.coverage()],
    [bureau, routes.coverage({ kind: 'unpaired' })],
  ],
  officers: () => [[bureau, routes.officers()]],
  start: () => [[bureau, routes.start()]],
  importAll: () => [[bureau, routes.importAll()]],
  health: () => [[bureau, routes.health()]],
  find: () => [street, bureau].map(openid => [openid, routes.find()]),
  found: () => [[street, routes.found({ memberId })]],
}
