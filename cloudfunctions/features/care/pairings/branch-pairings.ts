import { EASY, type Load, loadOf } from '../../../../core/care/pairings/rules'
import { type Candidate, isBound, type Wanting } from '../../../../core/care/pairings/suggest'
import { careWords } from '../../../../core/people/public'
import { pointOf } from '../../../kernel/geo'
import type { Store } from '../../../kernel/store'
import { type Member, Members, type Organization } from '../../people/public'
import { type Caseload, Caseloads, type Partner, Partners } from './documents'
import { caseloadsOf } from './helpers'

/** More partner units than a branch has. */
const MOST_PARTNERS = 200

/** Can the member help? In-service members, liaisons, group leaders, and members who already have an elder can. */
const canHelp = (member: Member, load: Caseload | undefined): boolean =>
  member.state === 'active' &&
  (member.standing === 'in-service' ||
    member.grants.some(one => one.role === 'liaison' || one.role === 'leader') ||
    (load?.elders.length ?? 0) > 0)

const homeOf = ({ home }: Member) => (home ? { home: pointOf(home) } : {})

/** A member as an elder in want of a helper. */
export const wanting = (member: Member): Wanting => ({ memberId: member._id, groupId: member.groupId, ...homeOf(member) })

/** The member's kinds of care in words. */
export const careOf = ({ care }: Pick<Member, 'care'>): string[] => care.map(kind => careWords[kind])

/** A helper's load, with a warning in words where it is getting heavy. */
export const loadWithWords = (load: Pick<Caseload, 'elders'> | undefined): Load => loadOf(load?.elders ?? [])

/** A member as a possible helper. */
const candidate = (member: Member, load: Caseload | undefined): Candidate => ({
  helperId: member._id,
  name: member.name,
  partner: false,
  groupId: member.groupId,
  offices: member.grants.filter(one => one.role === 'liaison' || one.role === 'leader').map(one => one.orgId),
  count: load?.elders.length ?? 0,
  ...(load && isBound(load.elders) ? { bound: true } : {}),
  ...homeOf(member),
})

const unit = (partner: Partner, load: Caseload | undefined): Candidate => ({
  helperId: partner._id,
  name: partner.name,
  partner: true,
  groupId: null,
  offices: [],
  count: load?.elders.length ?? 0,
})

/** All that concerns the pairings of a branch. */
export interface BranchPairings {
  members: Member[]
  partners: Partner[]
  /** By helper: those of the branch, and those from elsewhere who look after an elder of it. */
  caseloads: Map<string, Caseload>
  candidates: Candidate[]
}

/** Reads the members and pairings of a branch in two waves; `org` is the branch or one of its groups. */
export const branchPairings = async (store: Store, org: Pick<Organization, '_id' | 'kind' | 'parentId'>): Promise<BranchPairings> => {
  const branchId = org.kind === 'group' && org.parentId !== null ? org.parentId : org._id
  const [all, units] = await Promise.all([
    store.table(Members).findAll({ branchId }),
    store.table(Partners).find({ branchId }, { limit: MOST_PARTNERS }),
  ])
  const members = all.filter(one => one.state === 'active')
  const partners = units.filter(one => one.endedAt === undefined)
  const helped = members.map(one => one._id)
  // A possible helper whose elders are all in other branches is just as burdened.
  const own = [...members, ...partners].map(one => one._id)
  const [of, theirs] = await Promise.all([caseloadsOf(store, helped), store.table(Caseloads).getMany(own)])
  const caseloads = new Map([...of, ...theirs].map(one => [one._id, one]))
  const candidates = [
    ...members.filter(one => canHelp(one, caseloads.get(one._id))).map(one => candidate(one, caseloads.get(one._id))),
    ...partners.map(one => unit(one, caseloads.get(one._id))),
  ]
  return { members, partners, caseloads, candidates }
}

/** The members of a branch or group, by path. */
export const under = (members: readonly Member[], { path }: Pick<Organization, 'path'>): Member[] =>
  members.filter(one => one.path.startsWith(path))

/** The most burdened first, so that an overload stands on top. */
export const byLoad = (one: Candidate, other: Candidate): number =>
  Number(other.count > EASY) - Number(one.count > EASY) || other.count - one.count || one.name.localeCompare(other.name, 'zh-CN')
