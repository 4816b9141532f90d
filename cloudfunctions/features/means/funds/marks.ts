import type { DateText } from '../../../../core/shared/operation'
import { dateOf } from '../../../../core/shared/calendar'
import { type Acting, markRollup } from '../../../kernel/rollups'

/** The figures of money, by year. */
export const FUNDS = 'funds'

/** The figures of an organization are to be counted again: of the years of these days, and of this one. */
export const markFunds = (ports: Acting, orgId: string, days: readonly DateText[]): Promise<void> =>
  markRollup(ports, FUNDS, orgId, [...new Set([...days, dateOf(ports.now)].map(day => day.slice(0, 4)))])
