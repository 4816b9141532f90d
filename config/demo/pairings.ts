import type { Caseload, PairingEpisode, Partner } from '../../cloudfunctions/features/care/pairings/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { PairingKind } from '../../core/care/pairings/rules'
import type { Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

const DAY = 24 * 60 * 60_000

/**
 * Pairings of the demo branch: the liaison of the first two groups has eighteen of their elders, an in-service member helps one household,
 * a partner unit looks after the bedridden with them; the history has one hand-over of last spring. The other elders have no helper yet.
 */
export const demoPairings = (
  branch: Organization,
  { retired, inService, secretary }: { retired: readonly Member[]; inService: readonly Member[]; secretary: Member },
  now: Instant,
): Seed => {
  const by = { openid: 'demo-secretary', memberId: secretary._id, name: secretary.name }
  const [former, liaison, , neighbour] = inService
  const theirs = retired
    .filter((one, index) => index >= 19 && index < 76 && liaison?.grants.some(grant => one.path.startsWith(grant.path)))
    .slice(0, 18)
  const [first, second] = theirs
  if (!former || !liaison || !neighbour || !first || !second) throw new Error('the demo branch has people to pair')
  // From the middle of the roster on, in turn; the first ones stay without a helper, for trying pairings out.
  const others = retired.filter((one, index) => index >= 32 && index < 76 && !theirs.includes(one))
  const young = inService.filter((_, index) => [4, 5, 7, 8].includes(index))
  const since = now - 200 * DAY
  const entry = ({ _id: memberId, name }: Member, kind: PairingKind) => ({ memberId, name, branchId: branch._id, kind, since, by })
  const list = (helper: Pick<Member, '_id' | 'name'>, elders: Caseload['elders'], partner = false): Caseload => ({
    _id: helper._id,
    name: helper.name,
    branchId: branch._id,
    path: branch.path,
    partner,
    elders,
    version: 1,
    news: [],
  })
  const unit: Partner = {
    _id: 'partner-health',
    branchId: branch._id,
    path: branch.path,
    name: '区卫生局',
    contact: '周医生',
    phone: '02783550120',
    offers: '每月上门量血压，每年一次保健知识培训班',
    createdBy: by,
  }
  const over: PairingEpisode = {
    _id: `${former._id}:${first._id}:${String(now - 900 * DAY)}`,
    helperId: former._id,
    helperName: former.name,
    partner: false,
    memberId: first._id,
    name: first.name,
    branchId: branch._id,
    kind: 'one-to-many',
    since: now - 900 * DAY,
    until: since,
    by,
    cause: 'handed-over',
    reason: '工作调动',
  }
  return {
    caseloads: [
      list(
        liaison,
        theirs.map(one => entry(one, 'one-to-many')),
      ),
      ...young.map((helper, nth) =>
        list(
          helper,
          others.filter((_, index) => index % young.length === nth).map(one => entry(one, 'one-to-many')),
        ),
      ),
      list(neighbour, [entry(second, 'household')]),
      list(
        unit,
        theirs.filter(one => one.care.includes('bedridden')).map(one => entry(one, 'many-to-one')),
        true,
      ),
    ],
    partners: [unit],
    'pairing-history': [over],
  }
}
