import type { Spread } from '../../../../core/voice/rounds/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { ActInPieces, Acting } from '../../../kernel/acts'
import { by, collection } from '../../../kernel/collection'
import type { Actor } from '../../../kernel/identity'
import { moves, movesAndMeets } from '../../../kernel/takeover'

/**
 * `want` asks all members for suggestions; `fill` puts in those of the period, and opens the judging at its end; `ask` tells the jury; `remind` those with
 * something left; `count` seals and counts; `tell` says that it is over.
 */
export interface RoundAct extends ActInPieces {
  what: 'want' | 'fill' | 'ask' | 'remind' | 'count' | 'tell'
}

/** A round of suggestions with a jury (金点子). */
export interface Round extends Acting<RoundAct> {
  _id: string
  orgId: string
  orgName: string
  path: string
  scopes: string[]
  title: string
  words: string
  from: DateText
  gatherUntil?: Instant
  judgeUntil: Instant
  jury: { memberId: string; name: string }[]
  /** The ids of the jury: they alone take part, wherever they belong. */
  party: string[]
  state: 'gathering' | 'judging' | 'closed'
  /** How many are judged; known once the judging begins. */
  entries: number
  honoured?: { at: Instant; by: Actor }
  createdBy: Actor
  createdAt: Instant
  version: number
}
export const Rounds = collection('rounds', {
  indexes: [by('within', 'scopes', 'judgeUntil', '_id'), by('juror', 'party', 'judgeUntil', '_id'), by('due', 'actDue')],
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'kept' },
  takeover: moves(['party'], { once: { party: [], jury: ['memberId'] }, version: 'version' }),
  succession: 'goes',
}).of<Round>()

/** A suggestion as a round judges it; `_id` is `${roundId}:${suggestionId}`. What was said stays here as it was when the judging began. */
export interface RoundEntry {
  _id: string
  roundId: string
  suggestionId: string
  /** Random: the name by which jurors know it, and the order in which they read. */
  code: string
  /** The proposer. */
  memberId: string
  name: string
  branchName: string
  text: string
  voiceFileId?: string
  photoFileIds: string[]
  result?: Spread
  /** After the end. */
  place?: number
  chosen?: { at: Instant; words: string }
}
export const RoundEntries = collection('round-entries', {
  indexes: [by('order', 'roundId', 'code', '_id'), by('place', 'roundId', 'place', '_id'), by('proposer', 'memberId', '_id')],
  // What a person said is theirs: it goes with their consent.
  fates: { died: 'kept', left: 'kept', withdrew: 'erased', transferred: 'kept' },
  takeover: moves(['memberId']),
  succession: 'stays',
}).of<RoundEntry>()

/**
 * What one juror says of one suggestion; `_id` is `${roundId}:${code}:${jurorId}`. Its line is there from the beginning (none for a juror's own suggestion), and takes
 * a score until it is sealed: so that what comes as the count begins is counted or refused.
 */
export interface RoundScore {
  _id: string
  roundId: string
  code: string
  jurorId: string
  score: number | null
  sealed: boolean
}
export const scoreId = (roundId: string, code: string, jurorId: string): string => `${roundId}:${code}:${jurorId}`
export const RoundScores = collection('round-scores', {
  indexes: [by('entry', 'roundId', 'code', '_id'), by('juror', 'jurorId', 'roundId', '_id'), by('round', 'roundId', 'score', '_id')],
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'kept' },
  takeover: movesAndMeets(['jurorId']),
  succession: 'stays',
}).of<RoundScore>()
