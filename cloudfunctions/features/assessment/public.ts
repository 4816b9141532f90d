/** What other contexts may use of this one. */
export { assessmentTopic, roundTopic } from './rounds/topic'
