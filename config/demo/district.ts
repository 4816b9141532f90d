import type { Attendance, Activity } from '../../cloudfunctions/features/life/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Instant } from '../../core/shared/operation'
import { foundBy } from '../../core/people/finding/found-by'
import { communityNames, nameOf, organNames, streetNames } from './district-names'
import { careContacts } from './care'
import { organization } from './organization'
import { person, type Home } from './people'
import { districtRequests } from './requests'
import type { Seed } from './shape'

/** PRODUCT.md, "The size it must carry" (S4, S0): with the demo branch, its neighbour and the staff among them. */
const [BRANCHES, MEMBERS, RETIRED] = [985, 27_364, 10_193]
const DAY = 24 * 60 * 60_000
/** A member came onto the roster so long ago. */
const ENROLLED = 20 * DAY

/** What is there already: the demo's own branches and people. */
interface Already {
  committee: Organization
  street: Organization
  branches: number
  members: readonly Member[]
}

const named = (parent: Organization, id: string, kind: Organization['kind'], name: string) => organization(parent, id, kind, name)
const ordinal = '一二三四五六七'

interface Unit {
  above: Organization
  branches: { branch: Organization; retired: boolean }[]
}

/** The branches of one street, community or organ: the first of them of retired members. */
const unit = (above: Organization, id: string, name: string, count: number, retired: number): Unit => ({
  above,
  branches: Array.from({ length: count }, (_, index) => ({
    branch: named(
      above,
      `${id}-${String(index + 1)}`,
      'branch',
      index < retired
        ? `${name}${retired > 1 ? `第${ordinal.charAt(index)}` : ''}离退休干部党支部`
        : `${name}第${ordinal.charAt(index - retired)}党支部`,
    ),
    retired: index < retired,
  })),
})

/** 15 streets, 101 communities and 50 organs with the branches below them, the demo's own left out. */
const units = ({ committee, street, branches }: Already): Unit[] => {
  const streets = [street, ...streetNames.map((name, index) => named(committee, `st-${String(index + 2)}`, 'street', `${name}街道党工委`))]
  const organs = organNames.map((name, index) =>
    unit(named(committee, `og-${String(index + 1)}`, 'organ', name), `og-${String(index + 1)}b`, `${name}机关`, 5, 2),
  )
  const communities = communityNames.map((name, index) => {
    const above = streets[index % streets.length] ?? street
    return unit(
      named(above, `cm-${String(index + 1)}`, 'community', `${name}社区党委`),
      `cm-${String(index + 1)}b`,
      `${name}社区`,
      7,
      index % 3 === 0 ? 3 : 2,
    )
  })
  const left = BRANCHES - branches - organs.length * 5 - communities.length * 7
  const ofStreets = streets.map((above, index) => {
    const count = Math.floor(left / streets.length) + (index < left % streets.length ? 1 : 0)
    return unit(above, `sb-${String(index + 1)}`, above.name.replace('党工委', ''), count, 1)
  })
  return [...ofStreets, ...organs, ...communities]
}

const groupsOf = (branch: Organization): Organization[] =>
  ['一', '二'].map((one, index) => named(branch, `${branch._id}-g${String(index + 1)}`, 'group', `第${one}党小组`))

interface Filled {
  branch: Organization
  groups: Organization[]
  members: Member[]
}

const grants = (index: number, nth: number, branch: Organization, groups: readonly Organization[]): Member['grants'] => {
  const over = ({ _id: orgId, path }: Organization) => ({ orgId, path })
  // Some branches have no secretary, some no liaison: the boards have something to say.
  if (index === 0 && nth % 61 !== 7) return [{ role: 'secretary', ...over(branch), post: 'secretary' }]
  if (index === 1 && nth % 23 !== 4) return [{ role: 'liaison', ...over(branch) }]
  const group = groups[index - 2]
  return group && nth % 5 !== 0 ? [{ role: 'leader', ...over(group) }] : []
}

/** People for every branch, in turn until all are there. */
const fill = (branches: readonly Unit['branches'][number][], already: Already, now: Instant): Filled[] => {
  const total = MEMBERS - already.members.length
  const quota = RETIRED - already.members.filter(one => one.standing !== 'in-service').length
  const upTo = (nth: number) => Math.floor((nth * total) / branches.length)
  const sizes = branches.map((one, nth) => ({ ...one, from: upTo(nth), size: upTo(nth + 1) - upTo(nth) }))
  const pure = sizes.filter(one => one.retired).reduce((sum, one) => sum + one.size, 0)
  // What is missing to the number of the retired is spread over the other branches, or taken back from those of the retired.
  let [more, fewer] = [Math.max(0, quota - pure), Math.max(0, pure - quota)]
  return sizes.map(({ branch, retired, from, size }, nth) => {
    const groups = groupsOf(branch)
    const home: Home = {
      branchId: branch._id,
      path: branch.path,
      groups: groups.map(({ _id: groupId, name, path }) => ({ groupId, name, path })),
      seed: nth % 90,
    }
    const members = Array.from({ length: size }, (_, index): Member => {
      const n = from + index
      const inTurn = index > 3 && n % 3 === 1
      const isRetired = retired ? !(fewer > 0 && inTurn && fewer--) : more > 0 && inTurn && more-- > 0
      const { name, gender } = nameOf(n)
      const phone = `1${String(3 + (n % 7))}${String(100_000_000 + n * 7919).slice(-9)}`
      const made = person(
        `d${String(n + 1).padStart(5, '0')}`,
        n,
        home,
        isRetired ? 'retired' : 'in-service',
        grants(index, nth, branch, groups),
      )
      return {
        ...made,
        ...foundBy({ name, phones: [phone] }),
        ...{ name, gender, phones: [phone], doors: [phone], since: now - ENROLLED, bound: n % 3 !== 0 },
      }
    })
    return { branch, groups, members }
  })
}

/** A branch's latest Party day, and who came: some branches have met last week, some not for months. */
const partyDay = ({ branch, members }: Filled, nth: number, now: Instant): { activity: Activity; attendance: Attendance[] } => {
  const startsAt = now - (2 + ((nth * 7) % 115)) * DAY
  const [secretary] = members
  const by = { openid: `demo-${branch._id}`, memberId: secretary?._id ?? null, name: secretary?.name ?? '' }
  const activity: Activity = {
    _id: `act-${branch._id}`,
    ...{
      branchId: branch._id,
      path: branch.path,
      kind: 'party-day',
      title: '主题党日',
      startsAt,
      endsAt: startsAt + 2 * 60 * 60_000,
      body: '',
    },
    ...{
      place: { name: '党群服务中心' },
      capacity: null,
      audience: 'branch',
      parts: [],
      state: 'published',
      signups: [],
      secret: `secret-${branch._id}`,
    },
    ...{ createdBy: by, createdAt: startsAt - 5 * DAY, version: 1 },
    record: { line: '集中学习，交流发言。', minutes: '', photoFileIds: [] },
  }
  const attendance = members
    .filter((_, index) => (index + nth) % 3 === 0)
    .map((member, index): Attendance => ({
      ...{
        _id: `${activity._id}:${member._id}`,
        activityId: activity._id,
        memberId: member._id,
        state: 'present',
        at: startsAt - index * 30_000,
      },
      ...{ late: false, way: 'code', by, history: [] },
    }))
  return { activity, attendance }
}

/** The liaison of a branch looks after its first elders; the others wait for a helper. */
const caseload = ({ branch, members }: Filled, now: Instant): NonNullable<Seed['caseloads']> => {
  const helper = members[1]
  if (!helper || helper.grants.length === 0) return []
  const by = { openid: `demo-${branch._id}`, memberId: helper._id, name: helper.name }
  const elders = members
    .filter((one, index) => index > 1 && one.standing !== 'in-service')
    .slice(0, 20)
    .map(({ _id: memberId, name }) => ({ memberId, name, branchId: branch._id, kind: 'one-to-many' as const, since: now - 200 * DAY, by }))
  if (elders.length === 0) return []
  return [{ _id: helper._id, name: helper.name, branchId: branch._id, path: branch.path, partner: false, elders, version: 1, news: [] }]
}

/** A whole district about the demo's branch: 15 streets, 101 communities, 50 organs, 985 branches and 27,364 members, 10,193 of them retired. */
export const demoDistrict = (already: Already, now: Instant): Seed => {
  const all = units(already)
  const filled = fill(
    all.flatMap(one => one.branches),
    already,
    now,
  )
  const days = filled.map((one, nth) => partyDay(one, nth, now))
  const above = [...new Map(all.map(one => [one.above._id, one.above])).values()].filter(one => one._id !== already.street._id)
  return {
    organizations: [...above, ...filled.flatMap(one => [one.branch, ...one.groups])],
    members: filled.flatMap(one => one.members),
    activities: days.map(one => one.activity),
    attendance: days.flatMap(one => one.attendance),
    caseloads: filled.flatMap(one => caseload(one, now)),
    'care-contacts': filled.flatMap(({ branch, members }) => careContacts(branch, members, now)),
    ...districtRequests(filled, now),
  }
}
