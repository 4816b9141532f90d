import type { pairings as contract } from '../../../../core/care/pairings/contract'
import type { Output } from '../../../../core/shared/operation'
import { isElder, type Organization } from '../../people/public'
import type { Handlers } from '../use-case'
import { branchPairings, type BranchPairings, byLoad, loadWithWords, under } from './branch-pairings'

export type List = Omit<Output<(typeof contract)['pairing.list']>, 'may'>

/** The helpers and possible helpers of a branch or group with their load, the most burdened first. */
export const listOf = ({ members, caseloads, candidates }: BranchPairings, org: Pick<Organization, 'path'>): List => {
  const all = under(members, org)
  const elders = new Set(all.filter(isElder).map(one => one._id))
  // In-service members may be helped too (household, 代理家长), although they are owed no contact.
  const within = new Set(all.map(one => one._id))
  const known = new Set(candidates.map(one => one.helperId))
  const outside = [...caseloads.values()].filter(one => !known.has(one._id) && one.elders.some(elder => within.has(elder.memberId)))
  const everyone = [
    ...candidates,
    ...outside.map(({ _id, name, partner, elders: theirs }) => ({
      helperId: _id,
      name,
      partner,
      groupId: null,
      offices: [],
      count: theirs.length,
    })),
  ].sort(byLoad)
  const helpers = everyone.map(({ helperId, name, partner }) => ({
    helperId,
    name,
    partner,
    load: loadWithWords(caseloads.get(helperId)),
    // Elders of another branch are listed by that branch.
    elders: (caseloads.get(helperId)?.elders ?? [])
      .filter(one => within.has(one.memberId))
      .map(({ memberId, name: called, kind, since }) => ({ memberId, name: called, kind, since })),
  }))
  const paired = new Set(helpers.flatMap(one => one.elders.map(elder => elder.memberId)).filter(id => elders.has(id)))
  return { helpers, elders: elders.size, paired: paired.size }
}

export const list: Handlers<Pick<typeof contract, 'pairing.list'>> = {
  'pairing.list': async (_, { store, subject, may }) => ({
    ...listOf(await branchPairings(store, subject), subject),
    may: may('set', 'export'),
  }),
}
