import type * as z from 'zod'
import type { Rank } from './offices'
import type { SharedRefused } from './refusals'

/** Offices that a person may hold over an organization and everything below it. */
export const roles = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const
export type Role = (typeof roles)[number]

/**
 * Who may call. `anyone`: every account. `member`: a member in an affair of their own, or a family helper in an affair of the elder. `self`: a
 * member in a duty of their own, in which no family helper acts for them. Or the holders of a role over the subject.
 */
export type Who = 'anyone' | 'member' | 'self' | readonly [Role, ...Role[]]

/** Any schema, as zod's core has it: to compare four hundred operations with the type of its forty methods took a third of all type checking. */
export type Schema = z.core.$ZodType

/** A refusal with data, by its schema. One code has one shape. */
export interface Refusal<C extends string = string, D extends Schema = Schema> {
  readonly code: C
  readonly data: D
}

/** Declares a refusal with data. */
export const refusal = <const C extends string, D extends Schema>(code: C, data: D): Refusal<C, D> => ({ code, data })

/** What an operation may refuse with: a bare code, or one with data. */
export type Refused = string | Refusal
/** The code of a refusal. */
export const codeOf = (refused: Refused): string => (typeof refused === 'string' ? refused : refused.code)

export interface Operation<
  I extends Schema = Schema,
  O extends Schema = Schema,
  E extends Refused = Refused,
  S extends string | undefined = string | undefined,
  W extends Who = Who,
> {
  who: W
  /** The input field that names the operation's subject; the kernel reads it, checks the caller's rights over it and passes it on. */
  of: S
  /** It is done to a person (`memberId`): how the caller must stand to an office they hold; null where offices do not matter. */
  ranked: Rank | null
  /** The reply is kept for a day and given again to the same command, where nothing natural makes it the same. */
  kept: boolean
  input: I
  output: O
  errors: readonly E[]
}

interface Declared<I, O, E, S, W> {
  who: W
  of?: S
  ranked?: Rank
  kept?: boolean
  input: I
  output: O
  errors?: readonly E[]
}

/**
 * Declares an operation: who may call it, what it takes, returns and may refuse with. Phone and cloud both read it. An operation for a role
 * must name its subject (`of`), since a role is always over something.
 */
export const operation = <
  I extends Schema,
  O extends Schema,
  const E extends Refused = never,
  const S extends (keyof z.output<I> & string) | undefined = undefined,
  const W extends Who = Who,
>(
  declared: Declared<I, O, E, S, W>,
): Operation<I, O, E, S, W> => ({
  who: declared.who,
  of: declared.of as S,
  ranked: declared.ranked ?? null,
  kept: declared.kept ?? false,
  input: declared.input,
  output: declared.output,
  errors: declared.errors ?? [],
})

type Any<E extends Refused = Refused> = Operation<Schema, Schema, E>
export type Input<T> = T extends Operation<infer I> ? z.output<I> : never
export type RawInput<T> = T extends Operation<infer I> ? z.input<I> : never
export type Output<T> = T extends Operation<Schema, infer O> ? z.output<O> : never
export type Subject<T> = T extends Operation<Schema, Schema, Refused, infer S> ? S : never

type CodeIn<E> = E extends Refusal<infer C> ? C : E extends string ? E : never
type RefusedBy<T> = T extends Any<infer E> ? E | SharedRefused : never
type DataIn<E, C> = E extends Refusal<infer K, infer D> ? (K extends C ? z.output<D> : never) : E extends C ? undefined : never

/** Every code an operation may refuse with. */
export type Code<T> = CodeIn<RefusedBy<T>>
/** The data of one of its codes; undefined for a bare code. */
export type RefusalData<T, C extends Code<T>> = DataIn<RefusedBy<T>, C>
/** A code of a list of refusals with its data: the arguments of a refusing function. */
export type Refusing<E extends Refused> = {
  [C in CodeIn<E>]: DataIn<E, C> extends undefined ? [code: C] : [code: C, data: DataIn<E, C>]
}[CodeIn<E>]
/** The same as a rule's verdict. */
export type RefusedWith<E extends Refused> = {
  [C in CodeIn<E>]: DataIn<E, C> extends undefined ? { refused: C; data?: undefined } : { refused: C; data: DataIn<E, C> }
}[CodeIn<E>]
/** A refusal as it arrives. */
export type Failed<T> = {
  [C in Code<T>]: RefusalData<T, C> extends undefined
    ? { ok: false; code: C; data?: undefined }
    : { ok: false; code: C; data: RefusalData<T, C> }
}[Code<T>]
/** `files`: where the stored files that `data` names can be fetched for an hour, by their ids. */
export type Reply<T> = { ok: true; data: Output<T>; files?: Readonly<Record<string, string>> } | Failed<T>
export type RefusalsOf<T> = RefusedBy<T>

/** Milliseconds since the epoch. */
export type Instant = number
/** A calendar date of Asia/Shanghai, `YYYY-MM-DD`. */
export type DateText = string
