/** What other contexts may use of this one. */
export { noticesMayGoOut, NOTIFYING_ACTS } from './activities/rules'
export { grades, gradeWords, type Grade } from './reviews/grades'
export { signupOf } from './signups/rules'
export { isLate, nextReminder, reminderToday, remindOn, type Reminded } from './reviews/remedies'
export { lackingOf } from './rhythm/year'
