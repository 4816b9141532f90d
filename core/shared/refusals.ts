import * as z from 'zod'
import { refusal } from './operation'
import { Id, InstantMs } from './schemas'

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
  /** Another account or another document has the file that was named. */
  'FILE_NOT_YOURS',
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

/** A person whose place would come to lie upon another shift of theirs. */
export const Clash = z.object({
  memberId: Id,
  name: z.string(),
  shiftId: Id,
  with: z.object({ postId: Id, shiftId: Id, title: z.string(), startsAt: InstantMs, endsAt: InstantMs }),
})
/**
 * People acted already upon what is to be moved: they signed in, asked for leave, or hold another shift at the new time. The one who moves it says what
 * becomes of that, and asks again.
 */
export const actsStand = refusal('ACTS_STAND', z.object({ signedIn: z.int(), onLeave: z.int(), clashes: z.array(Clash) }))
/** What was said before goes on counting, or stays with the hours it was said for. */
export const Acts = z.enum(['keep', 'reset'])
/** People have signed in on places that are to be taken away; so many are to stay. */
export const placesInUse = refusal('PLACES_IN_USE', z.object({ atLeast: z.int() }))

/** The room that an activity was to have is another's at that time: whose, from when to when. */
export const roomTaken = refusal('ROOM_TAKEN', z.object({ by: z.string(), startsAt: InstantMs, endsAt: InstantMs }))

/** Another person was faster; who it was, where they may be named. */
export const alreadyTaken = refusal('ALREADY_TAKEN', z.object({ by: z.object({ name: z.string(), role: z.string() }).nullable() }))
/** Which number of which field is not valid, and why in words. */
export const phoneInvalid = refusal('PHONE_INVALID', z.object({ field: z.string(), index: z.int(), message: z.string() }))
