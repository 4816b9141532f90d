import type { joining as contract } from '../../../../core/people/joining/contract'
import { maskPhone } from '../../../../core/people/roster/phones'
import { byText, pageBy } from '../../../kernel/keyset'
import { Members } from '../documents'
import type { Handlers } from '../use-case'

const PAGE = 50

export const left: Handlers<Pick<typeof contract, 'joining.left'>> = {
  async 'joining.left'({ branchId, cursor }, { store }) {
    const members = store.table(Members)
    const active = { branchId, state: 'active' } as const
    const [{ items, cursor: next }, all, bound] = await Promise.all([
      pageBy(members, { ...active, bound: false }, byText('_id'), { size: PAGE, cursor }),
      members.count(active),
      members.count({ ...active, bound: true }),
    ])
    return {
      items: items.map(({ _id, name, groupName, phones: [phone], emergencyPhones }) => ({
        ...{ memberId: _id, name, family: emergencyPhones.length > 0 },
        ...(groupName === undefined ? {} : { groupName }),
        ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
      })),
      ...{ cursor: next, members: all, bound },
    }
  },
}
