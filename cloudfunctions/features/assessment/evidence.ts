/** What these capabilities know of a branch, for an assessment to read: pure looks at rows, each at a branch's cost. */
export { brandsOf } from './brands/figures'
export { debriefIn } from './debriefs/evidence'
export { homeOf } from './homes/figures'
export { remediesIn } from './remedies/figures'
