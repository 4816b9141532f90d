/** What other contexts may use of this one. */
export { noticesMayGoOut, NOTIFYING_ACTS } from './activities/rules'
export { signupOf } from './signups/rules'
