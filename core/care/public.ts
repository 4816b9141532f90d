/** What other contexts may use of this one. */
export { careQuiet } from './special-care/rules'
export { signsIn, type VisitSign } from './visits/signs'
