/** What other contexts may use of this one. */
export { oneNumber } from './abroad'
export { MembersChanged, StandingChanged } from './announcements'
export { Members, Organizations, type Commitment, type Member, type Organization } from './documents'
export { PublicCards } from './public-cards/documents'
export { VOLUNTEERS } from './identity/volunteers'
export { rosterSheets } from './roster/export'
export { MEMBERS } from './roster/topic'
export { homes } from './use-case'
