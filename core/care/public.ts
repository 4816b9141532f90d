/** What other contexts may use of this one. */
export { signsIn, type VisitSign } from './visits/signs'
