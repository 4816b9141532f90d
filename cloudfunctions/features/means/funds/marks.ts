import type { DateText } from '../../../../core/shared/operation'
import { dateOf } from '../../../../core/shared/calendar'
import { type Acting, markRollup } from '../../../kernel/rollups'

/** The figures of money, by year. */
export const FUNDS = 'funds'
/** Functions live for less. */
const CALL_OVER = 20_000

/**
 * The figures of an organization are to be counted again: of the years of these days, and of this one. Counted once the call is over, so that it may be marked in the
 * same wave as what changes them.
 */
export const markFunds = ({ store, now }: Acting, orgId: string, days: readonly DateText[]): Promise<void> =>
  markRollup({ store, now: now + CALL_OVER }, FUNDS, orgId, [...new Set([...days, dateOf(now)].map(day => day.slice(0, 4)))])
