import { good } from '../support/attendance'
import { MINUTE, MORNING, HOUR, startBranch, type Branch } from '../support/branch'
import { templateFor } from '../support/templates'

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())

const health = async () => good(await branch.as('demo-bureau').calls('health.get', { orgId: 'branch-01' }))
const messages = async (template: string) => (await health()).messages.find(one => one.template === template)

const publish = () =>
  branch.as('demo-secretary').calls('activity.publish', {
    ...{ branchId: 'branch-01', kind: 'study' as const, title: '学习会', audience: 'branch' as const },
    ...{ startsAt: MORNING + HOUR, endsAt: MORNING + 2 * HOUR, place: { name: '二楼' } },
  })

test('the technician sees what became of the messages, and how often people agreed to them', async () => {
  await branch.accept('demo-member-05', [templateFor('activity-published')])
  await branch.accept('demo-member-06', [templateFor('activity-published')])
  expect(await messages('activity-notice')).toMatchObject({ there: true, accepted: 0, sent: 0, refused: 0, missing: 0 })
  good(await publish())
  await branch.clock.advance(2 * MINUTE)
  const { sent = 0, refused = 0 } = (await messages('activity-notice')) ?? {}
  expect(sent).toBe(2)
  expect(refused).toBeGreaterThan(60)
})

test('what a person agreed to goes along with the next call, and counts of a member alone', async () => {
  const call = (openid: string, accepted: unknown) =>
    fetch(`${branch.url}/call/api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify({ op: 'me.get', input: {}, accepted }),
    }).then(async response => ((await response.json()) as { ok: boolean }).ok)
  expect(await call('demo-member-07', ['celebration', 'visit-due'])).toBe(true)
  expect(await call('demo-member-08', ['celebration'])).toBe(true)
  expect(await call('demo-stranger', ['celebration'])).toBe(true)
  expect(await call('demo-member-09', ['no-such-template'])).toBe(true)
  expect((await messages('celebration'))?.accepted).toBe(2)
  expect((await messages('visit-due'))?.accepted).toBe(1)
})

test('the timer tells that it runs, and what its jobs did', async () => {
  await branch.clock.advance(6 * MINUTE, 6 * MINUTE)
  const { timer, now } = await health()
  expect(now - (timer.beatAt ?? 0)).toBeLessThanOrEqual(5 * MINUTE)
  const counting = timer.jobs.find(one => one.name === 'countRollups')
  expect(counting).toMatchObject({ title: '看板数字', failed: false })
  expect(counting?.did).toBeGreaterThan(0)
})

test('what lies waiting is told with its age', async () => {
  const { behind } = await health()
  expect(behind.filter(one => one.what === 'requests')).toEqual([])
})

test.each(['demo-secretary', 'demo-street', 'demo-member-01'])('%s does not read it', async openid => {
  expect(await branch.as(openid).calls('health.get', { orgId: 'branch-01' })).toEqual({ ok: false, code: 'FORBIDDEN' })
})
