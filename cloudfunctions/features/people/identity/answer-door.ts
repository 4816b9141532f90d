import type { identity as contract } from '../../../../core/people/identity/contract'
import { settle } from '../../../kernel/settle'
import { Members, type Member } from '../documents'
import type { Handlers } from '../use-case'

export const answerDoor: Handlers<Pick<typeof contract, 'me.answerDoor'>> = {
  async 'me.answerDoor'({ doorId, mine }, { store, person, audit }) {
    const members = store.table(Members)
    let read: Member | null = person
    return settle(async () => {
      const member = read
      const door = member?.waitingDoors?.find(one => one.doorId === doorId)
      // Answered before, or taken away meanwhile.
      if (!member || !door) return {}
      const set = {
        waitingDoors: (member.waitingDoors ?? []).filter(one => one !== door),
        ...(mine ? { doors: [...(member.doors ?? []), door.number] } : { phones: member.phones.filter(one => one !== door.number) }),
      }
      if ((await members.update({ _id: member._id, version: member.version }, { set, inc: { version: 1 } })) === 0) {
        read = await members.get(member._id)
        return undefined
      }
      audit(member._id, mine ? 'door.opened' : 'door.refused')
      return {}
    })
  },
}
