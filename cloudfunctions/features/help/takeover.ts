import type { Meeting } from '../../kernel/takeover'
import type { HelpRequest } from './documents'

/** A request that was asked under another record is not taken for a second tap of one that stands. */
export const requestsMeet: Meeting<HelpRequest> = {
  tidy: (row, before) => (row.memberId === before.memberId ? row : { ...row, sameness: row._id }),
}
