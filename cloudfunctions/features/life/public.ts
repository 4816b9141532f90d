/** What other contexts may use of this one. */
export { codesOf } from './attendance/secret'
export { Activities, type Activity } from './documents'
export { markRhythm } from './rhythm/marks'
export { lifeTopic } from './rhythm/topic'
export { studyTopic } from './study/topic'
export { lifeHandedOn } from './handed-on'
