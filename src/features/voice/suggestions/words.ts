import { stateWords, type SuggestionState, suggestionTopics, topicWords } from '../../../../core/voice/suggestions/states'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type Mine = Given<'suggestion.mine'>['items'][number]
export type Suggestion = Given<'suggestion.get'>
export type Item = Given<'suggestion.list'>['items'][number]

const icons: Readonly<Record<SuggestionState, [IconName, Tone]>> = {
  received: ['clock', 'soft'],
  handed: ['swap', 'soft'],
  working: ['steps', 'soft'],
  adopted: ['done', 'good'],
  partly: ['done', 'good'],
  noted: ['file', 'soft'],
  declined: ['close', 'soft'],
}

/** How a suggestion stands, as a word with its picture. */
export const chipOf = (state: SuggestionState) => {
  const [icon, tone] = icons[state]
  return { icon, tone, words: stateWords[state] }
}

/** What it says, where there is only a recording or a photo. */
export const sayText = (text: string): string => (text === '' ? '（录音或照片）' : text)
export const topicOptions = suggestionTopics.map(value => ({ value, words: topicWords[value] }))
/** 3 位同志也这样想; empty where there is none. */
export const sayJoined = (joined: number): string => (joined === 0 ? '' : `${String(joined)} 位同志也这样想`)
