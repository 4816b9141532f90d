import type { SuggestionState, SuggestionTopic } from '../../../../core/voice/suggestions/states'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** One change of its state; the words are those that the proposer was told. */
export interface SuggestionStep {
  /** The command that made it: sent again, it is the same step. */
  commandId: string
  at: Instant
  state: SuggestionState
  words: string
  unit?: string
  dueOn?: DateText
  by: Actor
}

/** A suggestion (P50). It belongs to the branch it was made in, and stays there when its proposer moves. */
export interface Suggestion {
  _id: string
  /** The proposer. */
  memberId: string
  name: string
  branchId: string
  branchName: string
  path: string
  /** The organizations whose officers have it on their lists. */
  scopes: string[]
  text: string
  voiceFileId?: string
  photoFileIds: string[]
  at: Instant
  by: Actor
  topic?: SuggestionTopic
  state: SuggestionState
  /** No verdict yet. */
  open: boolean
  /** The day by which it is to be answered. */
  dueOn: DateText
  steps: SuggestionStep[]
  joined: { memberId: string; at: Instant }[]
  rated?: { answers: boolean; words: string; at: Instant }
  outcome?: { words: string; photoFileIds: string[]; at: Instant }
  /** What its keepers were reminded of, of the day in `dueOn`. */
  reminded?: 'soon' | 'late'
  /** When they may have to be reminded next. */
  remindOn?: DateText
  version: number
}
export const Suggestions = collection('suggestions', {
  indexes: [
    by('list', 'scopes', 'at', '_id'),
    by('state', 'scopes', 'state', 'at', '_id'),
    by('open', 'scopes', 'open', 'at', '_id'),
    by('due', 'scopes', 'open', 'dueOn'),
    by('month', 'branchId', 'at', '_id'),
    by('proposer', 'memberId', 'at', '_id'),
    by('joined', 'joined.memberId', 'at', '_id'),
    by('remind', 'remindOn', '_id'),
  ],
  // What a person said is theirs: it goes with their consent.
  fates: { died: 'kept', left: 'kept', withdrew: 'erased', transferred: 'kept' },
  takeover: moves(['memberId', 'joined.memberId'], { once: { joined: ['memberId'] }, version: 'version' }),
  succession: 'goes',
}).of<Suggestion>()
