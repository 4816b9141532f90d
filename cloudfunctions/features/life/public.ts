/** What other contexts may use of this one. */
export { sheetOf } from './attendance/sheet'
export { codesOf } from './attendance/secret'
export { Activities, type Activity } from './documents'
export { electorateOf } from './records/voters'
export { markRhythm } from './rhythm/marks'
export { lifeTopic } from './rhythm/topic'
export { studyTopic } from './study/topic'
export { lifeHandedOn } from './handed-on'
