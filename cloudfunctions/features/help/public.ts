/** What other contexts may use of this one. */
export { Requests } from './documents'
export { requestsTopic, totalOf } from './requests/topic'
export { helpHandedOn } from './handed-on'
export { hoursFigures } from './hours/figures'
export { wishesDone } from './wishes/figures'
