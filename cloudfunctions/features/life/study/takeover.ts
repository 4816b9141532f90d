import type { Meeting } from '../../../kernel/takeover'
import type { StudyReport } from './documents'

/** Reported under both records: the fuller words stay, of the day on which it was first reported. */
export const reportsMeet: Meeting<StudyReport> = {
  join: (mine, other) => ({
    ...(other.text.length + other.photoFileIds.length > mine.text.length + mine.photoFileIds.length ? other : mine),
    ...{ _id: mine._id, memberId: mine.memberId, name: mine.name },
    at: Math.min(mine.at, other.at),
  }),
}
