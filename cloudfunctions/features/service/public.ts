/** What other contexts may use of this one. */
export { Teams, type Team } from './documents'
export { queuedIn, takenUpBy } from './posts/commitments'
/** For the board of service. @public */
export { honoursIn } from './honours/figures'
export { isKnown, isOffered } from './volunteers/offered'
export { serviceHandedOn } from './handed-on'
