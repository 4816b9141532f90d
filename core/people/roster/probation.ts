import { addMonths } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'
import type { Profile } from './contract'

/**
 * Whether a member is a probationary one (预备党员) on a day, by the date on which the Party took them in and the months of probation that the rules set. Of a
 * date that is only a month or a year its first day counts, so that no full member is taken for one; without a date they are a full member.
 */
export const isProbationary = ({ joinedPartyOn }: Pick<Profile, 'joinedPartyOn'>, on: DateText, months: number): boolean => {
  if (joinedPartyOn === undefined) return false
  const joined = `${joinedPartyOn}-01-01`.slice(0, 10)
  return joined <= on && on < addMonths(joined, months)
}
