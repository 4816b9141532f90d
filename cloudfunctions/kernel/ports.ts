import type { Environment } from '../../core/shared/environment'
import type { NoticeFields, NoticeKind } from '../../core/shared/notices'
import type { Instant } from '../../core/shared/operation'
import type { Listener } from './announcements'
import type { Collection, Row } from './collection'
import type { WindUp } from './departures'
import type { Keeping } from './keeping'
import type { Store } from './store'
import type { Succeed } from './succession'
import type { Route } from '../../core/shared/routes'

/** Files in cloud storage. */
export interface Files {
  read(fileId: string): Promise<Uint8Array>
  /** Stores a file, in place of one on the same path, and answers where to fetch it for an hour. */
  write(path: string, content: Uint8Array): Promise<{ fileId: string; url: string }>
  /** Where these files can be fetched for an hour, by their ids; those that are not there are left out. */
  addresses(fileIds: readonly string[]): Promise<Readonly<Record<string, string>>>
  /** Removes up to 50 files; answers those that are gone, also those that were not there. */
  remove(fileIds: readonly string[]): Promise<readonly string[]>
}

/** What only WeChat knows. */
export interface WeChat {
  /** Does WeChat allow this text to be shown to others? */
  textIsFit(openid: string, text: string): Promise<boolean>
  /** The verified number for a getPhoneNumber code; null where the code is not valid. */
  phoneNumber(code: string): Promise<string | null>
  /** Sends one service message; `refused` where no consent is left (43101), `no-template` where the environment has none for the kind. */
  send(openid: string, message: { kind: NoticeKind; page: string; fields: NoticeFields }): Promise<'sent' | 'refused' | 'no-template'>
  /** A picture (PNG or JPEG) of a mini-program code that opens `page` with `scene` (at most 32 letters and digits). */
  pageCode(page: string, scene: string): Promise<Uint8Array>
  /** A new updatable card for group chats; it lives until `expiresAt`. */
  newCard(openid: string): Promise<{ activityId: string; expiresAt: Instant }>
  /**
   * Makes a card show how many came (0), that it is full (1) or that it is over (2). Cards only go forward; `refused` where this one can no
   * longer show that. `page` is where a full card leads.
   */
  showOnCard(activityId: string, shows: CardShows): Promise<'shown' | 'refused'>
}

export interface CardShows {
  state: 0 | 1 | 2
  memberCount: number
  roomLimit: number
  page: Route
}

/**
 * What the contexts form together: all collections, the listeners to announcements, how a departing person's affairs are wound up, and how
 * rows of two records of one person meet.
 */
export interface House {
  collections: readonly Collection<Row>[]
  listeners: readonly Listener[]
  /** By the collection's name. */
  windUps: Readonly<Record<string, () => Promise<WindUp>>>
  /** By the collection's name: a `Meeting` of its own rows. */
  meetings: Readonly<Record<string, () => Promise<unknown>>>
  /** How rows go over to the organization in the place of theirs, by the collection's name. */
  successions: Readonly<Record<string, () => Promise<Succeed>>>
  /** What a backup keeps, by the collection's name. */
  keeping: () => Promise<Readonly<Record<string, Keeping>>>
}

export interface Ports {
  store: Store
  files: Files
  wechat: WeChat
  house: House
  /** What the environment was given when it was deployed. */
  environment(this: void): Environment
  now: Instant
  /** Milliseconds that this invocation has taken, for work that must end before the platform ends it. */
  elapsed(this: void): number
  newId(this: void): string
}
