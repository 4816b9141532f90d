import type { Contract, OperationName } from '../../core/contract'
import type { Documents } from '../../cloudfunctions/house'
import type { RawInput } from '../../core/shared/operation'
import { good, stored } from './support/attendance'
import { DAY, HOUR, startBranch, type Branch } from './support/branch'
import { amend, refusal } from './support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
  // A second secretary of the same branch: whoever shares every right is still somebody else.
  await amend(
    branch,
    'members',
    { _id: 'v-09' },
    { grants: [{ role: 'secretary', orgId: 'branch-01', path: '/district/changqing/branch-01/' }] },
  )
})
afterAll(() => branch.close())

const first = 'demo-secretary'
const second = 'demo-volunteer-09'
const tomorrow = () => branch.clock.now() + DAY
const shift = () => ({ startsAt: tomorrow(), endsAt: tomorrow() + HOUR, places: 2 })
const title = (who: string) => (who === first ? '第一位写的' : '第二位写的')

interface Made<N extends OperationName> {
  op: N
  collection: keyof Documents
  input: (who: string, attempt: string) => RawInput<Contract[N]>
}
const made = <N extends OperationName>(
  op: N,
  collection: keyof Documents,
  input: (who: string, attempt: string) => RawInput<Contract[N]>,
) => {
  const one: Made<N> = { op, collection, input }
  return {
    op,
    collection,
    sends: async (who: string, commandId: string): Promise<{ ok: true; data: object } | { ok: false; code: string }> =>
      branch.as(who).calls(one.op, one.input(who, commandId.slice(0, 4)), commandId),
  }
}

const makers = [
  made('activity.publish', 'activities', who => ({
    branchId: 'branch-01',
    kind: 'study',
    title: title(who),
    startsAt: tomorrow(),
    endsAt: tomorrow() + HOUR,
    place: { name: '活动室' },
    audience: 'branch',
  })),
  made('post.publish', 'posts', who => ({
    orgId: 'branch-01',
    kind: '邻里帮',
    title: title(who),
    place: { name: '东门' },
    audience: 'branch',
    shifts: [shift()],
  })),
  made('request.raiseFor', 'requests', (who, attempt) => ({
    memberId: who === first ? 'm-40' : 'm-41',
    // What runs already of one kind would only hear more.
    kind: attempt === 'used' ? 'talk' : 'bulb',
    text: title(who),
  })),
  made('team.save', 'teams', who => ({ orgId: 'branch-01', name: title(who), kinds: ['bulb'], memberIds: ['v-05'] })),
  made('partner.save', 'partners', who => ({
    branchId: 'branch-01',
    name: title(who),
    contact: '周医生',
    phone: '027-83550009',
    offers: '上门量血压',
  })),
  made('template.save', 'templates', who => ({
    branchId: 'branch-01',
    kind: 'party-day',
    title: title(who),
    day: 5,
    time: '09:00',
    lastsMinutes: 60,
    place: { name: '活动室' },
    audience: 'branch',
    noticeDays: 3,
  })),
  made('care.contact', 'care-log', who => ({ memberId: who === first ? 'm-45' : 'm-36', by: 'call', note: title(who) })),
]

describe.each(makers)('$op', ({ op, collection, sends }) => {
  test('says CONFLICT to somebody else who sends the same command id, and leaves what is there as it is', async () => {
    const commandId = `used-${op.replace('.', '-')}`
    const answered = good(await sends(first, commandId))
    const [before] = await stored(branch, collection, { _id: commandId })
    expect(JSON.stringify(before)).toContain('第一位写的')
    const reply = await sends(second, commandId)
    expect(reply).toEqual({ ok: false, code: 'CONFLICT' })
    expect(await stored(branch, collection, { _id: commandId })).toEqual([before])
    // Whose it is hears the same again.
    expect(Object.keys(good(await sends(first, commandId)))).toEqual(Object.keys(answered))
  })

  test('lets one of two win who send one command id in the same moment', async () => {
    const commandId = `race-${op.replace('.', '-')}`
    const replies = await Promise.all([first, second].map(who => sends(who, commandId)))
    expect(replies.map(refusal).sort()).toEqual(['CONFLICT', 'done'])
    const winner = replies[0]?.ok ? first : second
    expect(JSON.stringify(await stored(branch, collection, { _id: commandId }))).toContain(title(winner))
  })
})

test('a call for the second elder is not taken for made, nor their contact noted, where the id was somebody else’s', async () => {
  expect((await stored(branch, 'requests', { memberId: 'm-41' })).filter(one => one._id === 'used-request-raiseFor')).toEqual([])
  const log = await stored(branch, 'care-log', { memberId: 'm-36' })
  expect(log.filter(one => one._id.startsWith('used-'))).toEqual([])
})
