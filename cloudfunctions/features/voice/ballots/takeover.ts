import type { Meeting } from '../../../kernel/takeover'
import type { BallotTicket } from './documents'

/** A person who had a ticket under both records has had one. */
export const ticketsMeet: Meeting<BallotTicket> = { join: mine => mine }
