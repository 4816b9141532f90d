import type { Member } from '../../cloudfunctions/features/people/documents'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { DateText, Instant } from '../../core/shared/operation'

const parts = (date: DateText) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

/** The members; one now has a round birthday in two days, and one is fifty years in the Party in four. */
export const soonCelebrating = (members: readonly Member[], now: Instant): Member[] => {
  const [birthday, joining] = [2, 4].map(days => addDays(dateOf(now), days)).map(parts)
  const elder = members.find(one => birthday && [80, 90].includes(birthday.year - (one.birthday?.year ?? 0)))
  const veteran = members.find(one => joining && one !== elder && one.joinedPartyOn?.startsWith(String(joining.year - 50)))
  return members.map(one => {
    if (birthday && one === elder)
      return { ...one, birthday: { calendar: 'solar', year: one.birthday?.year ?? 0, month: birthday.month, day: birthday.day } }
    if (joining && one === veteran) return { ...one, joinedPartyOn: `${String(joining.year - 50)}${addDays(dateOf(now), 4).slice(4)}` }
    return one
  })
}
