import type { roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import type { Actor } from '../../../kernel/identity'
import { settleRow } from '../../../kernel/settle'
import { Members, type Member } from '../documents'
import type { Context } from '../use-case'

type Open = (typeof roster)['roster.openDoor']

/** Whether the same person brought a number who now speaks for it, with this phone or another. */
export const isBroughtBy = (by: Actor, actor: Actor): boolean => by.openid === actor.openid || by.memberId === actor.memberId

/** A waiting number opens a door from now on, by the word of an officer who did not bring it. */
export const openDoor = async ({ doorId }: Input<Open>, context: Context<'roster.openDoor'>): Promise<Output<Open>> => {
  const { store, subject, actor, audit, fail } = context
  const members = store.table(Members)
  return settleRow<Member, Output<Open>>(
    subject,
    () => members.get(subject._id),
    async member => {
      const door = member?.waitingDoors?.find(one => one.doorId === doorId)
      if (!member || !door) return {}
      if (isBroughtBy(door.by, actor)) return fail('DOOR_NEEDS_ANOTHER')
      const set = {
        doors: [...(member.doors ?? []), door.number],
        waitingDoors: (member.waitingDoors ?? []).filter(one => one !== door),
      }
      if ((await members.update({ _id: member._id, version: member.version }, { set, inc: { version: 1 } })) === 0) return undefined
      audit(member._id, 'door.opened')
      return {}
    },
  )
}
