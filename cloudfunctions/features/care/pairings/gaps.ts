import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { suggestAll } from '../../../../core/care/pairings/suggest'
import type { Output } from '../../../../core/shared/operation'
import { isElder, type Member, type Organization } from '../../people/public'
import type { Handlers } from '../use-case'
import { branchPairings, type BranchPairings, careOf, under, wanting } from './branch-pairings'
import { helpersIn } from './helpers'

export type Gap = Output<(typeof contract)['pairing.gaps']>['items'][number]

/** The elders in greatest need first: the bedridden and those who live alone, then the oldest. */
const byNeed = (one: Member, other: Member): number =>
  other.care.length - one.care.length ||
  (one.birthday?.year ?? 9999) - (other.birthday?.year ?? 9999) ||
  one.name.localeCompare(other.name, 'zh-CN')

/** The elders of a branch or group without a helper, each with a suggestion. */
export const gapsOf = ({ members, caseloads, candidates }: BranchPairings, org: Pick<Organization, 'path'>): Gap[] => {
  const elders = under(members, org).filter(isElder).sort(byNeed)
  const helpers = helpersIn(
    [...caseloads.values()],
    elders.map(one => one._id),
  )
  const gaps = elders.filter(one => helpers.get(one._id)?.length === 0)
  const given = suggestAll(gaps.map(wanting), candidates)
  return gaps.map(one => ({
    memberId: one._id,
    name: one.name,
    ...(one.groupName === undefined ? {} : { groupName: one.groupName }),
    care: careOf(one),
    suggestion: given.get(one._id) ?? null,
  }))
}

export const gaps: Handlers<Pick<typeof contract, 'pairing.gaps'>> = {
  'pairing.gaps': async (_, { store, subject, may }) => ({
    items: gapsOf(await branchPairings(store, subject), subject),
    may: may('set'),
  }),
}
