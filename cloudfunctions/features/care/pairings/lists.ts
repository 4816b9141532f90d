import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { suggestAll } from '../../../../core/care/pairings/suggest'
import type { Output } from '../../../../core/shared/operation'
import type { Member, Organization } from '../../people/public'
import { helpersIn } from './helpers'
import { byLoad, careOf, isElder, loadWithWords, under, wanting, type World } from './people'

type Contract = typeof contract
export type Gap = Output<Contract['pairing.gaps']>['items'][number]
export type List = Output<Contract['pairing.list']>

/** Who needs somebody most stands first: the bedridden and those who live alone, then the old. */
const byNeed = (one: Member, other: Member): number =>
  other.care.length - one.care.length ||
  (one.birthday?.year ?? 9999) - (other.birthday?.year ?? 9999) ||
  one.name.localeCompare(other.name, 'zh-CN')

/** The elders of a branch or group whom nobody looks after, each with who could. */
export const gapsOf = ({ members, caseloads, candidates }: World, org: Pick<Organization, 'path'>): Gap[] => {
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

/** Everybody who looks after anyone in a branch or group or could, with their load, the most burdened first. */
export const listOf = ({ members, caseloads, candidates }: World, org: Pick<Organization, 'path'>): List => {
  const all = under(members, org)
  const elders = new Set(all.filter(isElder).map(one => one._id))
  // Whoever is in service may be helped too (household, 代理家长), though nobody owes them a contact.
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
    // Whom somebody looks after in another branch is that branch's concern.
    elders: (caseloads.get(helperId)?.elders ?? [])
      .filter(one => within.has(one.memberId))
      .map(({ memberId, name: called, kind, since }) => ({ memberId, name: called, kind, since })),
  }))
  const paired = new Set(helpers.flatMap(one => one.elders.map(elder => elder.memberId)).filter(id => elders.has(id)))
  return { helpers, elders: elders.size, paired: paired.size }
}
