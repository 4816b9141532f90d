import type { NoticeKind, NoticeFields } from '../../../core/shared/notices'
import type { Instant } from '../../../core/shared/operation'
import type { Actor } from '../../features/people/documents'

export interface Message {
  _id: string
  memberId: string
  kind: NoticeKind
  title: string
  text: string
  page: string
  at: Instant
  read: boolean
  /** Where the WeChat service message stands; the inbox row itself is always there. */
  push: 'due' | 'sent' | 'refused' | 'none' | 'failed'
  /** How often WeChat failed to take it. */
  tries?: number
  fields: NoticeFields
}

/** How far a long act has come, by its commandId. */
export interface ProgressMark {
  _id: string
  openid: string
  done: number
  total: number
  at: Instant
}

/** One row of who did what to whose data, when and why. Never a phone number, never a text. */
export interface AuditRow {
  _id: string
  memberId: string
  what: string
  by: Actor
  at: Instant
  why?: string
}

/** How often something was tried in a window of time. */
export interface Limit {
  _id: string
  count: number
  until: Instant
}
