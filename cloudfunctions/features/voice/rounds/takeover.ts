import type { Meeting } from '../../../kernel/takeover'
import type { RoundScore } from './documents'

/** A juror who was one under both records scored each suggestion once. */
export const scoresMeet: Meeting<RoundScore> = { join: (mine, other) => (mine.score === null ? { ...mine, score: other.score } : mine) }
