import type { Input, Operation, Output, RefusalsOf, RefusedWith, Refusing, Role, Subject } from '../../core/shared/operation'
import type { Collection, RowOf } from './collection'
import type { Account, Actor, Person } from './identity'
import type { Ports, Telling } from './ports'

/** Where the documents lie that operations are about, by the input field that names them; a list where it may be any of several collections. */
export type Homes = Readonly<Record<string, Collection<PlacedRow> | readonly Collection<PlacedRow>[]>>

/** Where something belongs, as far as rights look at it. */
export interface PlacedRow {
  _id: string
  path: string
  audience?: 'branch' | 'open' | 'teams'
  teams?: readonly { path: string }[]
  affiliates?: readonly { path: string }[]
  /** Whom it concerns, of any branch; where this is told, no other takes part. */
  party?: readonly string[]
}

type RowIn<H> = H extends readonly (infer C)[] ? RowOf<C> : RowOf<H>

type SubjectOf<O, H> =
  Subject<O> extends infer S
    ? S extends keyof H
      ? S extends keyof Input<O>
        ? undefined extends Input<O>[S]
          ? RowIn<H[S]> | null
          : RowIn<H[S]>
        : never
      : undefined
    : never

/**
 * The holder of a role, and the one whom an operation lets the caller act for, is there. In the rest (one's inbox, one's helpers) a caller who helps
 * several elders and is no member has no one person.
 */
type PersonOf<O extends Operation, P> = O['who'] extends readonly Role[]
  ? P
  : O['who'] extends 'member'
    ? 'forMemberId' extends keyof Input<O>
      ? P
      : P | null
    : P | null

/** All that a use-case may touch. */
export interface Context<O extends Operation, P extends Person, H> extends Ports {
  openid: string
  account: Account | null
  /** The person it is for: the caller, or the elder they help (`forMemberId`). */
  person: PersonOf<O, P>
  /** Everyone the caller may act as. */
  people: readonly P[]
  /** The one at the phone. */
  actor: Actor
  /** The document that the operation is about; rights over it have been checked. */
  subject: SubjectOf<O, H>
  /** The client's own id of this command, or a new one: `_id` of what the command creates. */
  commandId: string
  /** The group chat (opengid) in which the card was opened that led here, as WeChat vouches for it. */
  group: string | undefined
  /** Ends the operation with one of its declared refusals, data included; any other does not compile. */
  fail(this: void, ...refused: Refusing<RefusalsOf<O>>): never
  /** The same with the verdict of a rule. */
  refuse(this: void, verdict: RefusedWith<RefusalsOf<O>>): never
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

export type Operations = Readonly<Record<string, Operation>>

/** Use-cases of a part of the contract: one function for each operation. */
export type Handlers<Part extends Operations, P extends Person, H> = {
  [N in keyof Part]: (input: Input<Part[N]>, context: Context<Part[N], P, H>) => Promise<Output<Part[N]>>
}
