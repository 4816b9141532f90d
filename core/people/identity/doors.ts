import type { Instant } from '../../shared/operation'
import { mayBeVerified } from '../roster/phones'

/** A number that will open a door once the member, or a second officer, says that it is the member's. */
export interface WaitingDoor<By = unknown> {
  doorId: string
  number: string
  by: By
  at: Instant
}

/** The numbers of a person: those one rings, and those that open a door. Missing where there are none. */
export interface Doors<W extends { number: string } = { number: string }> {
  phones: readonly string[]
  doors?: readonly string[]
  waitingDoors?: readonly W[]
}

/** The numbers that open a door for a person who comes onto a roster with these. */
export const firstDoors = (phones: readonly string[]): string[] => phones.filter(mayBeVerified)

/**
 * What becomes of a person's doors when the numbers one rings change. A number that is taken away opens no door any more. A new one opens one at once where
 * `trusted` (the member's own account, or the roster's keeper for a person without any number); else it waits.
 */
export const doorsAfter = <W extends { number: string }>(
  held: Doors<W>,
  phones: readonly string[],
  trusted: boolean,
  wait: (number: string) => W,
): { doors: string[]; waitingDoors: W[]; opened: string[]; waits: W[] } => {
  const kept = (held.doors ?? []).filter(number => phones.includes(number))
  const waiting = (held.waitingDoors ?? []).filter(one => phones.includes(one.number))
  const coming = firstDoors(phones).filter(number => !held.phones.includes(number) && !kept.includes(number))
  const opened = trusted ? coming : []
  const waits = trusted ? [] : coming.map(wait)
  return { doors: [...kept, ...opened], waitingDoors: [...waiting, ...waits], opened, waits }
}

/** Whether the person has no number yet: then the first one comes from the roster's keeper, as it does with a new row. */
export const hasNoNumber = ({ phones, doors = [], waitingDoors = [] }: Doors): boolean =>
  phones.length === 0 && doors.length === 0 && waitingDoors.length === 0
