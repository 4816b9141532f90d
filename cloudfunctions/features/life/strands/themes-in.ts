import type { Span } from '../../../../core/shared/almanac/windows'
import { periodAfter, periodOn } from '../../../../core/shared/obligations/periods'
import type { Store } from '../../../kernel/store'
import { type Theme, Themes } from './documents'

/** The themes that a branch gave to the quarters of a span. */
export const themesIn = (store: Store, branchId: string, { from, to }: Span): Promise<Theme[]> =>
  store.table(Themes).findAll({ branchId, quarter: { gte: periodOn('quarter', from), lt: periodAfter(periodOn('quarter', to)) } })
