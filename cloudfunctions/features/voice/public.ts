/** What other contexts may use of this one. */
export { suggestionsTopic } from './suggestions/topic'
export { surveysIn } from './surveys/surveys-in'
export { voiceHandedOn } from './handed-on'
