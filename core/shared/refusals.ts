import * as z from 'zod'
import { refusal } from './operation'
import { InstantMs } from './schemas'

/** Refusals of every operation; `src/words` has their words. */
export const sharedRefusals = [
  /** The wrong fields of the input. */
  refusal('INVALID_INPUT', z.object({ paths: z.array(z.string()), message: z.string().optional() })),
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  /** When the caller may try again. */
  refusal('RATE_LIMITED', z.object({ until: InstantMs })),
  'TEXT_REFUSED',
  /** Leads to the line in the log. */
  refusal('INTERNAL', z.object({ traceId: z.string() })),
] as const
export type SharedRefused = (typeof sharedRefusals)[number]

/** The hours of the door. */
export const signInNotOpen = refusal('SIGNIN_NOT_OPEN', z.object({ opensAt: InstantMs, closesAt: InstantMs }))
/** The refusals of a door (`door.ts`), shared by activities and posts. */
export const doorRefusals = [
  'SIGNIN_CODE_INVALID',
  'SIGNIN_CODE_EXPIRED',
  signInNotOpen,
  refusal('SIGNIN_TOO_FAR', z.object({ metres: z.int() })),
] as const

/** Another person was faster; who it was, where they may be named. */
export const alreadyTaken = refusal('ALREADY_TAKEN', z.object({ by: z.object({ name: z.string(), role: z.string() }).nullable() }))
/** Several people have this number; their names, masked, where the caller may choose by name. */
export const phoneShared = refusal('PHONE_SHARED', z.object({ names: z.array(z.string()) }))
/** Which number of which field is not valid, and why in words. */
export const phoneInvalid = refusal('PHONE_INVALID', z.object({ field: z.string(), index: z.int(), message: z.string() }))
