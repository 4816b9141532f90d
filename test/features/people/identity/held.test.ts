import { readSheet } from 'read-excel-file/node'
import { house, type Documents } from '../../../../cloudfunctions/house'
import { good, meeting, stored } from '../../support/attendance'
import { DAY, MORNING, startBranch, type Branch } from '../../support/branch'
import { muster, remedy, round, vote } from '../../support/inputs'
import { amend, invitation } from '../../support/people'
import { circleWith, helpOf } from '../../support/world'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const MEMBER = 'm-31'
const OPENID = 'demo-member-31'
const held = async () => good(await branch.as(OPENID).calls('me.data', {}))

test('a person reads all that is held: who comes to see them, what they asked for, who looked at their number and when', async () => {
  const secretary = branch.as('demo-secretary')
  good(await branch.as(OPENID).calls('request.raise', { kind: 'bulb', text: '客厅的灯不亮了' }))
  good(await secretary.calls('pairing.set', { helperId: 'v-03', elderIds: [MEMBER], kind: 'one-to-one' }))
  good(await secretary.calls('roster.phone', { memberId: MEMBER }))
  await amend(branch, 'members', { _id: MEMBER }, { portrait: 'cloud://local.x/portrait.jpg' })
  const [member, helper] = [(await stored(branch, 'members', { _id: MEMBER }))[0], (await stored(branch, 'members', { _id: 'v-03' }))[0]]
  const all = await held()
  const value = (field: string) => all.held.find(one => one.field === field)?.value
  expect(value('requests')).toContain('换灯泡')
  expect(value('pairings')).toBe(helper?.name)
  expect(value('doors')).toBe(member?.phones[0])
  expect(value('portrait')).toBe('有一张')
  expect(value('accounts')).toContain('起')
  expect(all.looked.some(one => one.what === '在花名册里查看了电话' && one.at === MORNING)).toBe(true)
  expect(JSON.stringify(all)).not.toContain(OPENID)
  expect(await branch.roundTrips('me.data')).toBeLessThanOrEqual(2)
})

test('the same is kept as a file, by the person or by family, and which of them took it stands among the looks', async () => {
  const { url } = good(await branch.as(OPENID).calls('me.export', {}))
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const all = await held()
  const rows = await readSheet(file, '资料')
  expect(rows.slice(1).map(row => row[0])).toEqual(all.held.map(one => one.label))
  expect((await readSheet(file, '谁看过改过')).flat()).toContain('在花名册里查看了电话')
  expect(all.looked.some(one => one.what === '把这位同志的资料存成了文件')).toBe(false)
  good(await branch.as('demo-family-01').calls('me.export', {}))
  const { looked } = good(await branch.as('demo-member-01').calls('me.data', {}))
  expect(looked[0]).toMatchObject({ what: '把这位同志的资料存成了文件' })
})

/** What names the person in what is to come, or in what goes with them. */
const left: Partial<Record<keyof Documents, () => Promise<unknown[]>>> = {
  accounts: () => stored(branch, 'accounts', { people: MEMBER }),
  messages: () => stored(branch, 'messages', { memberId: MEMBER }),
  invites: () => stored(branch, 'invites', { memberId: MEMBER }),
  'public-cards': async () => (await stored(branch, 'public-cards', { _id: MEMBER })).filter(one => one.content !== null),
  books: () => stored(branch, 'books', { 'wanted.memberId': MEMBER }),
  activities: () => stored(branch, 'activities', { 'signups.memberId': MEMBER, startsAt: { $gt: MORNING } }),
  'review-words': () => stored(branch, 'review-words', { memberId: MEMBER }),
  circles: () => stored(branch, 'circles', { 'members.memberId': MEMBER }),
  talents: () => stored(branch, 'talents', { _id: MEMBER }),
  'talent-asks': async () => (await stored(branch, 'talent-asks', { memberId: MEMBER })).filter(one => one.state !== 'ended'),
  advisories: () => stored(branch, 'advisories', { party: MEMBER }),
  'honour-proposals': () => stored(branch, 'honour-proposals', { _id: MEMBER }),
  posts: () => stored(branch, 'posts', { 'queue.memberId': MEMBER, endsAt: { $gt: MORNING } }),
  'quiet-cases': () => stored(branch, 'quiet-cases', { $or: [{ memberId: MEMBER }, { named: MEMBER }] }),
  requests: () => stored(branch, 'requests', { 'owner.memberId': MEMBER, open: true }),
  hours: () => stored(branch, 'hours', { 'bookings.memberId': MEMBER, endsAt: { $gt: MORNING } }),
  suggestions: () => stored(branch, 'suggestions', { memberId: MEMBER }),
  'dues-accounts': async () => (await stored(branch, 'dues-accounts', { _id: MEMBER })).filter(one => one.bases.length > 0),
  remedies: () => stored(branch, 'remedies', { ownerId: MEMBER }),
  votes: () =>
    stored(branch, 'votes', {
      $or: [{ 'candidates.memberId': MEMBER }, { 'candidates.proposerId': MEMBER }, { 'candidates.seconds': MEMBER }, { hostIds: MEMBER }],
    }),
  rounds: () => stored(branch, 'rounds', { party: MEMBER }),
  'round-entries': () => stored(branch, 'round-entries', { memberId: MEMBER }),
  'round-scores': () => stored(branch, 'round-scores', { jurorId: MEMBER }),
  'vote-roll': () => stored(branch, 'vote-roll', { memberId: MEMBER }),
  'station-words': () => stored(branch, 'station-words', { memberId: MEMBER }),
  wishes: () => stored(branch, 'wishes', { memberId: MEMBER, open: true }),
  'muster-calls': () => stored(branch, 'muster-calls', { memberId: MEMBER, answer: { $ne: 'gone' }, endsAt: { $gt: MORNING } }),
  'branch-duties': () => stored(branch, 'branch-duties', { memberId: MEMBER }),
}

test('nothing is left of what a withdrawal takes, in any collection, nor anything by which the person could be known again', async () => {
  const taken = house.collections.filter(one => one.fates.withdrew !== 'kept').map(one => one.name)
  expect(Object.keys(left).sort()).toEqual([...taken].sort())

  const activityId = await meeting(branch, { startsAt: MORNING + DAY, endsAt: MORNING + DAY + 3_600_000 })
  const me = branch.as(OPENID)
  good(await me.calls('signup.join', { activityId }))
  const reviewId = await meeting(branch, { kind: 'appraisal', title: '民主评议' })
  good(await me.calls('review.say', { activityId: reviewId, text: '今年参加活动少了' }))
  good(await me.calls('publicCard.publish', { name: '老同志', helps: ['bulb'], words: '随叫随到', reach: 'branch' }))
  await circleWith(branch, OPENID)
  good(await me.calls('talent.set', { skills: ['singing'] }))
  good(await branch.as('demo-secretary').calls('talent.ask', { memberId: MEMBER, what: '教大家唱歌' }))
  good(await branch.as('demo-street').calls('advisory.save', { orgId: 'branch-01', field: 'speaking', memberIds: [MEMBER] }))
  good(await branch.as('demo-secretary').calls('case.open', { memberId: MEMBER, topic: '老伴病了，心里闷' }))
  const { hoursId } = await helpOf(branch)
  good(await me.calls('hours.book', { hoursId, about: '问遗嘱' }))
  good(await me.calls('suggestion.submit', { text: '活动室添几把有扶手的椅子' }))
  const base = { memberId: MEMBER, baseFen: 480_000, standing: 'retired' as const, from: '2026-11' }
  good(await branch.as('demo-secretary').calls('dues.setBase', base))
  good(await branch.as('demo-secretary').calls('remedy.save', { ...remedy, ownerId: MEMBER }))
  const names = { nominateUntil: MORNING + DAY, candidates: [...vote.candidates, { name: '本人', memberId: MEMBER }] }
  for (const more of [{}, names]) good(await branch.as('demo-secretary').calls('vote.publish', { orgId: 'branch-01', ...vote, ...more }))
  const jury = { ...round, jurorIds: [MEMBER, 'm-40'] }
  for (const more of [jury, round]) good(await branch.as('demo-secretary').calls('round.open', { orgId: 'branch-01', ...more }))
  good(await me.calls('station.word', { stationId: 'station-changqing', text: '门口的台阶太高' }))
  good(await me.calls('wish.raise', { kind: 'wish', text: '回老部队看看' }))
  await invitation(branch, MEMBER)
  good(await branch.as('demo-secretary').calls('muster.call', { orgId: 'branch-01', ...muster }))
  const home = { lng: 114.2, lat: 30.6 }
  good(await me.calls('helping.set', { kinds: ['bulb'], point: home }))
  good(await branch.as('demo-street').calls('liaison.assign', { branchId: 'branch-02', memberId: MEMBER }))
  for (const name of [
    'accounts',
    'messages',
    'invites',
    'public-cards',
    'activities',
    'circles',
    'branch-duties',
    'review-words',
    'quiet-cases',
    'hours',
    'wishes',
    'suggestions',
    'dues-accounts',
    'remedies',
    'votes',
    'vote-roll',
    'rounds',
    'round-entries',
    'talents',
    'talent-asks',
    'advisories',
  ] as const)
    expect([name, (await left[name]?.())?.length]).not.toEqual([name, 0])

  good(await me.calls('me.withdraw', {}))
  for (const [name, find] of Object.entries(left)) expect([name, await find()]).toEqual([name, []])
  const [row] = await stored(branch, 'members', { _id: MEMBER })
  expect(row).toMatchObject({ bound: false, doors: [], waitingDoors: [], skills: [] })
  for (const gone of ['portrait', 'home', 'helping', 'health', 'note', 'doorYears']) expect(row).not.toHaveProperty(gone)
  const again = await branch.phoneCode('again-31', row?.phones[0] ?? '')
  expect(await branch.as('again-31').calls('me.bindByPhone', { phoneCode: again, name: row?.name ?? '' })).toMatchObject({
    code: 'PHONE_UNKNOWN',
  })
})
