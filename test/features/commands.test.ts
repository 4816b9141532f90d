import type { Contract, OperationName } from '../../core/contract'
import type { Documents } from '../../cloudfunctions/house'
import type { RawInput } from '../../core/shared/operation'
import { good, stored } from './support/attendance'
import { DAY, HOUR, startBranch, type Branch } from './support/branch'
import { amend, people, refusal } from './support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
  // A second secretary of the same branch: one who shares every right is still another person.
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

let before = new Set<string>()
/** What the two have written since the collection was last looked at. */
const written = async (collection: keyof Documents) =>
  (await stored(branch, collection, {})).filter(one => {
    const text = JSON.stringify(one)
    return (text.includes(title(first)) || text.includes(title(second))) && !before.has(one._id)
  })
const noteBefore = async (collection: keyof Documents) => {
  before = new Set((await stored(branch, collection, {})).map(one => one._id))
}

describe.each(makers)('$op', ({ op, collection, sends }) => {
  test('makes one of the same command of one person, and another of the same id from another person', async () => {
    await noteBefore(collection)
    const commandId = `used-${op.replace('.', '-')}`
    const answered = good(await sends(first, commandId))
    const one = await written(collection)
    expect(one).toHaveLength(1)
    good(await sends(second, commandId))
    expect(Object.keys(good(await sends(first, commandId)))).toEqual(Object.keys(answered))
    const both = await written(collection)
    expect(both).toHaveLength(2)
    expect(both).toContainEqual(one[0])
    // No client chooses what a document is called.
    expect(both.filter(row => row._id.includes('used'))).toEqual([])
  })

  test('makes two of what two people send with one id in the same moment', async () => {
    await noteBefore(collection)
    const commandId = `race-${op.replace('.', '-')}`
    const replies = await Promise.all([first, second, first, second].map(who => sends(who, commandId)))
    expect(replies.map(refusal)).toEqual(['done', 'done', 'done', 'done'])
    expect(await written(collection)).toHaveLength(2)
  })
})

describe('a command sent again, because its answer was lost', () => {
  const twice = async <N extends OperationName>(who: string, op: N, input: RawInput<Contract[N]>) => {
    const send = () => branch.as(who).calls(op, input, `lost-${op.replace('.', '-')}`)
    const reply = good(await send())
    expect(good(await send())).toEqual(reply)
    return reply
  }
  let memberIds: string[] = []
  const marked = () => ({ orgId: 'branch-01', kind: 'check-up' as const, period: '2026', memberIds, state: 'done' as const })

  test('hears that the template is gone, not that there is none', async () => {
    const { items } = good(await branch.as(first).calls('template.list', { branchId: 'branch-01' }))
    await twice(first, 'template.remove', { templateId: items[0]?.templateId ?? '' })
  })

  test('hears how many benefits it marked, not that all were marked already', async () => {
    const due = good(await branch.as(first).calls('benefit.list', { orgId: 'branch-01', kind: 'check-up', period: '2026' })).items
    memberIds = due.flatMap(one => (one.state === 'done' ? [] : [one.memberId])).slice(0, 2)
    expect(await twice(first, 'benefit.mark', marked())).toEqual({ changed: 2, unchanged: 0 })
  })

  test('hears how many elders changed hands, not that none is left', async () => {
    const moves = [{ memberId: 'm-36', toHelperId: 'v-03' }]
    expect(await twice(first, 'pairing.handOver', { helperId: people.liaison.memberId, moves, reason: '调走' })).toMatchObject({ moved: 1 })
  })

  test('hears that the place was given to the one who waited, not that it is held no more', async () => {
    const input = { orgId: 'branch-01', kind: '邻里帮', title: '值班', place: { name: '东门' }, audience: 'branch' as const }
    const { postId } = good(await branch.as(first).calls('post.publish', { ...input, shifts: [{ ...shift(), places: 1 }] }))
    for (const who of ['demo-member-30', 'demo-member-31']) good(await branch.as(who).calls('post.claim', { postId, shiftId: 's1' }))
    expect(await twice('demo-member-30', 'post.offer', { postId, shiftId: 's1' })).toEqual({ state: 'given' })
  })

  test('hears what was kept after a withdrawal, not that there was nothing to withdraw', async () => {
    expect((await twice('demo-member-32', 'me.withdraw', {})).kept).not.toEqual([])
  })

  test('is another command from another person, and after a day it is a new one', async () => {
    const again = (who: string) => branch.as(who).calls('benefit.mark', marked(), 'lost-benefit-mark')
    expect(good(await again(second))).toEqual({ changed: 0, unchanged: 2 })
    await branch.clock.advance(DAY + 2 * HOUR)
    expect(good(await again(first))).toEqual({ changed: 0, unchanged: 2 })
  })
})
