/** What other contexts may use of this one. */
export { withdrawnReason } from './posts/notices'
