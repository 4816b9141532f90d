/**
 * What surveys, votes and elections use of the engine. Each opens a box under its own id (`openBox`), registers in `house.ts` who may have a ticket (`ElectorateOf`, by
 * `electorate`) and what follows when the box is closed (`BoxClosed`), and reads what it says (`countOf`, `answersOf`).
 */
export { electorate } from './announcements'
export { answersOf, closeBox, countOf, emptyBox, giveTellerKey, openBox, ticketsOf, type BoxWanted } from './boxes'
export { type BallotBox, BallotBoxes, BallotTickets, ticketId } from './documents'
