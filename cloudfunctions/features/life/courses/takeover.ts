import { mergeSpans } from '../../../../core/life/courses/spans'
import type { Meeting } from '../../../kernel/takeover'
import type { CourseProgress } from './documents'

/** Listened under both records: what was played comes together; seen once is seen, with the hours of the first time. */
export const progressMeets: Meeting<CourseProgress> = {
  join: (mine, other) => {
    const { _id, memberId } = mine
    const ended = [mine, other].filter(one => one.seenAt !== undefined).sort((one, next) => (one.seenAt ?? 0) - (next.seenAt ?? 0))
    const further = ended[0] ?? (other.heardAt > mine.heardAt ? other : mine)
    const length = Math.max(mine.length ?? 0, other.length ?? 0)
    const spans = ended[0] ? [] : mergeSpans([...mine.spans, ...other.spans], Infinity)
    return { ...further, _id, memberId, spans, ...(length > 0 ? { length } : {}) }
  },
}
