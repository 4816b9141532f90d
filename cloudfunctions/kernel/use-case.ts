import type { AuditKind } from '../../core/shared/audit-kinds'
import type { Telling } from '../../core/shared/notices'
import type { Input, Instant, Operation, Output, RefusalsOf, RefusedWith, Refusing, Role, Subject } from '../../core/shared/operation'
import type { Collection, RowOf } from './collection'
import type { Account, Actor, Person } from './identity'
import type { Ports } from './ports'

/** Documents about a person. Rights over them follow the place where that person is now, not the one where they were when it was made. */
export interface Following<D extends OfPerson = OfPerson> {
  readonly follows: Collection<D>
}
/** Declares that rights over these documents follow the person they are about. */
export const following = <D extends OfPerson>(follows: Collection<D>): Following<D> => ({ follows })

/** What an id names within a document that holds many such: `keyOf` says in which. */
export interface Within<D extends PlacedRow = PlacedRow> {
  readonly holds: Collection<D>
  readonly keyOf: (id: string) => string
}
/** Declares that an id names a part of one of these documents; the operation's subject is the document. */
export const within = <D extends PlacedRow>(holds: Collection<D>, keyOf: (id: string) => string): Within<D> => ({ holds, keyOf })

/** Where the documents of one kind are. */
export type Home = Collection<PlacedRow> | readonly Collection<PlacedRow>[] | Following | Within
/** The collections of the documents that operations are about, by the input field that names them; a list where it may be any of several. */
export type Homes = Readonly<Record<string, Home>>

/** The place of a document, as rights see it. */
export interface PlacedRow {
  _id: string
  path: string
  audience?: 'branch' | 'open' | 'teams'
  teams?: readonly { path: string }[]
  affiliates?: readonly { path: string }[]
  /** The persons it concerns, of any branch; where set, no others take part. Of a document about a person only a hint: what they are now decides. */
  party?: readonly string[]
  /** Those who hold it, wherever they belong: they take part too. */
  hostIds?: readonly string[]
}

/** A document about a person. */
export interface OfPerson extends PlacedRow {
  memberId: string
}

type RowIn<H> = H extends readonly (infer C)[]
  ? RowOf<C>
  : H extends { readonly follows: infer C } | { readonly holds: infer C }
    ? RowOf<C>
    : RowOf<H>

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
 * The person is always there for a holder of a role, in a member's own duty and in an operation that its caller may do for an elder. In others (inbox,
 * family helpers) a caller who acts for several elders and is no member has no person.
 */
type PersonOf<O extends Operation, P> = O['who'] extends readonly Role[] | 'self'
  ? P
  : O['who'] extends 'member'
    ? 'forMemberId' extends keyof Input<O>
      ? P
      : P | null
    : P | null

/** Everything a use-case may touch. */
export interface Context<O extends Operation, P extends Person, H> extends Ports {
  openid: string
  account: Account | null
  /** The person it is for: the caller, or the elder they act for (`forMemberId`). */
  person: PersonOf<O, P>
  /** The persons the caller may act as. */
  people: readonly P[]
  /** The person at the phone. */
  actor: Actor
  /** The document that the operation is about; rights over it have been checked. The `path` of one about a person is where that person is now. */
  subject: SubjectOf<O, H>
  /**
   * The id of this command: `_id` of what it creates. It is a hash of the operation, the caller and the client's own id of the command: the
   * same command has the same id, and no client can choose it.
   */
  commandId: string
  /** The group chat (opengid) in which the card that led here was opened, as WeChat confirms it. */
  group: string | undefined
  /** Ends the operation with one of its declared refusals and its data; any other does not compile. */
  fail(this: void, ...refused: Refusing<RefusalsOf<O>>): never
  /** The same with a rule's verdict. */
  refuse(this: void, verdict: RefusedWith<RefusalsOf<O>>): never
  /** Does the caller hold one of the roles over that path? */
  holds(this: void, roles: readonly Role[], path: string): boolean
  /** Which of these operations of the same capability, by their verbs, the caller may do to the subject, by the contract: what an answer's `may` tells. */
  may<V extends string>(this: void, ...verbs: readonly V[]): V[]
  /** Puts a message in each person's inbox and sends the WeChat service message where they agreed; answers how many people. `quiet`: inbox only; `from`: no phone rings before. */
  tell(this: void, memberIds: readonly string[], telling: Telling, options?: { quiet?: boolean; from?: Instant }): Promise<number>
  /** Adds an audit row, written after the handler and before the reply. */
  audit(this: void, memberId: string, what: AuditKind, why?: string): void
  /** Fails with RATE_LIMITED when `key` came more than `max` times within the window (ms). */
  limit(this: void, key: string, max: number, windowMs: number): Promise<void>
  /** The same of commands, for what bears the command's id: one that is sent again, or twice at once, counts once. */
  limitCommands(this: void, key: string, max: number, windowMs: number): Promise<void>
  /** Takes one try of `limit` back, where it turned out not to count. */
  giveBack(this: void, key: string, windowMs: number): Promise<void>
  /** Fails with TEXT_REFUSED where WeChat does not allow a text to be shown to others. Empty texts pass. */
  checkText(this: void, ...texts: (string | undefined)[]): Promise<void>
}

export type Operations = Readonly<Record<string, Operation>>

/** Use-cases of a part of the contract: one function for each operation. */
export type Handlers<Part extends Operations, P extends Person, H> = {
  [N in keyof Part]: (input: Input<Part[N]>, context: Context<Part[N], P, H>) => Promise<Output<Part[N]>>
}
