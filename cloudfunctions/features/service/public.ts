/** What other contexts may use of this one. */
export { Teams, type Team } from './documents'
export { queuedIn } from './posts/commitments'
