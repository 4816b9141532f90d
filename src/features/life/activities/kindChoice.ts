import type { ActivityKind } from '../../../../core/life/activities/contract'
import type { Option } from '../../../components/Choice'
import { kindWords } from './kinds'

const isKind = (text: string): text is ActivityKind => text in kindWords

/** Every kind of activity, to choose from. */
export const kindOptions: readonly Option<ActivityKind>[] = Object.keys(kindWords)
  .filter(isKind)
  .map(kind => ({ value: kind, words: kindWords[kind] }))

/** The kind a draft names; a word of another version of the mini-program counts as a Party day. */
export const kindOf = (text: string): ActivityKind => (isKind(text) ? text : 'party-day')
