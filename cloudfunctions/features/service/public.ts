/** What other contexts may use of this one. */
export { Teams, type Team } from './documents'
export { queuedIn, takenUpBy } from './posts/commitments'
/** For the board of service. @public */
export { honoursIn } from './honours/figures'
export { nearestStations, type Looking } from './stations/nearest'
/** For the board of service. @public */
export { stationFigures, type StationFigures } from './stations/figures'
export { isKnown, isOffered } from './volunteers/offered'
export { serviceHandedOn } from './handed-on'
export { Musters, MusterCalls, type Muster, type MusterCall } from './musters/documents'
