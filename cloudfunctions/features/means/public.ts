/** What other contexts may use of this one. */
export { bookGrant } from './funds/grants'
export { duesEvidence, fundEvidence } from './funds/evidence'
export { fundsTopic } from './funds/topic'
export { roomsOf, venueUse } from './venues/figures'
