/** What other contexts may use of this one. */
export { suggestionsTopic } from './suggestions/topic'
export { voiceHandedOn } from './handed-on'
