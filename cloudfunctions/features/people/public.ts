/** What other contexts may use of this one. */
export { oneNumber } from './abroad'
export {
  BranchFacts,
  GapsOf,
  MembersChanged,
  StandingChanged,
  type BranchFact,
  type FactsAsked,
  type Gap,
  type GapsAsked,
} from './announcements'
export { coverOrg } from './coverage/cover'
export { markCoverage } from './coverage/marks'
export { coverageTopic } from './coverage/topic'
export { isElder } from './elders'
export { settleDuty } from './liaisons/duty'
export { Members, Organizations, type Commitment, type Member, type Organization } from './documents'
export { PublicCards } from './public-cards/documents'
export { Committees, type BranchCommittee } from './committees/documents'
export { VOLUNTEERS } from './identity/volunteers'
export { regulationsAt, regulationsFor } from './regulations/book'
export { membershipsOf } from './memberships/log'
export { rosterSheets } from './roster/export'
export { MEMBERS } from './roster/topic'
export { homes } from './use-case'
