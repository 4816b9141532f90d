import { templateFor } from '../support/templates'
import { instantOf } from '../../../core/shared/calendar'
import { good } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { people } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

/** 独居, of the first group: its liaison is the second volunteer, its leader is demo-leader-1. */
const ELDER = 'demo-member-36'
const night = (clock: string) => instantOf('2026-11-21', clock)

test('a pipe bursts at nine in the evening where an old man lives alone, and helpers are asked all night until one owns it', async () => {
  await branch.clock.advance(12 * HOUR)
  await branch.accept(people.liaison.openid, [templateFor('request-asked')])
  const elder = branch.as(ELDER)

  // 21:00. He taps the picture. He is told who was asked and until when it is promised: reported after 20:00, before 08:00.
  const answer = good(await elder.calls('request.raise', { kind: 'leak', text: '厨房水管爆了，水流了一地' }))
  const { requestId } = answer
  expect(answer).toMatchObject({
    promiseAt: instantOf('2026-11-22', '08:00'),
    promise: '明天上午8点前办好',
    urgent: false,
    told: [{ role: 'liaison' }],
  })
  const pushed = (await branch.outbox()).filter(one => one.page.includes(requestId))
  expect(pushed.map(one => one.touser)).toEqual([people.liaison.openid])
  expect(pushed[0]?.data['time2']?.value).toBe('2026年11月22日 08:00')

  const look = async () => good(await elder.calls('request.get', { requestId }))
  const stands = async () => {
    const { rung, state, told, owner } = await look()
    return { rung, state, told: told.map(one => one.role).sort(), owner: owner?.memberId ?? null }
  }
  const waiting = { state: 'waiting', owner: null }
  expect(await stands()).toEqual({ ...waiting, rung: 'liaison', told: ['liaison'] })

  // One minute before its clock runs out nothing moves; then each rung in turn, though it is night: this cannot wait.
  await branch.clock.advance(14 * MINUTE)
  expect((await stands()).rung).toBe('liaison')
  await branch.clock.advance(MINUTE)
  expect(await stands()).toEqual({ ...waiting, rung: 'team', told: ['leader', 'team', 'team', 'team'] })
  await branch.clock.advance(15 * MINUTE)
  expect(await stands()).toEqual({ ...waiting, rung: 'near', told: Array.from({ length: 5 }, () => 'volunteer') })
  await branch.clock.advance(15 * MINUTE)
  expect(await stands()).toEqual({ ...waiting, rung: 'secretary', told: ['secretary'] })
  await branch.clock.advance(20 * MINUTE)
  // 22:05: no helper took it, so the street's duty officer owns it.
  expect(await stands()).toEqual({ rung: 'street', state: 'accepted', told: ['street'], owner: 's-01' })

  // The officer sees it on the street's desk and gives it to a volunteer who lives near.
  const street = branch.as('demo-street')
  const running = good(await street.calls('request.desk', { orgId: 'changqing', lane: 'running' }))
  expect(running.items.map(one => one.requestId)).toContain(requestId)
  const { items } = good(await street.calls('request.candidates', { requestId }))
  expect(items.find(one => one.memberId === 'v-07')).toMatchObject({ role: 'volunteer', load: 0 })
  good(await street.calls('request.reassign', { requestId, memberId: 'v-07', reason: '离得最近' }))
  const volunteer = branch.as('demo-volunteer-07')
  good(await volunteer.calls('request.progress', { requestId, state: 'on-the-way' }))
  expect((await look()).callable.map(one => one.memberId)).toContain('v-07')
  await branch.clock.advance(HOUR)
  good(await volunteer.calls('request.done', { requestId, note: '换了一截水管', photoFileIds: ['cloud://local.bucket/pipe.jpg'] }))

  // In the morning the old man presses one button.
  await branch.clock.advance(8 * HOUR)
  expect(good(await elder.calls('request.confirm', { requestId, satisfied: true, stars: 5 }))).toEqual({ state: 'closed' })
  const whole = await look()
  expect(whole.timeline.map(one => [one.what, one.at])).toEqual([
    ['raised', night('21:00')],
    ['asked', night('21:00')],
    ['asked', night('21:15')],
    ['asked', night('21:30')],
    ['asked', night('21:45')],
    ['by-default', night('22:05')],
    ['assigned', night('22:05')],
    ['on-the-way', night('22:05')],
    ['done', night('23:05')],
    ['confirmed', instantOf('2026-11-22', '07:05')],
  ])
  expect(whole).toMatchObject({ state: 'closed', risk: 'fine', stars: 5 })

  // He was told at each step that matters to him, each once.
  const inbox = good(await elder.calls('inbox.list', {})).items.filter(one => one.page.includes(requestId))
  expect(inbox.map(one => one.title).reverse()).toEqual([
    expect.stringContaining('来管您的求助'),
    expect.stringContaining('来办您的求助'),
    expect.stringContaining('在路上了'),
    expect.stringContaining('说办好了'),
  ])
})
