import type { OperationName } from '../core/contract'
import * as brands from './features/assessment/brands/documents'
import * as debriefs from './features/assessment/debriefs/documents'
import * as partyHomes from './features/assessment/homes/documents'
import * as remedies from './features/assessment/remedies/documents'
import { NeedFound, RequestSeen, SignHomes } from './features/care/announcements'
import * as assessmentRounds from './features/assessment/rounds/documents'
import * as assessmentTemplates from './features/assessment/templates/documents'
import * as benefits from './features/care/benefits/documents'
import * as birthdays from './features/care/birthdays/documents'
import * as pairings from './features/care/pairings/documents'
import * as specialCare from './features/care/special-care/documents'
import * as pledges from './features/care/pledges/documents'
import * as visits from './features/care/visits/documents'
import * as departures from './features/departures/documents'
import * as cases from './features/help/cases/documents'
import * as help from './features/help/documents'
import * as hours from './features/help/hours/documents'
import * as wishes from './features/help/wishes/documents'
import { ActivityMoved, DaysKnown, RoomWanted } from './features/life/announcements'
import * as life from './features/life/documents'
import * as rhythm from './features/life/rhythm/documents'
import * as study from './features/life/study/documents'
import * as circles from './features/life/circles/documents'
import * as plans from './features/life/plans/documents'
import * as strands from './features/life/strands/documents'
import * as reviews from './features/life/reviews/documents'
import * as courses from './features/life/courses/documents'
import * as books from './features/life/books/documents'
import * as materials from './features/life/materials/documents'
import * as trainings from './features/life/trainings/documents'
import {
  AccountsChanged,
  BranchesChanged,
  CommitteeChanged,
  FactsAbout,
  BranchFacts,
  FirstNotice,
  GapsOf,
  HeldAbout,
  MembersChanged,
  OfficesChanged,
  RecordsMerged,
  RulesChanged,
  StandingChanged,
} from './features/people/announcements'
import * as coverage from './features/people/coverage/documents'
import * as people from './features/people/documents'
import * as committees from './features/people/committees/documents'
import * as liaisons from './features/people/liaisons/documents'
import * as duplicates from './features/people/duplicates/documents'
import * as invites from './features/people/identity/documents'
import * as foundings from './features/people/foundings/documents'
import * as joining from './features/people/joining/documents'
import * as memberships from './features/people/memberships/documents'
import * as mobileMembers from './features/people/mobile-members/documents'
import * as publicCards from './features/people/public-cards/documents'
import * as regulations from './features/people/regulations/documents'
import * as roster from './features/people/roster/documents'
import * as talent from './features/people/talent/documents'
import * as setup from './features/people/setup/documents'
import * as peopleSuccessions from './features/people/successions/documents'
import * as service from './features/service/documents'
import * as honours from './features/service/honours/documents'
import { BoxClosed, ElectorateOf } from './features/voice/ballots/announcements'
import * as ballots from './features/voice/ballots/documents'
import * as elections from './features/voice/elections/documents'
import * as surveys from './features/voice/surveys/documents'
import * as suggestions from './features/voice/suggestions/documents'
import * as rounds from './features/voice/rounds/documents'
import * as votes from './features/voice/votes/documents'
import * as duesDocuments from './features/means/dues/documents'
import * as fundDocuments from './features/means/funds/documents'
import * as venues from './features/means/venues/documents'
import * as stations from './features/service/stations/documents'
import * as musters from './features/service/musters/documents'
import * as upkeep from './features/upkeep/documents'
import { on, type Listener } from './kernel/announcements'
import { collectionsIn, type Collection, type Row, type RowOf } from './kernel/collection'
import * as deployments from './kernel/deployments'
import * as kernel from './kernel/documents'
import * as identity from './kernel/identity'
import * as tallies from './kernel/tallies'
import type { WindUp } from './kernel/departures'
import type { Succeed } from './kernel/succession'
import type { Meeting as MeetingOf } from './kernel/takeover'
import type { House } from './kernel/ports'
import type { Capability } from './kernel/serve'

type Noun = OperationName extends infer Name ? (Name extends `${infer N}.${string}` ? N : never) : never
type Of<N extends string> = { handlers: Record<Extract<OperationName, `${N}.${string}`>, unknown> }

/** The capability for each noun of an operation's name, loaded on its first use. Leaving one out does not compile. */
export const capabilities: { readonly [N in Noun]: () => Promise<Capability & Of<N>> } = {
  family: () => import('./features/people/identity'),
  me: () => import('./features/people/identity'),
  member: () => import('./features/people/duplicates'),
  inbox: () => import('./features/people/messages'),
  membership: () => import('./features/people/memberships'),
  mobile: () => import('./features/people/mobile-members'),
  talent: () => import('./features/people/talent'),
  advisory: () => import('./features/people/talent'),
  transfer: () => import('./features/people/memberships'),
  committee: () => import('./features/people/committees'),
  coverage: () => import('./features/people/coverage'),
  liaison: () => import('./features/people/liaisons'),
  report: () => import('./features/people/liaisons'),
  founding: () => import('./features/people/foundings'),
  joining: () => import('./features/people/joining'),
  org: () => import('./features/people/organizations'),
  publicCard: () => import('./features/people/public-cards'),
  person: () => import('./features/people/finding'),
  roster: () => import('./features/people/roster'),
  setup: () => import('./features/people/setup'),
  activity: () => import('./features/life/activities'),
  template: () => import('./features/life/activities'),
  attendance: () => import('./features/life/attendance'),
  rhythm: () => import('./features/life/rhythm'),
  study: () => import('./features/life/study'),
  life: () => import('./features/life/records'),
  review: () => import('./features/life/reviews'),
  appraisal: () => import('./features/life/reviews'),
  plan: () => import('./features/life/plans'),
  circle: () => import('./features/life/circles'),
  course: () => import('./features/life/courses'),
  book: () => import('./features/life/books'),
  material: () => import('./features/life/materials'),
  training: () => import('./features/life/trainings'),
  signup: () => import('./features/life/signups'),
  post: () => import('./features/service/posts'),
  muster: () => import('./features/service/musters'),
  helping: () => import('./features/service/teams'),
  team: () => import('./features/service/teams'),
  honour: () => import('./features/service/honours'),
  station: () => import('./features/service/stations'),
  volunteer: () => import('./features/service/volunteers'),
  benefit: () => import('./features/care/benefits'),
  birthday: () => import('./features/care/birthdays'),
  calendar: () => import('./features/care/calendar'),
  card: () => import('./features/care/cards'),
  pairing: () => import('./features/care/pairings'),
  partner: () => import('./features/care/partners'),
  pledge: () => import('./features/care/pledges'),
  care: () => import('./features/care/special-care'),
  visit: () => import('./features/care/visits'),
  request: () => import('./features/help/requests'),
  case: () => import('./features/help/cases'),
  hours: () => import('./features/help/hours'),
  wish: () => import('./features/help/wishes'),
  appraisalBallot: () => import('./features/voice/appraisals'),
  survey: () => import('./features/voice/surveys'),
  suggestion: () => import('./features/voice/suggestions'),
  vote: () => import('./features/voice/votes'),
  round: () => import('./features/voice/rounds'),
  election: () => import('./features/voice/elections'),
  assessment: () => import('./features/assessment/rounds'),
  award: () => import('./features/assessment/awards'),
  dues: () => import('./features/means/dues'),
  fund: () => import('./features/means/funds'),
  remedy: () => import('./features/assessment/remedies'),
  debrief: () => import('./features/assessment/debriefs'),
  brand: () => import('./features/assessment/brands'),
  home: () => import('./features/assessment/homes'),
  venue: () => import('./features/means/venues'),
  board: () => import('./features/figures/boards'),
  aftercare: () => import('./features/departures/aftercare'),
  backup: () => import('./features/upkeep/backups'),
  upkeep: () => import('./features/upkeep/exports'),
  health: () => import('./features/upkeep/health'),
  regulation: () => import('./features/people/regulations'),
}

const documents = {
  ...kernel,
  ...deployments,
  ...tallies,
  ...identity,
  ...people,
  ...invites,
  ...joining,
  ...foundings,
  ...setup,
  ...roster,
  ...regulations,
  ...liaisons,
  ...coverage,
  ...publicCards,
  ...duplicates,
  ...memberships,
  ...mobileMembers,
  ...talent,
  ...committees,
  ...peopleSuccessions,
  ...life,
  ...study,
  ...rhythm,
  ...strands,
  ...reviews,
  ...circles,
  ...plans,
  ...courses,
  ...books,
  ...materials,
  ...trainings,
  ...service,
  ...honours,
  ...stations,
  ...musters,
  ...pairings,
  ...pledges,
  ...visits,
  ...specialCare,
  ...benefits,
  ...birthdays,
  ...help,
  ...cases,
  ...hours,
  ...wishes,
  ...suggestions,
  ...ballots,
  ...votes,
  ...rounds,
  ...elections,
  ...surveys,
  ...assessmentTemplates,
  ...assessmentRounds,
  ...duesDocuments,
  ...fundDocuments,
  ...remedies,
  ...debriefs,
  ...brands,
  ...partyHomes,
  ...venues,
  ...departures,
  ...upkeep,
}
type Handle = Extract<(typeof documents)[keyof typeof documents], Collection<Row>>
/** Every collection by its name, with the type of its rows. */
export type Documents = { [C in Handle as C['name']]: RowOf<C> }

/** Every collection; the build writes them for the deployment and the local cloud. */
export const collections: readonly Collection<Row>[] = collectionsIn(documents)

/** The listeners to announcements of lower contexts. */
const listeners: readonly Listener[] = [
  on(MembersChanged, () => import('./features/people/roster/topic').then(it => it.markMembers)),
  on(MembersChanged, () => import('./features/people/committees/follow').then(it => it.followPeople)),
  on(AccountsChanged, () => import('./features/people/committees/follow').then(it => it.followPeople)),
  on(MembersChanged, () => import('./features/people/coverage/marks').then(it => it.markBranch)),
  on(MembersChanged, () => import('./features/people/talent/follow').then(it => it.followTalents)),
  on(HeldAbout, () => import('./features/people/talent/held-facts').then(it => it.heldByTalent)),
  on(MembersChanged, () => import('./features/life/rhythm/marks').then(it => it.markRhythm)),
  on(BranchesChanged, () => import('./features/life/rhythm/marks').then(it => it.markRhythm)),
  on(RulesChanged, () => import('./features/life/rhythm/marks').then(it => it.markBelow)),
  on(GapsOf, () => import('./features/people/coverage/own-gaps').then(it => it.ownGaps)),
  on(GapsOf, () => import('./features/people/committees/gaps').then(it => it.committeeGaps)),
  on(GapsOf, () => import('./features/people/liaisons/gaps').then(it => it.liaisonGaps)),
  on(GapsOf, () => import('./features/life/activities/quiet').then(it => it.quietGaps)),
  on(GapsOf, () => import('./features/care/pairings/unpaired').then(it => it.unpairedGaps)),
  on(BranchFacts, () => import('./features/life/activities/facts').then(it => it.lifeFacts)),
  on(BranchFacts, () => import('./features/care/visits/facts').then(it => it.visitFacts)),
  on(BranchFacts, () => import('./features/help/requests/facts').then(it => it.helpFacts)),
  on(MembersChanged, () => import('./features/service/musters/follow').then(it => it.followMembers)),
  on(RecordsMerged, () => import('./features/service/musters/follow').then(it => it.followMembers)),
  on(MembersChanged, () => import('./features/care/birthdays/mark-celebrations').then(it => it.markCelebrations)),
  on(MembersChanged, () => import('./features/care/visits/replan').then(it => it.replan)),
  on(MembersChanged, () => import('./features/care/special-care/mark-care').then(it => it.markCare)),
  on(AccountsChanged, () => import('./features/people/roster/topic').then(it => it.markMembers)),
  on(AccountsChanged, () => import('./features/care/birthdays/mark-celebrations').then(it => it.markCelebrations)),
  on(OfficesChanged, () => import('./features/care/visits/replan').then(it => it.replan)),
  on(RecordsMerged, () => import('./features/figures/boards/mark-all').then(it => it.markAll)),
  on(FirstNotice, () => import('./features/life/first-notice').then(it => it.hasPublished)),
  on(HeldAbout, () => import('./features/life/attendance/held-facts').then(it => it.heldByLife)),
  on(HeldAbout, () => import('./features/life/held-facts').then(it => it.heldBySignups)),
  on(HeldAbout, () => import('./features/life/study/held-facts').then(it => it.heldByStudy)),
  on(HeldAbout, () => import('./features/life/reviews/held-facts').then(it => it.heldByReviews)),
  on(DaysKnown, () => import('./features/care/calendar/overrides').then(it => it.daysKnown)),
  on(HeldAbout, () => import('./features/life/circles/held-facts').then(it => it.heldByCircles)),
  on(HeldAbout, () => import('./features/life/courses/held-facts').then(it => it.heldByCourses)),
  on(HeldAbout, () => import('./features/life/books/held-facts').then(it => it.heldByBooks)),
  on(HeldAbout, () => import('./features/life/materials/held-facts').then(it => it.heldByMaterials)),
  on(HeldAbout, () => import('./features/life/trainings/held-facts').then(it => it.heldByTrainings)),
  on(MembersChanged, () => import('./features/life/study/mark').then(it => it.markStudyOf)),
  on(OfficesChanged, () => import('./features/life/study/mark').then(it => it.markStudyOf)),
  on(CommitteeChanged, () => import('./features/life/study/mark').then(it => it.markStudyOf)),
  on(HeldAbout, () => import('./features/service/honours/held-facts').then(it => it.heldByHonours)),
  on(HeldAbout, () => import('./features/service/posts/held-facts').then(it => it.heldByService)),
  on(MembersChanged, () => import('./features/help/requests/follow').then(it => it.followElders)),
  on(StandingChanged, () => import('./features/help/requests/follow').then(it => it.releaseGroundless)),
  on(HeldAbout, () => import('./features/service/stations/held-facts').then(it => it.heldByStations)),
  on(HeldAbout, () => import('./features/service/held-facts').then(it => it.heldByTeams)),
  on(HeldAbout, () => import('./features/people/public-cards/held-facts').then(it => it.heldByPublicCard)),
  on(HeldAbout, () => import('./features/care/held-facts').then(it => it.heldByCare)),
  on(HeldAbout, () => import('./features/help/held-facts').then(it => it.heldByHelp)),
  on(HeldAbout, () => import('./features/help/hours/held-facts').then(it => it.heldByHours)),
  on(HeldAbout, () => import('./features/help/wishes/held-facts').then(it => it.heldByWishes)),
  on(HeldAbout, () => import('./features/voice/suggestions/held-facts').then(it => it.heldByVoice)),
  on(HeldAbout, () => import('./features/voice/ballots/held-facts').then(it => it.heldByBallots)),
  on(HeldAbout, () => import('./features/means/dues/held-facts').then(it => it.heldByDues)),
  on(ElectorateOf, () => import('./features/voice/surveys/electorate').then(it => it.surveyElectorate)),
  on(ElectorateOf, () => import('./features/voice/votes/electorate').then(it => it.voteElectorate)),
  on(HeldAbout, () => import('./features/voice/votes/held-facts').then(it => it.heldByVotes)),
  on(HeldAbout, () => import('./features/voice/rounds/held-facts').then(it => it.heldByRounds)),
  on(ElectorateOf, () => import('./features/voice/elections/phones').then(it => it.electionElectorate)),
  on(ElectorateOf, () => import('./features/voice/appraisals/box').then(it => it.appraisalElectorate)),
  on(BoxClosed, () => import('./features/voice/appraisals/box').then(it => it.appraisalClosed)),
  on(HeldAbout, () => import('./features/voice/elections/held-facts').then(it => it.heldByElections)),
  on(HeldAbout, () => import('./features/assessment/remedies/held-facts').then(it => it.heldByRemedies)),
  on(RoomWanted, () => import('./features/means/venues/follow').then(it => it.holdForActivity)),
  on(ActivityMoved, () => import('./features/means/venues/follow').then(it => it.followActivity)),
  on(BoxClosed, () => import('./features/voice/surveys/follow').then(it => it.surveyClosed)),
  on(FactsAbout, () => import('./features/life/attendance/facts-about').then(it => it.factsOfLife)),
  on(FactsAbout, () => import('./features/care/facts-about').then(it => it.factsOfCare)),
  on(FactsAbout, () => import('./features/help/facts-about').then(it => it.factsOfHelp)),
  on(NeedFound, () => import('./features/help/requests/ask-for-need').then(it => it.askForNeed)),
  on(RequestSeen, () => import('./features/help/requests/sees-request').then(it => it.seesRequest)),
  on(SignHomes, () => import('./features/care/visits/sign-homes').then(it => it.signHomes)),
  on(SignHomes, () => import('./features/help/requests/sign-home').then(it => it.signHome)),
]

type Departing<C extends Handle> = [Exclude<C['fates'][keyof C['fates']], 'kept'>] extends [never] ? never : C['name']

/** How the rows of a departing person are wound up, for every collection that does not keep all of them. Leaving one out does not compile. */
const windUps: { readonly [C in Handle as Departing<C>]: () => Promise<WindUp> } = {
  accounts: () => import('./kernel/winding-up').then(it => it.windUpAccounts),
  messages: () => import('./kernel/winding-up').then(it => it.windUpMessages),
  invites: () => import('./features/people/identity/departures').then(it => it.dropInvites),
  'public-cards': () => import('./features/people/public-cards/withdraw-public-card').then(it => it.takeCard),
  transfers: () => import('./features/people/memberships/ends').then(it => it.endLetters),
  'mobile-members': () => import('./features/people/mobile-members/end').then(it => it.leaveAway),
  talents: () => import('./features/people/talent/follow').then(it => it.leaveTalents),
  'talent-asks': () => import('./features/people/talent/follow').then(it => it.endAsks),
  advisories: () => import('./features/people/talent/follow').then(it => it.leaveAdvisories),
  activities: () => import('./features/life/signups/departures').then(it => it.leaveActivities),
  'review-words': () => import('./features/life/reviews/departures').then(it => it.eraseWords),
  circles: () => import('./features/life/circles/departures').then(it => it.leaveCircles),
  books: () => import('./features/life/books/departures').then(it => it.leaveShelf),
  'honour-proposals': () => import('./features/service/honours/proposals').then(it => it.leaveProposals),
  posts: () => import('./features/service/posts/departures').then(it => it.leavePosts),
  'station-words': () => import('./features/service/stations/departures').then(it => it.eraseStationWords),
  'muster-calls': () => import('./features/service/musters/departures').then(it => it.leaveMusters),
  'branch-duties': () => import('./features/people/liaisons/departures').then(it => it.leaveBranches),
  caseloads: () => import('./features/care/pairings/departures').then(it => it.leavePairings),
  'care-contacts': () => import('./features/care/special-care/departures').then(it => it.stopCare),
  requests: () => import('./features/help/requests/departures').then(it => it.leaveRequests),
  'dues-accounts': () => import('./features/means/dues/departures').then(it => it.eraseDues),
  suggestions: () => import('./features/voice/suggestions/departures').then(it => it.eraseSuggestions),
  votes: () => import('./features/voice/votes/departures').then(it => it.leaveVotes),
  rounds: () => import('./features/voice/rounds/departures').then(it => it.leaveJuries),
  'round-scores': () => import('./features/voice/rounds/departures').then(it => it.leaveScores),
  'round-entries': () => import('./features/voice/rounds/departures').then(it => it.eraseEntries),
  'vote-roll': () => import('./features/voice/votes/departures').then(it => it.leaveRolls),
  'quiet-cases': () => import('./features/help/cases/departures').then(it => it.leaveCases),
  hours: () => import('./features/help/hours/departures').then(it => it.leaveHours),
  wishes: () => import('./features/help/wishes/departures').then(it => it.leaveWishes),
  remedies: () => import('./features/assessment/remedies/departures').then(it => it.releaseRemedies),
}

type Meeting<C extends Handle> = C['takeover'] extends { meets: true } ? C['name'] : never

/** How rows of two records of one person meet, in every collection where they may; leaving one out does not compile. */
const meetings: { readonly [C in Handle as Meeting<C>]: () => Promise<MeetingOf<RowOf<C>>> } = {
  messages: () => import('./kernel/meetings').then(it => it.messagesMeet),
  accounts: () => import('./kernel/meetings').then(it => it.accountsMeet),
  members: () => import('./features/people/duplicates/members').then(it => it.membersMeet),
  transfers: () => import('./features/people/memberships/ends').then(it => it.transfersMeet),
  'mobile-members': () => import('./features/people/mobile-members/meeting').then(it => it.mobileMeet),
  talents: () => import('./features/people/talent/takeover').then(it => it.talentsMeet),
  'public-cards': () => import('./features/people/public-cards/takeover').then(it => it.cardsMeet),
  activities: () => import('./features/life/takeover').then(it => it.activitiesMeet),
  attendance: () => import('./features/life/takeover').then(it => it.attendanceMeets),
  receipts: () => import('./features/life/takeover').then(it => it.receiptsMeet),
  'study-reports': () => import('./features/life/study/takeover').then(it => it.reportsMeet),
  'review-words': () => import('./features/life/reviews/takeover').then(it => it.wordsMeet),
  'course-progress': () => import('./features/life/courses/takeover').then(it => it.progressMeets),
  honours: () => import('./features/service/honours/moves').then(it => it.honoursMeet),
  'honour-proposals': () => import('./features/service/honours/proposals').then(it => it.proposalsMeet),
  posts: () => import('./features/service/takeover').then(it => it.postsMeet),
  services: () => import('./features/service/takeover').then(it => it.servicesMeet),
  'post-feedback': () => import('./features/service/takeover').then(it => it.feedbackMeets),
  'muster-calls': () => import('./features/service/musters/takeover').then(it => it.musterCallsMeet),
  benefits: () => import('./features/care/takeover').then(it => it.benefitsMeet),
  celebrations: () => import('./features/care/takeover').then(it => it.celebrationsMeet),
  caseloads: () => import('./features/care/takeover').then(it => it.caseloadsMeet),
  'care-contacts': () => import('./features/care/takeover').then(it => it.careMeets),
  visits: () => import('./features/care/takeover').then(it => it.visitsMeet),
  requests: () => import('./features/help/takeover').then(it => it.requestsMeet),
  'ballot-tickets': () => import('./features/voice/ballots/takeover').then(it => it.ticketsMeet),
  'vote-roll': () => import('./features/voice/votes/takeover').then(it => it.linesMeet),
  'round-scores': () => import('./features/voice/rounds/takeover').then(it => it.scoresMeet),
  'dues-accounts': () => import('./features/means/dues/takeover').then(it => it.accountsOfDuesMeet),
}

type Succeeding<C extends Handle> = C['succession'] extends 'goes' ? C['name'] : never

/** How rows go over to the organization that takes the place of theirs, for every collection in which some do; leaving one out does not compile. */
const successions: { readonly [C in Handle as Succeeding<C>]: () => Promise<Succeed> } = {
  'mobile-members': () => import('./features/people/mobile-members/succession').then(it => it.mobileMembersGo),
  talents: () => import('./features/people/talent/follow').then(it => it.talentsGo),
  advisories: () => import('./features/people/talent/follow').then(it => it.advisoriesGo),
  transfers: () => import('./features/people/memberships/succession').then(it => it.transfersGo),
  committees: () => import('./features/people/committees/succession').then(it => it.committeeEnds),
  foundings: () => import('./features/people/foundings/succession').then(it => it.foundingsGo),
  joinings: () => import('./features/people/joining/succession').then(it => it.joiningsGo),
  'public-cards': () => import('./features/people/public-cards/succession').then(it => it.cardsGo),
  activities: () => import('./features/life/succession').then(it => it.activitiesGo),
  templates: () => import('./features/life/succession').then(it => it.templatesGo),
  meetings: () => import('./features/life/rhythm/succession').then(it => it.meetingsGo),
  rhythms: () => import('./features/life/rhythm/succession').then(it => it.rhythmsGo),
  'study-tasks': () => import('./features/life/study/succession').then(it => it.studyTasksGo),
  circles: () => import('./features/life/circles/succession').then(it => it.circlesGo),
  courses: () => import('./features/life/courses/succession').then(it => it.coursesGo),
  books: () => import('./features/life/books/succession').then(it => it.booksGo),
  'book-loans': () => import('./features/life/books/succession').then(it => it.loansGo),
  materials: () => import('./features/life/materials/succession').then(it => it.materialsGo),
  trainings: () => import('./features/life/trainings/succession').then(it => it.trainingsGo),
  honours: () => import('./features/service/honours/moves').then(it => it.honoursGo),
  'honour-proposals': () => import('./features/service/honours/proposals').then(it => it.proposalsGo),
  posts: () => import('./features/service/succession').then(it => it.postsGo),
  teams: () => import('./features/service/succession').then(it => it.teamsGo),
  stations: () => import('./features/service/stations/succession').then(it => it.stationsGo),
  'station-words': () => import('./features/service/stations/succession').then(it => it.stationWordsGo),
  musters: () => import('./features/service/musters/succession').then(it => it.mustersGo),
  'muster-calls': () => import('./features/service/musters/succession').then(it => it.musterCallsGo),
  caseloads: () => import('./features/care/succession').then(it => it.caseloadsGo),
  pledges: () => import('./features/care/pledges/succession').then(it => it.pledgesGo),
  partners: () => import('./features/care/succession').then(it => it.partnersGo),
  'care-contacts': () => import('./features/care/succession').then(it => it.careGoes),
  visits: () => import('./features/care/succession').then(it => it.visitsGo),
  requests: () => import('./features/help/succession').then(it => it.requestsGo),
  hours: () => import('./features/help/hours/succession').then(it => it.hoursGo),
  wishes: () => import('./features/help/wishes/succession').then(it => it.wishesGo),
  elections: () => import('./features/voice/elections/succession').then(it => it.electionsGo),
  suggestions: () => import('./features/voice/suggestions/succession').then(it => it.suggestionsGo),
  surveys: () => import('./features/voice/surveys/succession').then(it => it.surveysGo),
  'ballot-boxes': () => import('./features/voice/ballots/succession').then(it => it.boxesGo),
  votes: () => import('./features/voice/votes/succession').then(it => it.votesGo),
  rounds: () => import('./features/voice/rounds/succession').then(it => it.roundsGo),
  'assessment-sheets': () => import('./features/assessment/rounds/succession').then(it => it.sheetsGo),
  'dues-payments': () => import('./features/means/dues/succession').then(it => it.duesGo),
  'fund-months': () => import('./features/means/funds/succession').then(it => it.monthsGo),
  'fund-books': () => import('./features/means/funds/succession').then(it => it.booksGo),
  'fund-claims': () => import('./features/means/funds/succession').then(it => it.claimsGo),
  'fund-proposals': () => import('./features/means/funds/succession').then(it => it.proposalsOfFundsGo),
  'fund-publications': () => import('./features/means/funds/succession').then(it => it.publicationsGo),
  remedies: () => import('./features/assessment/remedies/succession').then(it => it.remediesGo),
  debriefs: () => import('./features/assessment/debriefs/succession').then(it => it.debriefsGo),
  brands: () => import('./features/assessment/brands/succession').then(it => it.brandsGo),
  'party-homes': () => import('./features/assessment/homes/succession').then(it => it.homesGo),
  venues: () => import('./features/means/venues/succession').then(it => it.venuesGo),
  'venue-days': () => import('./features/means/venues/succession').then(it => it.venueDaysGo),
  aftercare: () => import('./features/departures/succession').then(it => it.aftercareGoes),
}

/** What the contexts form together. */
export const house: House = {
  collections,
  listeners,
  windUps,
  meetings,
  successions,
  keeping: () => import('./keeping').then(it => it.keeping),
}
