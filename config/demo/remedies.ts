import { placed } from '../../cloudfunctions/features/assessment/remedies/row'
import type { Brand } from '../../cloudfunctions/features/assessment/brands/documents'
import type { Look, PartyHome } from '../../cloudfunctions/features/assessment/homes/documents'
import type { Remedy } from '../../cloudfunctions/features/assessment/remedies/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { brandId } from '../../core/assessment/brands/rules'
import { homeChecks } from '../../core/assessment/homes/checks'
import { addDays, dateOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import type { Seed } from './shape'

const DAY = 24 * 60 * 60_000

interface Actors {
  branch: Organization
  street: Organization
  /** Those who have something to put right. */
  owners: readonly [Member, Member]
  by: Remedy['createdBy']
}

const remediesOf = ({ branch, owners: [first, second], by }: Actors, now: Instant): Remedy[] => {
  const today = dateOf(now)
  const base = (owner: Member): Omit<Remedy, '_id' | 'problem' | 'target' | 'measure' | 'dueOn'> => ({
    ...{ branchId: branch._id, branchName: branch.name, path: branch.path, scopes: scopesOf(branch.path), party: [], place: '' },
    ...{
      ownerId: owner._id,
      ownerName: owner.name,
      open: true,
      reports: [],
      reopened: [],
      createdBy: by,
      createdAt: now - 30 * DAY,
      version: 1,
    },
  })
  const done = { commandId: 'demo', at: now - 12 * DAY, by, note: '订上了《人民日报》《长江日报》，放在活动室', photoFileIds: [] }
  return [
    placed({
      ...base(first),
      ...{
        _id: 'demo-remedy-1',
        problem: '卧床的老同志参加不了集中学习',
        target: '每月有人送学上门一次',
        measure: '六位老同志分给三个党小组',
      },
      dueOn: addDays(today, 12),
    }),
    placed({
      ...base(second),
      ...{ _id: 'demo-remedy-2', problem: '活动室没有今年的报纸', target: '党报党刊当月能看到', measure: '用党建经费订两份报' },
      ...{ dueOn: addDays(today, -10), open: false, doneOn: addDays(today, -12), done, reminded: 'soon' },
    }),
  ]
}

const brandOf = ({ branch, by }: Actors, now: Instant): Brand => ({
  ...{
    _id: brandId(branch._id, 'brand'),
    kind: 'brand',
    branchId: branch._id,
    branchName: branch.name,
    path: branch.path,
    audience: 'open',
  },
  ...{ root: scopesOf(branch.path)[0] ?? '', shown: true, changedAt: now - 20 * DAY, by, commandId: 'demo', past: [], version: 1 },
  now: {
    ...{ name: '长青夜话', photoFileIds: [], activities: [], since: addDays(dateOf(now), -200) },
    story: '每周三晚上，三位老同志在院里的凉亭摆一张桌子，谁家有烦心事都可以来坐坐。听的多，劝的少，解不开的带回支部想办法。',
    changed: '院里的邻里纠纷一年少了一半，来帮忙的年轻人有了七位。',
  },
})

const homeOf = ({ branch, street, by }: Actors, now: Instant): PartyHome => {
  const look = (nth: number): Look => ({
    ...{
      commandId: `demo-${String(nth)}`,
      check: homeChecks[nth] ?? 'place',
      holds: nth !== 8,
      on: addDays(dateOf(now), -40),
      at: now - 40 * DAY,
      by,
    },
    ...{ words: nth === 8 ? '钥匙在居委会，晚上没人开门' : '', photoFileIds: [] },
  })
  const looks = homeChecks.flatMap((_, nth) => (nth === 9 ? [] : [look(nth)]))
  return {
    ...{
      _id: 'demo-party-home',
      orgId: street._id,
      path: street.path,
      root: scopesOf(street.path)[0] ?? '',
      scopes: scopesOf(branch.path),
    },
    ...{
      name: '长青老党员之家',
      address: '长青路 1 号一楼',
      branches: [{ branchId: branch._id, name: branch.name }],
      branchIds: [branch._id],
    },
    ...{
      affiliates: [{ path: branch.path }],
      last: Object.fromEntries(looks.map(one => [one.check, one])),
      looks,
      createdBy: by,
      version: 1,
    },
  }
}

/** What the demo branch has to put right, its brand, and the 老党员之家 that it uses: nine of ten were looked at. */
export const demoRemedies = (actors: Actors, now: Instant): Seed => ({
  remedies: remediesOf(actors, now),
  brands: [brandOf(actors, now)],
  'party-homes': [homeOf(actors, now)],
})
