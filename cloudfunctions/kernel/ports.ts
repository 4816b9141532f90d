import type { Contract, OperationName } from '../../core/contract'
import type { NoticeKind, NoticeFields } from '../../core/shared/notices'
import type { Code, Input, Instant, Output, Role, Subject, SubjectField } from '../../core/shared/operation'
import type { Account, Actor, Member, Organization, RosterPreview } from '../features/people/documents'
import type { Activity, ActivityTemplate } from '../features/life/documents'
import type { HelpRequest } from '../features/help/documents'
import type { Partner } from '../features/care/pairings/documents'
import type { Post } from '../features/service/documents'
import type { Visit } from '../features/care/visits/documents'
import type { Store } from './store'

/** What each subject field names. */
export interface Subjects {
  branchId: Organization
  orgId: Organization
  memberId: Member
  activityId: Activity
  previewId: RosterPreview
  templateId: ActivityTemplate
  postId: Post
  requestId: HelpRequest
  visitId: Visit
  helperId: Member | Partner
}

/** Files in cloud storage. */
export interface Files {
  read(fileId: string): Promise<Uint8Array>
  /** Stores a file and answers how to fetch it. */
  write(path: string, content: Uint8Array): Promise<{ fileId: string; url: string }>
}

/** What only WeChat knows. */
export interface WeChat {
  /** Whether WeChat lets others read this text. */
  textIsFit(openid: string, text: string): Promise<boolean>
  /** The verified number behind a getPhoneNumber code; null where the code is not good. */
  phoneNumber(code: string): Promise<string | null>
  /** Sends one service message; `refused` where no consent is left (43101). */
  send(openid: string, message: { kind: NoticeKind; page: string; fields: NoticeFields }): Promise<'sent' | 'refused'>
  /** A picture (PNG or JPEG) of a mini-program code that opens `page` with `scene` (at most 32 letters and digits). */
  pageCode(page: string, scene: string): Promise<Uint8Array>
  /** A new updatable card for group chats; it lives until `expiresAt`. */
  newCard(openid: string): Promise<{ activityId: string; expiresAt: Instant }>
  /**
   * Makes a card show how many came (0), that it is full (1) or that it is over (2). Cards go forward only; `refused` where this one can no
   * longer show that. `page` is where a full card leads.
   */
  showOnCard(activityId: string, shows: CardShows): Promise<'shown' | 'refused'>
}

export interface CardShows {
  state: 0 | 1 | 2
  memberCount: number
  roomLimit: number
  page: string
}

export interface Ports {
  store: Store
  files: Files
  wechat: WeChat
  now: Instant
  newId(this: void): string
}

/** Something to tell people; told once per person for one `about`. */
export interface Telling {
  kind: NoticeKind
  /** What it is about, with its version: the same telling twice is one message. */
  about: string
  title: string
  text: string
  page: string
  /** What the WeChat service message says. */
  fields: NoticeFields
}

type SubjectOf<N extends OperationName> =
  Subject<Contract[N]> extends infer S
    ? S extends SubjectField
      ? S extends keyof Input<Contract[N]>
        ? undefined extends Input<Contract[N]>[S]
          ? Subjects[S] | null
          : Subjects[S]
        : never
      : undefined
    : never

/**
 * Whoever holds a role, and whoever an operation lets one act for, is there. In the rest (one's inbox, one's helpers) a caller who helps
 * several elders and is no member has no one person.
 */
type PersonOf<N extends OperationName> = Contract[N]['who'] extends readonly Role[]
  ? Member
  : Contract[N]['who'] extends 'member'
    ? 'forMemberId' extends keyof Input<Contract[N]>
      ? Member
      : Member | null
    : Member | null

/** All that a use-case may touch. */
export interface Context<N extends OperationName> extends Ports {
  openid: string
  account: Account | null
  /** Whom it is for: the caller, or the elder they help (`forMemberId`). */
  person: PersonOf<N>
  /** Everyone the caller may act as. */
  people: readonly Member[]
  /** Who is at the phone. */
  actor: Actor
  /** The document that the operation is about; rights over it have been checked. */
  subject: SubjectOf<N>
  /** The client's own id of this command, or a new one: `_id` of what the command creates. */
  commandId: string
  /** The group chat (opengid) in which the card was opened that led here, as WeChat vouches for it. */
  group: string | undefined
  /** Ends the operation with one of its declared codes; any other does not compile. */
  fail(this: void, code: Code<Contract[N]>, data?: unknown): never
  /** Does the caller hold one of the roles over that path? */
  holds(this: void, roles: readonly Role[], path: string): boolean
  /** Puts a message in each person's inbox and sends the WeChat service message where they agreed; answers how many people. `quiet`: inbox only. */
  tell(this: void, memberIds: readonly string[], telling: Telling, options?: { quiet?: boolean }): Promise<number>
  /** Leaves an audit row; written after the handler, before the reply. */
  audit(this: void, memberId: string, what: string, why?: string): void
  /** Ends with RATE_LIMITED when `key` came more than `max` times within the window (ms). */
  limit(this: void, key: string, max: number, windowMs: number): Promise<void>
  /** Whether `limit` with the same words would end it now; counts nothing. */
  spent(this: void, key: string, max: number, windowMs: number): Promise<boolean>
  /** Ends with TEXT_REFUSED when WeChat's check does not let others read it. Empty texts pass. */
  checkText(this: void, ...texts: (string | undefined)[]): Promise<void>
}

/** Use-cases of a part of the contract: one function for each operation. */
export type Handlers<Part extends Partial<Contract>> = {
  [N in keyof Part & OperationName]: (input: Input<Contract[N]>, context: Context<N>) => Promise<Output<Contract[N]>>
}
