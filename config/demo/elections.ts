import { hashOf } from '../../cloudfunctions/features/voice/elections/roll'
import type { Election } from '../../cloudfunctions/features/voice/elections/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { inStrokeOrder } from '../../core/voice/elections/strokes'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

const DAYS_AGO = 400
const [DUE, PRESENT, VOTES] = [70, 62, [58, 55, 51, 47, 12]] as const
const named = ({ _id, name }: Member) => ({ memberId: _id, name })

/** The vote from which the committee of the demo branch came: five candidates for four seats, all on paper. */
export const demoElections = (branch: Organization, retired: readonly Member[], secretary: Member, now: Instant): Seed => {
  const heldOn = addDays(dateOf(now), -DAYS_AGO)
  const by = { openid: 'demo-secretary', memberId: secretary._id, name: secretary.name }
  const stood = [secretary, ...retired.filter(one => one.grants.length === 0).slice(0, 4)].map((one, at) => ({
    ...named(one),
    votes: VOTES[at] ?? 0,
  }))
  const listed = inStrokeOrder(stood)
  const candidates = listed.map(({ memberId, name }) => ({ memberId, name }))
  const voterIds = retired.slice(0, PRESENT).map(one => one._id)
  const lines = listed.map(({ memberId, name, votes }) => ({
    ...{ memberId, name, candidate: true },
    ...{ for: votes, against: PRESENT - votes, abstain: 0 },
  }))
  const elected = stood.slice(0, 4).map(one => one.memberId)
  const _id = 'act-election-1'
  const election: Election = {
    ...{ _id, activityId: 'act-election', round: 1, branchId: branch._id, branchName: branch.name, path: branch.path },
    ...{ title: '换届选举大会', heldOn, state: 'counted', seats: 4, base: 'due', candidates },
    numbers: { morePercent: 20, presentPercent: 80, electedPercent: 50, document: '中国共产党基层组织选举工作条例' },
    ...{ excused: [], barred: [], scribes: [], carried: [], given: PRESENT },
    agreed: [
      { step: 'method', on: heldOn },
      { step: 'tellers', on: heldOn },
    ],
    ...{ watchers: retired.slice(10, 11).map(named), counters: retired.slice(11, 13).map(named) },
    roll: { due: DUE, voterIds, hash: hashOf(_id, voterIds) },
    result: {
      ...{ elected, byDue: elected, byPresent: elected, differs: false, returned: PRESENT, invalid: 0, paper: PRESENT, handsets: 0 },
      ...{ lines, unknown: [], by, at: now },
    },
    ...{ by, at: now, version: 1 },
  }
  return { elections: [election] }
}
