import type * as z from 'zod'

/** Refusals that any operation may answer with; what they mean to a person is told in `src/features/errors`. */
export const sharedCodes = [
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'TEXT_REFUSED',
  'INTERNAL',
] as const
export type SharedCode = (typeof sharedCodes)[number]

/** Offices a person may hold over an organization and everything below it. */
export const roles = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const
export type Role = (typeof roles)[number]

/** Who may call: anyone who opened the mini-program, whoever is bound to a member (or helps one), or the holders of a role over the subject. */
export type Who = 'anyone' | 'member' | readonly [Role, ...Role[]]

/** The input field that names what an operation is about; the kernel loads it, checks the caller's rights over it and hands it on. */
export type SubjectField =
  'branchId' | 'orgId' | 'memberId' | 'activityId' | 'previewId' | 'templateId' | 'postId' | 'requestId' | 'visitId' | 'helperId'

export interface Operation<
  I extends z.ZodType,
  O extends z.ZodType,
  E extends string,
  S extends SubjectField | undefined,
  W extends Who = Who,
> {
  who: W
  of: S
  input: I
  output: O
  errors: readonly E[]
}

interface Declared<I, O, E, S, W> {
  who: W
  of?: S
  input: I
  output: O
  errors?: readonly E[]
}

/**
 * Declares what an operation takes, gives, may refuse with, and who may call it: the one text both ends read.
 * An operation for a role must say what it is about (`of`), since a role is always over something.
 */
export const operation = <
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends string = never,
  const S extends SubjectField | undefined = undefined,
  const W extends Who = Who,
>(
  declared: Declared<I, O, E, S, W>,
): Operation<I, O, E, S, W> => ({
  who: declared.who,
  of: declared.of as S,
  input: declared.input,
  output: declared.output,
  errors: declared.errors ?? [],
})

export type Input<T> = T extends Operation<infer I, z.ZodType, string, SubjectField | undefined> ? z.output<I> : never
export type RawInput<T> = T extends Operation<infer I, z.ZodType, string, SubjectField | undefined> ? z.input<I> : never
export type Output<T> = T extends Operation<z.ZodType, infer O, string, SubjectField | undefined> ? z.output<O> : never
export type Code<T> = T extends Operation<z.ZodType, z.ZodType, infer E, SubjectField | undefined> ? E | SharedCode : never
export type Subject<T> = T extends Operation<z.ZodType, z.ZodType, string, infer S> ? S : never
export type Reply<T> = { ok: true; data: Output<T> } | { ok: false; code: Code<T>; data?: unknown }

/** Milliseconds since the epoch. */
export type Instant = number
/** A calendar date of Asia/Shanghai, `YYYY-MM-DD`. */
export type DateText = string
