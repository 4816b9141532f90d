import type { identity as contract } from '../../../../core/people/identity/contract'
import { withPhoneKeys } from '../../../../core/people/finding/keys'
import { settleRow } from '../../../kernel/settle'
import { Members, type Member } from '../documents'
import type { Handlers } from '../use-case'

export const answerDoor: Handlers<Pick<typeof contract, 'me.answerDoor'>> = {
  async 'me.answerDoor'({ doorId, mine }, { store, person, audit }) {
    const members = store.table(Members)
    return settleRow<Member, Record<string, never>>(
      person,
      () => members.get(person._id),
      async member => {
        const door = member?.waitingDoors?.find(one => one.doorId === doorId)
        // Answered before, or taken away meanwhile.
        if (!member || !door) return {}
        const phones = member.phones.filter(one => one !== door.number)
        const without = { phones, ...(member.findKeys ? { findKeys: withPhoneKeys(member.findKeys, phones) } : {}) }
        const set = {
          waitingDoors: (member.waitingDoors ?? []).filter(one => one !== door),
          ...(mine ? { doors: [...(member.doors ?? []), door.number] } : without),
        }
        if ((await members.update({ _id: member._id, version: member.version }, { set, inc: { version: 1 } })) === 0) return undefined
        audit(member._id, mine ? 'door.opened' : 'door.refused')
        return {}
      },
    )
  },
}
