import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { geoPoint, pointOf } from '../../cloudfunctions/kernel/geo'
import { filed } from '../../core/help/requests/filing'
import type { Candidates } from '../../core/help/requests/ladder'
import { raise } from '../../core/help/requests/rules'
import { usualSettings } from '../../core/help/requests/settings'
import { requestKinds } from '../../core/shared/request-kinds'
import type { Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

const MINUTE = 60_000

/** 水电维修队, and one elder's broken bulb, asked for twenty minutes ago and put to the group's liaison. */
export const demoRequests = (branch: Organization, elder: Member, liaison: Member, now: Instant): Seed => {
  const raisedAt = now - 20 * MINUTE
  const by = { openid: 'demo-secretary', memberId: 'v-10', name: '' }
  const candidates: Candidates = {
    liaison: [{ memberId: liaison._id, name: liaison.name, role: 'liaison' }],
    leaders: [],
    team: [],
    near: [],
    secretary: [],
    street: [],
  }
  const about = {
    _id: 'req-bulb',
    kind: 'bulb' as const,
    urgency: 'ordinary' as const,
    memberId: elder._id,
    name: elder.name,
    branchId: elder.branchId,
    path: elder.path,
    text: '客厅的灯不亮了，我够不着。',
    photoFileIds: [],
    raisedBy: { openid: `demo-member-${elder._id.slice(2)}`, memberId: elder._id, name: elder.name },
    ...(elder.residence === undefined ? {} : { address: elder.residence }),
    ...(elder.home ? { point: pointOf(elder.home) } : {}),
  }
  const raised = raise(about, { candidates, settings: usualSettings }, raisedAt)
  const delivered = { ...raised, toldUpTo: raised.timeline.length }
  return {
    teams: [
      {
        _id: 'team-repairs',
        orgId: branch._id,
        path: branch.path,
        name: '水电维修队',
        kinds: ['bulb', 'water', 'electricity', 'leak'],
        memberIds: ['v-01', 'v-03', 'v-05'],
        point: geoPoint({ lng: 114.2121, lat: 30.6402 }),
        createdBy: by,
      },
    ],
    requests: [{ ...delivered, ...filed(delivered, true) }],
  }
}

/** One request in every so many branches of a district, raised within the last three quarters of an hour and put to the branch's liaison. */
const EVERY = 25

/** Requests all over a district. */
export const districtRequests = (branches: readonly { branch: Organization; members: readonly Member[] }[], now: Instant): Seed => ({
  requests: branches.flatMap(({ branch, members }, nth) => {
    const [, liaison] = members
    const elder = members.find((one, index) => index > 4 && one.standing !== 'in-service')
    if (nth % EVERY !== 3 || !elder || !liaison?.grants.some(one => one.role === 'liaison')) return []
    const helper = [{ memberId: liaison._id, name: liaison.name, role: 'liaison' as const }]
    const about = {
      ...{ _id: `req-${branch._id}`, kind: requestKinds[nth % requestKinds.length] ?? 'other', urgency: 'ordinary' as const, text: '' },
      ...{ memberId: elder._id, name: elder.name, branchId: elder.branchId, path: elder.path, photoFileIds: [] },
      raisedBy: { openid: `demo-${elder._id}`, memberId: elder._id, name: elder.name },
      ...(elder.residence === undefined ? {} : { address: elder.residence }),
    }
    const candidates: Candidates = { liaison: helper, leaders: [], team: [], near: [], secretary: [], street: [] }
    const raised = raise(about, { candidates, settings: usualSettings }, now - (nth % 45) * MINUTE)
    const delivered = { ...raised, toldUpTo: raised.timeline.length }
    return [{ ...delivered, ...filed(delivered, true) }]
  }),
})
