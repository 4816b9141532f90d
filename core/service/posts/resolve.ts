import { hoursOf, type Hours, type Movable, inForce } from '../../shared/hours'
import type { Instant, RefusedWith } from '../../shared/operation'
import type { signInNotOpen, SharedRefused } from '../../shared/refusals'
import { signInDoor } from './day'
import { replaced, type ServiceRow, type ServiceState } from './service-row'

/** What the organizer says of a member on a shift afterwards, or on the spot. */
export interface Resolution<By> {
  state: ServiceState
  /** From when to when they were there, where it is known. */
  from?: Instant | undefined
  to?: Instant | undefined
  reason: string
  by: By
  commandId: string
}

type Refused = RefusedWith<typeof signInNotOpen | Extract<SharedRefused, { code: 'INVALID_INPUT' }>>
const wrong = (...paths: string[]): Refused => ({ refused: 'INVALID_INPUT', data: { paths } })

/** May that be said of a shift now? No member is there before its door opens or comes after its end; none served or failed to come before it began. */
export const judgeResolution = (
  { state, from, to }: Pick<Resolution<unknown>, 'state' | 'from' | 'to'>,
  shift: Hours,
  owes: boolean,
  now: Instant,
): Refused | 'right' => {
  const door = signInDoor(shift)
  if (now < door.opensAt || (state === 'in' && now > door.closesAt)) return { refused: 'SIGNIN_NOT_OPEN', data: door }
  // Who holds no place owes nothing.
  if (state === 'no-show' && !owes) return wrong('state')
  if ((state === 'served' || state === 'no-show') && now <= shift.startsAt) return wrong('state')
  if (from !== undefined && (from > now || from < door.opensAt || from >= shift.endsAt)) return wrong('from')
  if (to !== undefined && (to > now || to <= Math.max(shift.startsAt, from ?? 0))) return wrong('to')
  return 'right'
}

/**
 * The row after the organizer said what is true; what stood stays in its history. Without hours, who came is credited from their sign-in, else the start,
 * until the end as far as it has come. Saying what stands changes nothing.
 */
export const resolved = <By>(row: ServiceRow<By> | null, told: Resolution<By>, shift: Movable, now: Instant): ServiceRow<By> => {
  const current = inForce(row, shift)
  const { state, reason, by, commandId } = told
  const came = state === 'in' || state === 'served'
  const signedInAt = came ? (told.from ?? current?.signedInAt ?? (state === 'in' ? now : undefined)) : undefined
  const signedOutAt = state === 'served' ? (told.to ?? (now < shift.endsAt ? now : undefined)) : undefined
  if (current?.state === state && current.signedInAt === signedInAt && current.signedOutAt === signedOutAt) return current
  const next = replaced(
    row,
    {
      ...{ state, minutes: 0, by, reason, saidAt: now, commandId, held: hoursOf(shift) },
      ...(signedInAt === undefined ? {} : { signedInAt }),
      ...(signedOutAt === undefined ? {} : { signedOutAt }),
    },
    now,
  )
  return state === 'served' ? { ...next, creditedAt: row?.creditedAt ?? now } : next
}
