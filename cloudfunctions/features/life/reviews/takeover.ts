import type { Meeting } from '../../../kernel/takeover'
import type { ReviewWord } from './documents'

/** Written under both records: the later word stands, as it does where a person says it again. */
export const wordsMeet: Meeting<ReviewWord> = {
  join: (mine, other) => (other.at > mine.at ? { ...other, _id: mine._id, memberId: mine.memberId, name: mine.name } : mine),
}
