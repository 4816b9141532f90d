import { doorsAfter, hasNoNumber, type WaitingDoor } from '../../../../core/people/identity/doors'
import { withPhoneKeys } from '../../../../core/people/finding/keys'
import { sayDoorOpened, sayDoorWaits } from '../../../../core/people/identity/notices'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import type { Member } from '../documents'
import { keepersOf } from './keepers'

/** Who brings numbers: the member themselves, a family helper, or the roster's keeper. */
export type Bringer = 'self' | 'family' | 'keeper'

/** The doors of a member once they are rung under these numbers; `said` is what has to be told once it is written. */
export const withNumbers = (
  { now, newId }: Pick<Ports, 'now' | 'newId'>,
  member: Member,
  phones: readonly string[],
  by: Actor,
  bringer: Bringer,
) => {
  // The first number of a person without office comes from the keeper; more is never worth than what the keeper may do by an invitation.
  const trusted = bringer === 'self' || (bringer === 'keeper' && hasNoNumber(member) && member.grants.length === 0)
  const wait = (number: string): WaitingDoor<Actor> => ({ doorId: newId(), number, by, at: now })
  const { doors, waitingDoors, opened, waits } = doorsAfter(member, phones, trusted, wait)
  const found = member.findKeys ? { findKeys: withPhoneKeys(member.findKeys, phones) } : {}
  return { set: { phones: [...phones], doors, waitingDoors, ...found }, opened: bringer === 'self' ? opened : [], waits }
}

type Told = Pick<ReturnType<typeof withNumbers>, 'opened' | 'waits'>

/** Tells the member and (unless `alone`) the officers who keep them, the one who brought the numbers left out, of new numbers. */
export const tellDoors = async (
  ports: Ports,
  member: Member,
  { opened, waits }: Told,
  by: Actor,
  commandId: string,
  alone = false,
): Promise<void> => {
  if (opened.length === 0 && waits.length === 0) return
  const person = { memberId: member._id, name: member.name, at: ports.now }
  const keepers = alone ? [] : (await keepersOf(ports.store, member)).filter(one => one !== by.memberId)
  for (const { doorId, number } of waits) {
    const said = sayDoorWaits(person, doorId, number, by.name)
    await tell(ports, [member._id], said.member)
    await tell(ports, keepers, said.keeper)
  }
  if (opened.length > 0) await tell(ports, keepers, sayDoorOpened(person, opened, commandId))
}
