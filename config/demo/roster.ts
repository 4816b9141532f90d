import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Account, Grant } from '../../cloudfunctions/kernel/identity'
import { geoPoint, type GeoPoint } from '../../cloudfunctions/kernel/geo'
import { PRIVACY_VERSION } from '../../core/people/identity/rules'
import type { Instant } from '../../core/shared/operation'
import { suggestedKinds } from '../../core/service/teams/rules'
import { organization } from './organization'
import { enrolledAt, person, type Home } from './people'
import { soonCelebrating } from './soon-celebrating'
import { two } from './shape'

export type DemoKind = 'branch' | 'district' | 'none'

const ordinals = ['一', '二', '三', '四']

const groupsOf = (branch: Organization): Organization[] =>
  ordinals.map((ordinal, index) => organization(branch, `${branch._id}-g${String(index + 1)}`, 'group', `第${ordinal}党小组`))

const homeOf = (branch: Organization, groups: readonly Organization[], seed: number): Home => ({
  branchId: branch._id,
  path: branch.path,
  groups: groups.map(group => ({ groupId: group._id, name: group.name, path: group.path })),
  seed,
})

const account = (openid: string, memberId: string | null, now: Instant, actingFor: Account['actingFor'] = [], name?: string): Account => ({
  _id: openid,
  memberId,
  people: [...(memberId === null ? [] : [memberId]), ...actingFor.map(bond => bond.memberId)],
  actingFor,
  ...(name === undefined ? {} : { name }),
  privacy: { version: PRIVACY_VERSION, at: now },
  createdAt: now,
})

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** The tree of every demo: the district committee, a street, an organ, the branch of S3 and a neighbour. */
const tree = () => {
  const committee = organization(null, 'district', 'committee', '区委离退休干部工作委员会')
  const street = organization(committee, 'changqing', 'street', '常青街道党工委')
  const branch = organization(street, 'branch-01', 'branch', '常青花园离退休干部党支部')
  const neighbour = organization(street, 'branch-02', 'branch', '银湖离退休干部党支部')
  const organ = organization(committee, 'bureau', 'organ', '区委老干部局')
  const staff = organization(organ, 'branch-staff', 'branch', '老干部局机关党支部')
  return { committee, street, branch, neighbour, organ, staff, groups: groupsOf(branch) }
}

/** The organizations of a demo, its people and their accounts: everything else is about them. */
export const demoRoster = (now: Instant) => {
  const { committee, street, branch, neighbour, organ, staff, groups } = tree()
  const home = homeOf(branch, groups, 61)
  const firstGroup = home.groups[0]
  if (!firstGroup) throw new Error('the demo branch has groups')

  const everyone = numbered(77).map(n => ({
    ...person(`m-${two(n)}`, n, home, 'retired', n === 77 ? [{ role: 'leader', orgId: firstGroup.groupId, path: firstGroup.path }] : []),
    home: homePoint(n),
  }))
  const retired = soonCelebrating(everyone, now)
  const inService = numbered(10).map(n => volunteer(n, home, branch))
  const leader = retired.at(-1)
  const secretary = inService.at(-1)
  if (!leader || !secretary) throw new Error('the demo branch has people')
  Object.assign(leader, { groupId: firstGroup.groupId, path: firstGroup.path, groupName: firstGroup.name })

  const neighbourHome = homeOf(neighbour, [], 62)
  const neighbours = numbered(12).map(n =>
    person(`n-${two(n)}`, n, neighbourHome, 'retired', n === 1 ? [{ role: 'secretary', orgId: neighbour._id, path: neighbour.path }] : []),
  )
  const staffHome = homeOf(staff, [], 63)
  const officers = [
    person('s-01', 1, staffHome, 'in-service', [{ role: 'street', orgId: street._id, path: street.path }]),
    person('s-02', 2, staffHome, 'in-service', [{ role: 'bureau', orgId: committee._id, path: committee.path }]),
  ]

  const elder = retired[0]
  if (!elder) throw new Error('the demo branch has a first member')
  const accounts = [
    account('demo-secretary', secretary._id, now),
    account('demo-leader-1', leader._id, now),
    ...retired.map((member, index) => account(`demo-member-${two(index + 1)}`, member._id, now)),
    ...inService.map((member, index) => account(`demo-volunteer-${two(index + 1)}`, member._id, now)),
    account(
      'demo-family-01',
      null,
      now,
      [{ bondId: 'bond-01', memberId: elder._id, relation: 'child', consent: 'self', since: now }],
      `${elder.name.slice(0, 1)}晓燕`,
    ),
    account('demo-other-secretary', 'n-01', now),
    account('demo-other-member', 'n-02', now),
    account('demo-street', 's-01', now),
    account('demo-bureau', 's-02', now),
  ]
  const organizations = [committee, street, branch, neighbour, organ, staff, ...groups]
  const members = [...retired, ...inService, ...neighbours, ...officers].map(member => ({ ...member, since: enrolledAt(now) }))
  return { organizations, members, accounts, committee, street, branch, retired, inService, secretary }
}

/** The members' homes: around the hall, a few hundred metres from one another. */
const homePoint = (n: number): GeoPoint =>
  geoPoint({ lng: 114.2121 + ((n * 37) % 41) * 0.0003 - 0.006, lat: 30.6402 + ((n * 23) % 31) * 0.0003 - 0.0045 })

/** An in-service member: the second is liaison of the first two groups, the tenth the secretary; from the fourth on they offer help. */
const volunteer = (n: number, home: Home, branch: Organization): Member => {
  const groups = home.groups.slice(0, 2).map(group => ({ role: 'liaison' as const, orgId: group.groupId, path: group.path }))
  const grants: Grant[] =
    n === 10 ? [{ role: 'secretary', orgId: branch._id, path: branch.path, post: 'secretary' }] : n === 2 ? groups : []
  const member = person(`v-${two(n)}`, 80 + n, home, 'in-service', grants)
  const kinds = [
    ...new Set([...suggestedKinds(member.skills), ...(['bulb', 'water', 'leak', 'medicine', 'payment', 'escort', 'other'] as const)]),
  ]
  return { ...member, home: homePoint(80 + n), ...(n >= 4 && n < 10 ? { helping: { kinds, quiet: { from: '22:00', to: '07:00' } } } : {}) }
}

interface DeskPerson {
  openid: string
  name: string
  note: string
  group: string
}

const STRANGERS = '还没登记的人'

const groupOf = (openid: string): string => {
  if (/secretary|leader/.test(openid)) return '书记和组长'
  if (/street|bureau/.test(openid)) return '街道和老干部局'
  if (openid.includes('family')) return '家属'
  return openid.includes('volunteer') ? '志愿者' : '党员'
}

/** The persons that the desk offers, in the order in which a newcomer would try them. */
export const demoPeople = (kind: DemoKind): DeskPerson[] => {
  if (kind === 'none')
    return numbered(4).map(n => ({
      openid: `phone-${String(n)}`,
      name: `第${ordinals[n - 1] ?? ''}部手机`,
      note: '还没有绑定',
      group: STRANGERS,
    }))
  const { accounts, members, retired } = demoRoster(0)
  const nameOf = (one: Account) => members.find(member => member._id === one.memberId)?.name ?? one.name ?? ''
  const notes: Record<string, string> = {
    'demo-secretary': '支部书记',
    'demo-leader-1': '第一党小组组长',
    'demo-family-01': `${retired[0]?.name ?? ''}同志的家属`,
    'demo-volunteer-02': '联络员',
    'demo-other-secretary': '邻支部书记',
    'demo-other-member': '邻支部党员',
    'demo-street': '街道',
    'demo-bureau': '老干部局',
  }
  const rank = (openid: string) => (openid === 'demo-secretary' ? 0 : openid.startsWith('demo-member') ? 1 : 2)
  return [
    ...accounts.map(one => ({
      openid: one._id,
      name: nameOf(one),
      note: notes[one._id] ?? (one._id.startsWith('demo-volunteer') ? '在职党员' : '党员'),
      group: groupOf(one._id),
    })),
    { openid: 'demo-stranger', name: '没绑定的人', note: '未绑定', group: STRANGERS },
  ].sort((one, other) => rank(one.openid) - rank(other.openid))
}
