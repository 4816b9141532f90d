/** What other contexts may use of this one. */
export { Teams, type Team } from './documents'
export { Honours } from './honours/documents'
export { queuedIn, takenUpBy } from './posts/commitments'
export { isKnown, isOffered } from './volunteers/offered'
export { serviceHandedOn } from './handed-on'
