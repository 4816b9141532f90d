import { monthOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { type Acting, markFigures } from '../../../kernel/rollups'

/** The figures of suggestions, by month. */
export const SUGGESTIONS = 'suggestions'

/** The figures of a branch are to be counted again: of the month in which a suggestion came, and of this one. */
export const markSuggestion = (ports: Acting, { branchId, at }: { branchId: string; at: Instant }): Promise<void> =>
  markFigures(
    ports,
    [...new Set([monthOf(at), monthOf(ports.now)])].map(period => ({ topic: SUGGESTIONS, orgId: branchId, period })),
  )
