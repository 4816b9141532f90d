import { isWorkday } from 'chinese-days'
import type { ActivityKind } from '../../../../../core/life/activities/contract'
import { addDays, dateOf, dayOfMonth, shanghai } from '../../../../../core/shared/calendar'
import { kindWords } from '../kinds'

/** 每月5日主题党日 (S1). */
const PARTY_DAY = 5

const workdayFrom = (date: string): string => (isWorkday(date) ? date : workdayFrom(addDays(date, 1)))

const nextPartyDay = (today: string): string => {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const thisMonth = dayOfMonth(year, month, PARTY_DAY)
  const next = thisMonth > today ? thisMonth : dayOfMonth(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, PARTY_DAY)
  return workdayFrom(next)
}

/** The day an activity of that kind is likely meant for: a Party day the next 5th (or the working day after it), anything else the next working day. */
export const likelyDate = (kind: ActivityKind, now: number): string => {
  const today = dateOf(now)
  return kind === 'party-day' ? nextPartyDay(today) : workdayFrom(addDays(today, 1))
}

/** What it is called unless one says otherwise: 12月主题党日, 座谈会. */
export const likelyTitle = (kind: ActivityKind, date: string): string =>
  kind === 'party-day' && date !== '' ? `${Number(date.slice(5, 7))}月主题党日` : kindWords[kind]

/** `HH:mm` of an instant. */
export const timeOf = (at: number): string => shanghai(at).format('HH:mm')
