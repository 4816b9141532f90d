import type { signups as contract } from '../../../../core/life/signups/contract'
import { stateAt } from '../../../../core/life/signups/rules'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'

export const list: Handlers<Pick<typeof contract, 'signup.list'>> = {
  async 'signup.list'(_, { store, subject }) {
    const members = await store.table(Members).getMany(subject.signups.map(one => one.memberId))
    const names = new Map(members.map(one => [one._id, one.name]))
    const items = subject.signups.flatMap(({ memberId, at, by }, index) => {
      const place = stateAt(index, subject.capacity)
      if (place.state === 'none') return []
      return [{ memberId, name: names.get(memberId) ?? '', at, ...place, ...(by.memberId === memberId ? {} : { by: by.name }) }]
    })
    return { items }
  },
}
