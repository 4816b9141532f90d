import { signInWindow } from '../../../../../core/life/attendance/rules'
import { addDays, dateOf, instantOf } from '../../../../../core/shared/calendar'
import type { Given } from '../../../../platform/call'

export type Activity = Given<'activity.list'>['items'][number]

/** Days after an activity during which its record is still asked for on the desk. */
const RECORD_DAYS = 3

/** From which instant on the desk needs activities: the first of the days whose records may still be missing. */
export const deskFrom = (now: number): number => instantOf(addDays(dateOf(now), -RECORD_DAYS))

export interface Desk {
  /** Today's, cancelled ones too: a member may still come. */
  today: Activity[]
  /** After today, not cancelled. */
  coming: Activity[]
  /** Held in the last days. */
  held: Activity[]
}

/** What lies on the desk at an instant, each in the order of time (the latest held first). */
export const sortDesk = (items: readonly Activity[], now: number): Desk => {
  const today = dateOf(now)
  const live = items.filter(item => item.state === 'published')
  return {
    today: items.filter(item => dateOf(item.startsAt) <= today && dateOf(item.endsAt) >= today),
    coming: live.filter(item => dateOf(item.startsAt) > today),
    held: live.filter(item => dateOf(item.endsAt) < today).reverse(),
  }
}

/** Where an activity stands between its notice and its record. */
export type Stage = 'cancelled' | 'before' | 'door-open' | 'over'

/** The stage at an instant: the door opens an hour before and closes half an hour after. */
export const stageOf = (activity: Pick<Activity, 'state' | 'startsAt' | 'endsAt'>, now: number): Stage => {
  if (activity.state === 'cancelled') return 'cancelled'
  const { opensAt, closesAt } = signInWindow(activity)
  if (now < opensAt) return 'before'
  return now <= closesAt ? 'door-open' : 'over'
}
