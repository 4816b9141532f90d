import { SDK, startTestCloud, TEST_NOW, type TestCloud, type TestFunction } from './support/cloud'

const at = (text: string) => Date.parse(`${text}+08:00`)
const timer = (code: string, config: string): TestFunction => ({ code, config: { triggers: [{ name: 'daily', type: 'timer', config }] } })
const witness = `
const cloud = require(${SDK})
exports.main = async event => console.log(JSON.stringify({ event, now: Date.now(), source: process.env.TCB_SOURCE, openid: cloud.getWXContext().OPENID }))`

const said = async (cloud: TestCloud): Promise<unknown[]> => {
  const { items } = (await cloud.get('/log')) as { items: { console: { text: string }[] }[] }
  return items.flatMap(item => item.console).map(({ text }) => JSON.parse(text) as unknown)
}

describe('timers', () => {
  let cloud: TestCloud
  afterEach(() => cloud.close())

  test('fire at their own instants in UTC+8 before the clock has moved', async () => {
    cloud = await startTestCloud({ functions: { morning: timer(witness, '0 0 8 * * * *') } })
    const { body } = await cloud.post('/clock', { now: at('2026-11-23T12:00:00') })
    expect(body).toEqual({
      now: at('2026-11-23T12:00:00'),
      frozen: true,
      fired: [
        { functionName: 'morning', triggerName: 'daily', at: at('2026-11-22T08:00:00'), ok: true },
        { functionName: 'morning', triggerName: 'daily', at: at('2026-11-23T08:00:00'), ok: true },
      ],
    })
    expect(await said(cloud)).toEqual([
      {
        event: { Type: 'Timer', TriggerName: 'daily', Time: '2026-11-22T00:00:00Z', Message: '' },
        now: at('2026-11-22T08:00:00'),
        source: 'wx_trigger',
      },
      {
        event: { Type: 'Timer', TriggerName: 'daily', Time: '2026-11-23T00:00:00Z', Message: '' },
        now: at('2026-11-23T08:00:00'),
        source: 'wx_trigger',
      },
    ])
  })

  test('of several functions fire in the order of time', async () => {
    cloud = await startTestCloud({ functions: { hourly: timer(witness, '0 0 * * * * *'), half: timer(witness, '0 30 * * * * *') } })
    const { body } = await cloud.post('/clock', { advance: 2 * 3600_000 })
    expect(
      (body as { fired: { functionName: string; at: number }[] }).fired.map(({ functionName, at: instant }) => [functionName, instant]),
    ).toEqual([
      ['hourly', at('2026-11-21T10:00:00')],
      ['half', at('2026-11-21T10:30:00')],
      ['hourly', at('2026-11-21T11:00:00')],
      ['half', at('2026-11-21T11:30:00')],
    ])
  })

  test('of minutes are thinned to one an hour over a jump of days, and are complete in its last three hours', async () => {
    const quiet = 'exports.main = async () => 0'
    cloud = await startTestCloud({ functions: { minutely: timer(quiet, '0 * * * * * *'), nightly: timer(quiet, '0 30 2 * * * *') } })
    await cloud.post('/clock', { now: at('2026-11-24T00:00:00') })
    const { body } = await cloud.post('/clock', { now: at('2026-11-27T00:00:00') })
    const { fired } = body as { fired: { functionName: string; at: number }[] }
    const minutes = fired.filter(one => one.functionName === 'minutely').map(one => one.at)
    expect(fired.filter(one => one.functionName === 'nightly')).toHaveLength(3)
    expect(minutes.slice(0, 2)).toEqual([at('2026-11-24T01:00:00'), at('2026-11-24T02:00:00')])
    expect(minutes.filter(one => one > at('2026-11-26T21:00:00'))).toHaveLength(180)
    expect(minutes).toHaveLength(69 + 180)

    const hurried = await cloud.post('/clock', { advance: 24 * 60 * 60_000, fine: 10 * 60_000 })
    const later = (hurried.body as { fired: { functionName: string }[] }).fired
    expect(later.filter(one => one.functionName === 'minutely')).toHaveLength(23 + 10 + 1)
    expect(later.filter(one => one.functionName === 'nightly')).toHaveLength(1)
  })

  test('do not fire while time passes without them, nor afterwards for what they missed', async () => {
    cloud = await startTestCloud({ functions: { hourly: timer(witness, '0 0 * * * * *') } })
    const { until } = await cloud.listen()
    const passed = await cloud.post('/clock', { pass: 2 * 24 * 3600_000 })
    // The desk shows the time by itself.
    await until(`"now":${String(at('2026-11-23T09:30:00'))}`)
    expect(passed.body).toMatchObject({ now: at('2026-11-23T09:30:00'), fired: [] })
    const { body } = await cloud.post('/clock', { pass: 3600_000, advance: 3600_000 })
    expect((body as { fired: { at: number }[] }).fired.map(one => one.at)).toEqual([at('2026-11-23T11:00:00')])
    expect((await cloud.post('/clock', { pass: -1 })).status).toBe(400)
  })

  test('never fire twice for one instant, though the clock goes back and forth', async () => {
    cloud = await startTestCloud({ functions: { hourly: timer(witness, '0 0 * * * * *') } })
    await cloud.post('/clock', { now: at('2026-11-21T10:00:00') })
    await cloud.post('/clock', { now: at('2026-11-21T08:30:00') })
    const { body } = await cloud.post('/clock', { now: at('2026-11-21T11:00:00') })
    expect(body).toMatchObject({ fired: [{ at: at('2026-11-21T09:00:00') }, { at: at('2026-11-21T11:00:00') }] })
    expect(await said(cloud)).toHaveLength(3)
  })

  test('wait for one another when the clock is moved by two at once', async () => {
    cloud = await startTestCloud({ functions: { hourly: timer(witness, '0 0 * * * * *') } })
    await Promise.all([cloud.post('/clock', { advance: 3600_000 }), cloud.post('/clock', { advance: 3600_000 })])
    expect(cloud.clock.now()).toBe(TEST_NOW + 2 * 3600_000)
    expect((await said(cloud)).map(line => (line as { now: number }).now)).toEqual([at('2026-11-21T10:00:00'), at('2026-11-21T11:00:00')])
  })

  test('that fail are told as failed and do not stop the clock', async () => {
    cloud = await startTestCloud({ functions: { fails: timer('exports.main = () => { throw new Error("no") }', '0 0 * * * * *') } })
    const { body } = await cloud.post('/clock', { advance: 3600_000 })
    expect(body).toMatchObject({ now: TEST_NOW + 3600_000, fired: [{ ok: false }] })
  })

  test('fire as time runs on by itself', async () => {
    cloud = await startTestCloud({ functions: { daily: timer(witness, '0 0 10 * * * *') }, frozenAt: at('2026-11-21T09:59:59') + 900 })
    const stream = await cloud.listen()
    await cloud.post('/clock', { frozen: false })
    await stream.until('"triggerName":"daily"')
    const lines = (await said(cloud)) as { event: { Time: string }; now: number }[]
    expect(lines).toHaveLength(1)
    expect(lines[0]?.event.Time).toBe('2026-11-21T02:00:00Z')
    expect(lines[0]?.now).toBeGreaterThanOrEqual(at('2026-11-21T10:00:00'))
  })

  test('whose time cannot be read keep the cloud from starting, with a sentence', async () => {
    cloud = await startTestCloud()
    await expect(startTestCloud({ functions: { wrong: timer(witness, 'every day') } })).rejects.toThrow(
      'The timer "daily" of the function "wrong" has an unreadable time "every day"',
    )
  })
})
