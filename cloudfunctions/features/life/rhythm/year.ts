import { dutiesOf } from '../../../../core/life/rhythm/owing'
import { type DutyItem, itemsOf } from '../../../../core/life/rhythm/year'
import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../../people/public'
import type { MeetingRow } from './documents'
import { meetingsAbout } from './meetings-in'
import { type OwingNow, owingOf } from './owing'

const shown = ({ _id, duty, title, on, verdict, present, reached, expected }: MeetingRow) => ({
  ...{ activityId: _id, duty, title, on, verdict, present, reached, expected },
})

/**
 * What a branch owes in a year and the one before, with what it has held, on a date: early in a year the last periods of the one before may still be made
 * good, and a meeting counts once. One wave of six queries at most.
 */
export const yearsOf = async (
  store: Store,
  branch: Organization,
  year: number,
  today: DateText,
): Promise<OwingNow & { items: DutyItem[] }> => {
  const [now, rows] = await Promise.all([owingOf(store, branch, today), meetingsAbout(store, branch._id, year)])
  const owed = [year - 1, year].flatMap(each => dutiesOf(now.book, now.owing, each))
  return { ...now, items: itemsOf(owed, rows.map(shown), today) }
}

/** Whether a period belongs to a year. */
export const isOf = (year: number, { span }: Pick<DutyItem, 'span'>): boolean => span.from.startsWith(String(year))
