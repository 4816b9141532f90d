/** The main package, then the subpackages: each a folder of pages. */
export const ROOMS = ['pages', 'secretary', 'branch', 'service', 'care', 'voice', 'means', 'assessment', 'bureau'] as const
type Room = (typeof ROOMS)[number]
type Path = `${Room}/${string}/index`
/** Where a page is, with what its address asks: as WeChat writes it in messages and codes, without a slash before it. */
export type Route = Path | `${Path}?${string}`

/** What may stand in an address; `true` is a mark that is there or not. */
type Value = string | number | true
/** What is left out may be said to be undefined too. */
type Asked<Q> = { [K in keyof Q]: Partial<Pick<Q, K>> extends Pick<Q, K> ? Q[K] | undefined : Q[K] }
/** What its route is called with: nothing, what may be left out as a whole, or what must be there. */
type Needs<Q> = [keyof Q] extends [never] ? [] : Partial<Q> extends Q ? [asked?: Asked<Q>] : [asked: Asked<Q>]

const queryOf = (asked: object): string =>
  Object.entries<Value | undefined>({ ...asked })
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value === true ? '1' : value)}`],
    )
    .join('&')

const page = <Q = object>(at: `${Room}/${string}`) => {
  const path: Path = `${at}/index`
  /** The page's address; parameters that are empty are left out. */
  const route = (...[asked]: Needs<Q>): Route => {
    const query = queryOf(asked ?? {})
    return query === '' ? path : `${path}?${query}`
  }
  return Object.assign(route, { path })
}

interface Organization {
  orgId?: string
  name?: string
}

/**
 * Every page there is, by room (the main package, then the subpackages), with what its address may name: from here come the app's own list, each way
 * from page to page, and where a message, a code or a card leads.
 */
export const routes = {
  home: page('pages/home'),
  activities: page('pages/activities'),
  help: page('pages/help'),
  mine: page('pages/mine'),
  activity: page<{ id: string }>('pages/activity'),
  /** Where every code leads: `q` is what WeChat's scanner read, `a` and `c` an activity and its code. */
  signIn: page<{ q?: string; a?: string; c?: string }>('pages/signin'),
  inbox: page('pages/inbox'),
  data: page('pages/data'),
  family: page('pages/family'),
  /** Opened from an invitation (`invite`, and `as` what it makes of the reader), or from a branch's card in a chat (`branch`). */
  bind: page<{ invite?: string; as?: 'family' | 'officer'; branch?: string }>('pages/bind'),
  privacy: page('pages/privacy'),
  kiosk: page<{ a: string; k: string }>('pages/kiosk'),
  /** Every component in every state, for those who build; not in what WeChat gets. */
  gallery: page('pages/gallery'),
  /** 急病、摔倒、火灾 (`kind`): open to everyone; `memberId` and `name` where an officer asks in an elder's stead. */
  emergency: page<{ kind?: string; memberId?: string; name?: string }>('pages/emergency'),

  desk: page('secretary/desk'),
  branchActivities: page<Organization>('secretary/activities'),
  manage: page<{ activityId: string; done?: 'published' }>('secretary/manage'),
  /** A new activity, filled in where its kind is named; or a change of one. */
  publish: page<{ activityId?: string; kind?: string; period?: string }>('secretary/publish'),
  receipts: page<{ activityId: string }>('secretary/receipts'),
  door: page<{ activityId: string }>('secretary/door'),
  tablet: page<{ activityId: string }>('secretary/tablet'),
  sheet: page<{ activityId: string }>('secretary/sheet'),
  record: page<{ activityId: string }>('secretary/record'),
  templates: page('secretary/templates'),
  /** What a branch does in a year. */
  yearPlan: page('secretary/plan'),
  roster: page('secretary/roster'),
  import: page('secretary/import'),
  person: page<{ memberId: string }>('secretary/person'),
  invite: page<{ memberId: string; name?: string; family?: true }>('secretary/invite'),
  inviteAll: page('secretary/invite-all'),
  joining: page<{ orgId?: string; name?: string }>('secretary/joining'),
  people: page('secretary/people'),
  posts: page('secretary/posts'),
  runPost: page<{ postId: string; done?: 'published' }>('secretary/post'),
  publishPost: page<{ from?: string }>('secretary/post-publish'),
  changePost: page<{ postId: string }>('secretary/post-change'),
  requestDesk: page<{ orgId?: string; lane?: string }>('secretary/requests'),
  teams: page<Organization>('secretary/teams'),
  volunteers: page('secretary/volunteers'),

  /** Where one belongs, and where one takes part too. */
  belonging: page('branch/belonging'),
  transfers: page<Organization>('branch/transfers'),
  startTransfer: page<{ memberId?: string; name?: string }>('branch/transfer-new'),
  affiliates: page('branch/affiliates'),
  away: page<{ memberId: string }>('branch/away'),
  mobile: page<Organization>('branch/mobile'),
  /** Who leads a branch. */
  committee: page<Organization>('branch/committee'),
  recordCommittee: page<Organization>('branch/committee-record'),
  pastCommittees: page<Organization>('branch/committee-past'),
  circles: page<Organization>('branch/circles'),
  circle: page<{ id: string }>('branch/circle'),
  /** What I can do, and what I am asked for; with `memberId` a member's, for their secretary. */
  talent: page<{ memberId?: string }>('branch/talent'),
  /** Who can do what, and what became of my asking. */
  talents: page<Organization>('branch/talents'),
  /** What there is to choose from. */
  skills: page<Organization>('branch/skills'),
  advisories: page<Organization>('branch/advisories'),
  advisory: page<{ id: string }>('branch/advisory'),
  /** What a branch's year was: strands, themes, pictures. */
  branchYear: page<Organization & { year?: number }>('branch/year'),
  /** 建言献策: a new one, one's own, what the branch adopted; for officers the list and one of it. */
  suggest: page('branch/suggest'),
  mySuggestions: page('branch/suggestions'),
  adopted: page('branch/adopted'),
  suggestions: page<Organization & { state?: string }>('branch/suggestion-desk'),
  suggestion: page<{ id: string }>('branch/suggestion'),
  /** 评选投票: those I am invited to, or those of an organization; one of them; a new one; what came of it. */
  votes: page<Organization>('voice/votes'),
  vote: page<{ id: string }>('voice/vote'),
  publishVote: page<Organization>('voice/vote-publish'),
  /** 金点子评选: those in which I am a juror, or those of an organization; one of them; a new one. */
  rounds: page<Organization>('voice/rounds'),
  round: page<{ id: string }>('voice/round'),
  openRound: page<Organization>('voice/round-open'),
  /** Votes on a branch's committee (P04): all of them; the one of a meeting, or a round of it; what is prepared, counted, decided afterwards. */
  /** 民主测评 of a review on phones: to fill in, and for its secretary to open and count. */
  appraisalBallot: page<{ activityId: string }>('voice/appraisal'),
  elections: page<Organization>('voice/elections'),
  election: page<{ activityId: string; id?: string }>('voice/election'),
  electionPrepare: page<{ activityId: string }>('voice/election-prepare'),
  electionCount: page<{ id: string }>('voice/election-count'),
  electionBallot: page<{ id: string }>('voice/election-ballot'),
  electionSeat: page<{ id: string }>('voice/election-seat'),
  /** Anonymous surveys (P51): the own ones, one of them, those of an organization, a new one, and what a teller does. */
  surveys: page('voice/surveys'),
  survey: page<{ id: string }>('voice/survey'),
  surveyDesk: page<Organization>('voice/survey-desk'),
  publishSurvey: page<Organization>('voice/survey-new'),
  surveyTeller: page<{ id: string }>('voice/survey-teller'),
  surveyResult: page<{ id: string }>('voice/survey-result'),
  /** 问题、目标、整改: of an organization, one of them, a new one or a change of one, those the reader has to put right. */
  remedies: page<Organization & { state?: string }>('assessment/remedies'),
  remedy: page<{ id: string }>('assessment/remedy'),
  saveRemedy: page<Organization & { id?: string }>('assessment/remedy-save'),
  myRemedies: page('assessment/my-remedies'),
  /** 述职: of one branch and year, its writing, those of an organization. */
  debrief: page<{ branchId: string; year?: number }>('assessment/debrief'),
  writeDebrief: page<{ branchId: string; year?: number }>('assessment/debrief-write'),
  debriefs: page<Organization & { year?: number }>('assessment/debriefs'),
  /** 品牌和项目: a branch's own, the writing of one, those of the district, one of them. */
  brands: page<Organization>('assessment/brands'),
  saveBrand: page<{ kind?: string }>('assessment/brand-save'),
  brandGallery: page('assessment/gallery'),
  brand: page<{ id: string }>('assessment/brand'),
  /** 老党员之家: those of an organization, one of them, a new one. */
  partyHomes: page<Organization>('assessment/homes'),
  partyHome: page<{ id: string }>('assessment/home'),
  savePartyHome: page<Organization & { id?: string }>('assessment/home-save'),
  /** Rooms (P71): those near, one of them with its week; those an officer keeps, one to fill in, its desk, the sheet for its door; what its door's code opens (`scene`). */
  venues: page<{ people?: number }>('means/venues'),
  venue: page<{ id: string }>('means/venue'),
  runVenues: page<Organization>('means/venues-keep'),
  editVenue: page<Organization & { venueId?: string }>('means/venue-edit'),
  venueDesk: page<{ id: string }>('means/venue-desk'),
  venueCode: page<{ venueId: string }>('means/venue-code'),
  venueDoor: page<{ scene?: string }>('means/venue-door'),
  /** Branches that are applied for. */
  foundings: page<Organization>('branch/foundings'),

  card: page<{ memberId?: string; scene?: string }>('service/card'),
  elders: page('service/elders'),
  post: page<{ id: string; c?: string }>('service/post'),
  /** A muster, for those called and for their leaders; `c` a code of its roll-call, `p` the cell it hangs at. */
  muster: page<{ id: string; c?: string; p?: string }>('service/muster'),
  musters: page<Organization>('service/musters'),
  callMuster: page<Organization>('service/muster-call'),
  musterList: page<{ id: string; list?: string; slot?: string }>('service/muster-people'),
  service: page('service/mine'),
  /** `at` where the one who asks is, with its point, where a door's code led here. */
  ask: page<{ kind?: string; memberId?: string; name?: string; org?: string; at?: string; lng?: number; lat?: number }>('service/ask'),
  request: page<{ id: string; rings?: number }>('service/request'),
  requests: page<{ part?: string }>('service/requests'),
  helping: page('service/helping'),
  /** Who was honoured, a year's wall, and what waits for a word. */
  honours: page<Organization & { year?: number }>('service/honours'),
  /** What a certificate's code proves, open to everyone. */
  honour: page<{ code?: string; q?: string }>('service/honour'),
  /** My honours, with their certificates; with `memberId` a person's, for their officers. */
  myHonours: page<{ memberId?: string; name?: string }>('service/my-honours'),
  greeting: page<{ id: string }>('service/greeting'),
  publicCard: page<{ code?: string; q?: string }>('service/public-card'),
  myCard: page('service/my-card'),
  myBenefits: page('service/benefits'),
  stations: page('service/stations'),
  /** A station's own page; `scene` is what the printed code at its door says. */
  station: page<{ id?: string; scene?: string }>('service/station'),

  pairings: page<Organization>('care/pairings'),
  helper: page<{ helperId: string }>('care/helper'),
  elder: page<{ memberId: string; name?: string }>('care/elder'),
  partners: page('care/partners'),
  /** What partner units owe; of one of them where it is named. */
  pledges: page<Organization & { partnerId?: string; year?: number }>('care/pledges'),
  /** A partner unit's own page, opened from its card by anyone who has it. */
  partner: page<{ code?: string }>('care/partner'),
  print: page<{ memberId?: string }>('care/print'),
  point: page('care/point'),
  birthdays: page('care/birthdays'),
  visits: page('care/visits'),
  visit: page<{ id: string }>('care/visit'),
  missing: page<Organization & { festival?: string; year?: number }>('care/missing'),
  plan: page('care/plan'),
  raise: page<{ memberId?: string; name?: string }>('care/raise'),
  visitSettings: page('care/visit-settings'),
  calendar: page('care/calendar'),
  special: page<Organization & { mine?: true }>('care/special'),
  carePerson: page<{ memberId: string }>('care/person'),
  careSettings: page<Organization>('care/care-settings'),
  benefits: page<Organization>('care/benefits'),
  benefit: page<Organization & { kind: string }>('care/benefit'),
  /** Quiet cases: those one is named in, one of them, and a new one. */
  cases: page('care/cases'),
  case: page<{ id: string }>('care/case'),
  openCase: page<{ memberId?: string; name?: string }>('care/case-open'),
  farewells: page<Organization>('care/farewells'),
  aftercare: page<{ memberId: string }>('care/aftercare'),
  farewell: page<{ memberId?: string; orgId?: string }>('care/farewell'),
  /** Consultation hours: all that the person may book, by kind; one of them; the host's desk; those an officer keeps. */
  consult: page<{ kind?: string }>('care/consult'),
  hours: page<{ id: string }>('care/hours'),
  hoursDesk: page<{ id: string }>('care/hours-desk'),
  keepHours: page<Organization>('care/hours-keep'),
  /** Wishes and escorts: one's own; one of them; what an officer has to plan. */
  wishes: page('care/wishes'),
  wish: page<{ id: string }>('care/wish'),
  keepWishes: page<Organization>('care/wishes-keep'),

  requestBoard: page<Organization & { lane?: string; rows?: true; month?: string; kind?: string; broken?: true }>('bureau/board'),
  ladder: page<Organization>('bureau/settings'),
  overview: page<Organization & { month?: string }>('bureau/overview'),
  gaps: page<Organization & { month?: string }>('bureau/gaps'),
  myStudy: page('branch/study'),
  studyTask: page<{ id: string }>('branch/study-task'),
  studyTasks: page('branch/study-tasks'),
  studyProgress: page<{ taskId: string }>('branch/study-progress'),
  /** A member's own part of an 组织生活会 or 民主评议, and the whole of it for secretary and committee. */
  review: page<{ id: string }>('branch/review'),
  reviewDesk: page<{ activityId: string }>('branch/review-desk'),
  /** 三会一课记录本 of a branch. */
  book: page<Organization>('branch/book'),
  /** What a branch owes of organized life in a year. */
  rhythm: page<Organization & { year?: number }>('branch/rhythm'),
  /** What is late of it, branch by branch. */
  rhythmOverdue: page<Organization & { duty?: string }>('bureau/rhythm'),
  rhythmRules: page<Organization>('bureau/rhythm-rules'),
  /** What members told of a task, for their secretary. */
  studyReports: page<{ taskId: string }>('secretary/study-reports'),
  /** A year's study, of a branch or of what stands below. */
  studyBoard: page<Organization>('secretary/study-board'),
  notes: page('branch/notes'),
  courses: page('branch/courses'),
  course: page<{ id: string }>('branch/course'),
  runCourses: page<Organization>('secretary/courses'),
  courseSeen: page<{ courseId: string }>('secretary/course-seen'),
  trainings: page<Organization>('secretary/trainings'),
  shelf: page('branch/shelf'),
  books: page('secretary/books'),
  loans: page('secretary/loans'),
  /** What a visitor brings a member and fetches from them: books, materials, a course. */
  bring: page<{ memberId: string; name?: string }>('branch/bring'),
  materials: page<Organization>('secretary/materials'),
  material: page<{ materialId: string }>('secretary/material'),
  /** The numbers of the regulations, as they hold at an organization. */
  regulations: page<Organization>('branch/regulations'),
  /** Whose committee waits for approval, ends, or is not complete. */
  committees: page<Organization>('bureau/committees'),
  /** The caller's own branches, as their liaison. */
  myBranches: page('branch/mine'),
  branchVisit: page<{ branchId: string }>('branch/visit'),
  /** A branch's word on a period, written by its secretary. */
  report: page<{ branchId: string; period?: string }>('branch/report'),
  liaisons: page<Organization>('bureau/liaisons'),
  nameLiaison: page<{ branchId: string; name?: string }>('bureau/liaison'),
  /** A report as those above read it. */
  branchReport: page<{ branchId: string; name?: string; period?: string }>('bureau/report'),
  coverage: page<Organization & { kind?: string }>('bureau/coverage'),
  /** One place of the tree. */
  organization: page<Organization>('branch/organization'),
  /** Rounds that concern a place; a branch's sheet in one; what a visit finds; the map of a round; its branches; who was named. */
  /** What one owes and paid; of the elder a helper acts for. */
  myDues: page('means/mine'),
  dues: page<Organization & { month?: string }>('means/dues'),
  funds: page<Organization & { year?: number }>('means/funds'),
  duesReturns: page<Organization & { quarter?: string }>('means/returns'),
  fundsPublished: page('means/published'),
  fundAudit: page<{ orgId: string }>('means/audit'),
  assessments: page<Organization>('assessment/rounds'),
  assessmentSheet: page<{ roundId: string } & Organization>('assessment/sheet'),
  assessmentVisit: page<{ roundId: string } & Organization>('assessment/visit'),
  assessmentMap: page<{ roundId: string } & Organization>('assessment/map'),
  assessmentBranches: page<{ roundId: string; band?: string } & Organization>('assessment/branches'),
  assessmentNamed: page<{ roundId: string } & Organization>('assessment/named'),
  award: page<{ roundId: string } & Organization>('assessment/award'),
  openAssessment: page<Organization>('assessment/open'),
  assessmentTemplates: page<Organization>('assessment/templates'),
  assessmentTemplate: page<{ templateId?: string } & Organization>('assessment/template'),
  /** Stations below an organization, for those who run them. */
  runStations: page<Organization>('bureau/stations'),
  editStation: page<Organization & { stationId?: string }>('bureau/station-edit'),
  duty: page<{ stationId: string; name?: string; month?: string }>('bureau/duty'),
  stationWords: page<Organization>('bureau/station-words'),
  doorCode: page<{ stationId: string }>('bureau/station-code'),
  officers: page('bureau/officers'),
  start: page('bureau/start'),
  importAll: page('bureau/import'),
  health: page('bureau/health'),
  find: page('bureau/find'),
  found: page<{ memberId: string }>('bureau/found'),
}

/** What a page's address may name, by its route. */
export type AskedBy<R> = R extends (...asked: infer A) => Route ? keyof NonNullable<A[0]> & string : never

/** A page's address as it was kept in a message, earlier ones with a slash before it; undefined where it is none. */
export const routeIn = (text: string): Route | undefined => {
  const bare = text.replace(/^\//, '')
  return isRoute(bare) ? bare : undefined
}
const ROUTE = new RegExp(`^(${ROOMS.join('|')})/[a-z-]+/index(\\?|$)`, 'u')
const isRoute = (text: string): text is Route => ROUTE.test(text)
