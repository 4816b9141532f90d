import { addDays } from '../../../../core/shared/calendar'
import type { Hours } from '../../../../core/shared/hours'
import type { DateText } from '../../../../core/shared/operation'
import { shiftOn } from '../../../../core/service/stations/duty'
import { hoursOn } from '../../../../core/service/stations/hours'
import { claimsOf, type Shift } from '../../../../core/service/posts/rules'
import type { Post } from '../documents'
import type { Station } from './documents'

/** One day of a station's month: its shift where one is published, else what it would be. */
export interface StationDay extends Hours {
  date: DateText
  need: number
  /** Null where none is published. */
  shift: Shift | null
  /** The queue of its shift; of it the first `need` are on duty. */
  queue: Post['queue']
}

/** The days of a month on which it is open or people are on duty. */
export const daysOf = (station: Station, post: Post | null, month: string): StationDay[] => {
  const days: StationDay[] = []
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) {
    const found = post ? shiftOn([post], date) : null
    const hours = found?.shift ?? hoursOn(station, date)
    if (!hours) continue
    days.push({
      ...{ date, startsAt: hours.startsAt, endsAt: hours.endsAt, need: found?.shift.places ?? station.need },
      ...{ shift: found?.shift ?? null, queue: found ? claimsOf(found.post.queue, found.shift.shiftId) : [] },
    })
  }
  return days
}

/** Who is on duty on a day. */
export const heldOn = ({ queue, need }: StationDay): Post['queue'] => queue.slice(0, need)
