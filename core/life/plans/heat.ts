import type { Span } from '../../shared/almanac/windows'
import type { DateText } from '../../shared/operation'
import type { ActivityKind } from '../activities/contract'

/** Kinds that are held out of doors: none of them in the heat weeks. */
const outdoor: readonly ActivityKind[] = ['visit', 'outing', 'volunteering']
export const isOutdoor = (kind: ActivityKind): boolean => outdoor.includes(kind)

/** Does a day lie in a span? */
export const isWithin = (date: DateText, { from, to }: Span): boolean => from <= date && date <= to
