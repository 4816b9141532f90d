import { addDays, addMonths } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

/** How the branch had word of a member who is away. */
export const contactWays = ['call', 'message', 'visit'] as const
export type ContactWay = (typeof contactWays)[number]

/** How long before the contact is due its secretary is reminded, in days. */
const REMIND_AHEAD = 14

/** When the branch is to have word of a member again, after it had on that day; counted from the day they left where that is later. */
export const dueAfter = (word: DateText, from: DateText, months: number): DateText => addMonths(word > from ? word : from, months)

/** What a secretary is told of a contact, one after the other: that it comes due, and that the time went by without word. */
export const reminders = ['ahead', 'silent'] as const
export type Reminder = (typeof reminders)[number]

/** The day on which a reminder is given. */
export const remindsOn = (dueOn: DateText, reminder: Reminder): DateText => addDays(dueOn, reminder === 'ahead' ? -REMIND_AHEAD : 1)
