import type { pairings as contract } from '../../../../core/care/pairings/contract'
import * as rules from '../../../../core/care/pairings/suggest'
import type { Handlers } from '../use-case'
import { branchPairings, wanting } from './branch-pairings'
import { Caseloads } from './documents'

export const plan: Handlers<Pick<typeof contract, 'pairing.plan'>> = {
  async 'pairing.plan'({ helperId }, { store, subject }) {
    const [{ members, candidates }, own] = await Promise.all([
      branchPairings(store, { _id: subject.branchId, kind: 'branch', parentId: null }),
      store.table(Caseloads).get(helperId),
    ])
    const elders = own?.elders ?? []
    const others = candidates.filter(one => one.helperId !== helperId)
    const byId = new Map(members.map(one => [one._id, one]))
    const wants = elders.map(one => {
      const member = byId.get(one.memberId)
      return member ? wanting(member) : { memberId: one.memberId, groupId: null }
    })
    const given = rules.suggestAll(wants, others)
    return {
      name: subject.name,
      items: elders.map(({ memberId, name, kind, since }) => ({ memberId, name, kind, since, to: given.get(memberId) ?? null })),
      others: rules.suggest({ memberId: helperId, groupId: null }, others),
    }
  },
}
