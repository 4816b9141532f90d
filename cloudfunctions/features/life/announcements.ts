import type { Calendar } from '../../../core/shared/almanac/days'
import { announcement } from '../../kernel/announcements'

/** Which days of a year are off at a place, and when it is hot there? */
export const DaysKnown = announcement<{ path: string; year: number }, Calendar>('days-known')
