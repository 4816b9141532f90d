import type { BranchCommittee, PastCommittee, Term } from '../../cloudfunctions/features/people/committees/documents'
import { grouped } from '../../core/shared/grouped'
import { blankRow } from '../../cloudfunctions/features/people/committees/facts'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { committeePosts, type CommitteePost } from '../../core/people/committees/posts'
import { termEnd } from '../../core/people/committees/rules'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { DateText, Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

const YEARS = 3
/** Of every eight branches of a district one has too few people in its committee; another's term is over. */
const [EACH, FEW, OVER] = [8, 3, 5]
const usual: readonly CommitteePost[] = ['secretary', 'organization', 'publicity', 'discipline']

const by = { openid: 'demo-street', memberId: 's-01', name: '街道' }

const termOf = (branch: Organization, members: readonly Member[], heldOn: DateText, now: Instant): Term => ({
  ...{ termId: `term-${branch._id}-${heldOn}`, heldOn, appointed: false, termYears: YEARS, termEnds: termEnd(heldOn, YEARS) },
  ...{ rule: '关于党的基层组织任期的意见', documentNo: `常党发〔${heldOn.slice(0, 4)}〕12号`, by, at: now, approved: { by, at: now } },
  seats: committeePosts
    .filter(post => usual.includes(post))
    .flatMap((post, at) => {
      const member = members[at]
      return member ? [{ memberId: member._id, name: member.name, post, since: heldOn }] : []
    }),
})

/** The secretary, else the first of the roster, and three retired members after them. */
const chosen = (branch: Organization, members: readonly Member[]): Member[] => {
  const own = members.filter(one => one.branchId === branch._id)
  const secretary = own.find(one => one.grants.some(grant => grant.role === 'secretary' && grant.orgId === branch._id))
  const others = own.filter(one => one !== secretary && one.grants.length === 0 && one.standing !== 'in-service')
  return [...(secretary ? [secretary] : []), ...others].slice(0, usual.length)
}

/** The committee of each branch that has a secretary by post, with the one before it of the demo branch. In a district some are too small, some are over. */
export const demoCommittees = ({ organizations = [], members = [] }: Seed, branch: Organization, now: Instant): Seed => {
  const today = dateOf(now)
  const byBranch = grouped(members, one => one.branchId)
  const rowOf = (org: Organization, nth: number): BranchCommittee => {
    const own = org._id === branch._id
    const led = chosen(org, byBranch.get(org._id) ?? [])
    const [first] = led
    if (first?.grants.some(grant => grant.post === 'secretary') !== true) return blankRow(org)
    const turn = own ? 0 : nth % EACH
    const seated = turn === FEW ? led.slice(0, 2) : led
    const heldOn = addDays(today, own ? -400 : turn === OVER ? -1200 : -300 - turn * 60)
    const term = termOf(org, seated, heldOn, now)
    const complete = seated === led
    const warnings: BranchCommittee['warnings'] = [
      ...(complete ? [] : (['too-few', 'no-publicity', 'no-discipline'] as const)),
      ...(first.standing === 'in-service' ? (['in-service'] as const) : []),
    ]
    return { ...blankRow(org), term, termEnds: term.termEnds, complete, warnings, version: 1 }
  }
  const heldBefore = addDays(today, -400 - YEARS * 365)
  const before = termOf(branch, (byBranch.get(branch._id) ?? []).slice(20), heldBefore, now)
  const past: PastCommittee = {
    ...{ ...before, _id: `${branch._id}:${before.termId}`, branchId: branch._id, path: branch.path },
    endedOn: addDays(today, -400),
  }
  return { committees: organizations.filter(one => one.kind === 'branch').map(rowOf), 'past-committees': [past] }
}
