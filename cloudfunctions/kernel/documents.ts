import { moves, movesAndMeets } from './takeover'
import type { AuditKind } from '../../core/shared/audit-kinds'
import type { NoticeKind, NoticeFields } from '../../core/shared/notices'
import type { DateText, Instant } from '../../core/shared/operation'
import { by, collection, type Row } from './collection'
import { stays } from './departures'
import type { Actor } from './identity'

export interface Message {
  _id: string
  memberId: string
  kind: NoticeKind
  title: string
  text: string
  page: string
  at: Instant
  read: boolean
  /** The state of the WeChat service message; the inbox row exists in any case. `later`: its phone is not to ring before `pushFrom`. */
  push: 'due' | 'later' | 'sent' | 'refused' | 'none' | 'failed'
  pushFrom?: Instant
  /** Who took over its latest sending: an id of that sender alone. */
  sender?: string
  /** How often WeChat failed to take it. */
  tries?: number
  fields: NoticeFields
}
export const Messages = collection('messages', {
  indexes: [
    by('member', 'memberId', 'at', '_id'),
    by('unread', 'memberId', 'read'),
    by('push', 'push', 'at'),
    by('later', 'push', 'pushFrom'),
    by('telling', 'push', '_id'),
  ],
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'kept' },
  succession: 'none',
  takeover: movesAndMeets(['memberId']),
}).of<Message>()

/** Who did what to whose data, when and why. Never holds a phone number or a text. */
export interface AuditRow {
  _id: string
  memberId: string
  what: AuditKind
  by: Actor
  at: Instant
  why?: string
}
export const Audit = collection('audit', {
  indexes: [by('whose', 'memberId', 'at', '_id')],
  fates: stays,
  succession: 'none',
  takeover: 'stays',
}).of<AuditRow>()

/** What a stored file is for; `ended`: its time has come, and it is being removed. */
export type FilePurpose =
  | 'export'
  | 'roster'
  | 'request'
  | 'wish'
  | 'visit'
  | 'feedback'
  | 'record'
  | 'review'
  | 'committee'
  | 'study'
  | 'portrait'
  | 'public-card'
  | 'branch-visit'
  | 'report'
  | 'organization'
  | 'suggestion'
  | 'dues'
  | 'dues-file'
  | 'fund'
  | 'vote'
  | 'assessment'
  | 'remedy'
  | 'brand'
  | 'home'
  | 'venue'
  | 'backup'
  | 'ended'

/** A stored file: who made it, for what, and when it ends. `_id` is its path in the storage. */
export interface StoredFile {
  _id: string
  /** As the platform names it; missing while the cloud writes it. */
  fileId?: string
  purpose: FilePurpose
  /** The document that it belongs to; of a sheet, what it was made of. */
  about: string
  /** The account that made it. */
  openid: string
  memberId: string | null
  at: Instant
  /** When it is removed; missing while a document names it. */
  endsAt?: Instant
}
export const StoredFiles = collection('files', {
  indexes: [by('ends', 'endsAt'), by('about', 'about', 'purpose', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: moves(['about']),
}).of<StoredFile>()

/** What a command answered, so that the same command answers the same. */
export interface KeptReply {
  _id: string
  data: unknown
  until: Instant
}
export const Commands = collection('commands', {
  indexes: [by('until', 'until')],
  fates: stays,
  succession: 'none',
  takeover: 'none',
}).of<KeptReply>()

/** How often something was tried in a window of time. */
export interface Limit {
  _id: string
  count: number
  /** The different guesses, where they are counted (as hashes). */
  tried?: string[]
  until: Instant
}
export const Limits = collection('limits', {
  indexes: [by('until', 'until')],
  fates: stays,
  succession: 'none',
  takeover: 'none',
}).of<Limit>()

/** A figure of one organization and period, counted from its rows or from the figures directly below; `_id` is `<topic>:<organization>:<period>`. */
export interface Rollup {
  _id: string
  topic: string
  orgId: string
  name: string
  parentId: string | null
  /** Of a branch: itself and every organization above it, so that branches that need attention are found from anywhere above. */
  scopes: string[]
  period: string
  /** In the topic's shape; null until it is first counted. */
  value: unknown
  /** How much needs attention; 0 where all is well. */
  worry: number
  countedAt: Instant
  /** Something below it changed at this instant or later. */
  due?: Instant
  /** Grows with every such change, so that a change during the count is not lost. */
  marks: number
  /** The organizations above whose figure its latest change of value has still to mark. */
  above?: string[]
}
export const Rollups = collection('rollups', {
  indexes: [
    by('due', 'due'),
    by('below', 'parentId', 'topic', 'period', '_id'),
    by('most-below', 'parentId', 'topic', 'period', 'worry', '_id'),
    by('most-within', 'scopes', 'topic', 'period', 'worry', '_id'),
  ],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<Rollup>()

/** What a run of the timer that could not count all figures left for the next ones; one row, `latest`, which is true until the next run. */
export interface RollupBacklog {
  _id: 'latest'
  at: Instant
  /** The next run will not count all of it either. */
  far: boolean
  /** Of the figures that wait longest: which, whether some were never counted, and the organizations concerned with everything above them. */
  waiting: { topic: string; period: string; never: boolean; orgIds: string[] }[]
}
export const RollupBacklogs = collection('rollup-backlogs', { fates: stays, succession: 'none', takeover: 'none' }).of<RollupBacklog>()

/** A figure that did not agree with its rows one night; `_id` is `<date>:<figure>`, so that a night reports it once. */
export interface RollupDrift {
  _id: string
  date: DateText
  /** The organization and everything above it. */
  scopes: string[]
  figure: string
  at: Instant
}
export const RollupDrifts = collection('rollup-drift', {
  indexes: [by('within', 'scopes', 'date')],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<RollupDrift>()

/** The progress of one night's comparison; `_id` is its date. */
export interface RollupNight {
  _id: DateText
  /** The path of the last organization compared; empty at the beginning. */
  after: string
  compared: number
  startedAt: Instant
  finishedAt?: Instant
}
export const RollupNights = collection('rollup-nights', { fates: stays, succession: 'none', takeover: 'none' }).of<RollupNight>()

/** A row of any kind, as the fields it is made of. */
export type AnyRow = Row & Record<string, unknown>

/** One row that a merge changed: as it was and as it became (null: it was not there). Kept for as long as the merge can be undone. */
export interface TakenRow {
  _id: string
  mergeId: string
  collection: string
  rowId: string
  before: AnyRow | null
  after: AnyRow | null
  at: Instant
}
export const TakenRows = collection('taken-rows', {
  indexes: [by('merge', 'mergeId', '_id'), by('at', 'at')],
  fates: stays,
  succession: 'none',
  takeover: 'stays',
}).of<TakenRow>()

/** The last time that a job of the timer did something or failed. */
export interface JobRun {
  at: Instant
  /** How much it did. */
  did: number
  /** How long it took. */
  ms: number
  failed?: boolean
}

/** When the timer last ran; one row, `timer`. */
export interface TimerRun {
  _id: 'timer'
  /** Noted every five minutes, and whenever there was something to do. */
  beatAt: Instant
  /** By the job's name. */
  jobs: Record<string, JobRun>
}
export const TimerRuns = collection('timer-runs', { fates: stays, succession: 'none', takeover: 'none' }).of<TimerRun>()
