/** What other contexts may use of this one. */
export { DuesPayments } from './dues/documents'
