/** What other contexts may use of this one. */
export { assessmentHandedOn } from './handed-on'
export { alikeTopic } from './rounds/alike'
export { assessmentTopic, roundTopic } from './rounds/topic'
