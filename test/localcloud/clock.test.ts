import { startTestCloud, TEST_NOW, type TestCloud } from './support/cloud'

const HOUR = 3600_000

const dates = `exports.main = () => {
  class Special extends Date {}
  return {
    now: Date.now(),
    made: new Date().getTime(),
    text: Date(),
    parsed: new Date('2020-01-02T03:04:05Z').toISOString(),
    parts: new Date(2020, 0, 2).getFullYear(),
    utc: Date.UTC(1970, 0, 2),
    instance: new Date() instanceof Date && new Date().constructor === Date,
    special: new Special().getTime() === Date.now() && new Special() instanceof Special,
  }
}`

describe('the clock of the local cloud', () => {
  let cloud: TestCloud
  beforeEach(async () => {
    cloud = await startTestCloud({ functions: { dates } })
  })
  afterEach(() => cloud.close())

  test('is what Date says inside of a function, in every way of asking', async () => {
    expect((await cloud.call('dates', {})).body).toEqual({
      now: TEST_NOW,
      made: TEST_NOW,
      text: new Date(TEST_NOW).toString(),
      parsed: '2020-01-02T03:04:05.000Z',
      parts: 2020,
      utc: 24 * HOUR,
      instance: true,
      special: true,
    })
  })

  test('moves warm functions along when it is set or advanced', async () => {
    await cloud.call('dates', {})
    expect((await cloud.post('/clock', { now: TEST_NOW + HOUR })).body).toEqual({ now: TEST_NOW + HOUR, frozen: true, fired: [] })
    expect((await cloud.call('dates', {})).body).toMatchObject({ now: TEST_NOW + HOUR })
    await cloud.post('/clock', { advance: 5 })
    expect((await cloud.call('dates', {})).body).toMatchObject({ now: TEST_NOW + HOUR + 5, made: TEST_NOW + HOUR + 5 })
    await cloud.post('/clock', { advance: -HOUR })
    expect((await cloud.call('dates', {})).body).toMatchObject({ now: TEST_NOW + 5 })
    expect(await cloud.get('/clock')).toEqual({ now: TEST_NOW + 5, frozen: true })
  })

  test('runs on from where it was set, until it is frozen again', async () => {
    await cloud.post('/clock', { frozen: false })
    const { body } = await cloud.post('/clock', { now: TEST_NOW + HOUR })
    expect(body).toMatchObject({ frozen: false })
    const started = performance.now()
    while (performance.now() - started < 5);
    const running = cloud.clock.now()
    expect(running).toBeGreaterThanOrEqual(TEST_NOW + HOUR + 5)
    expect(running).toBeLessThan(TEST_NOW + HOUR + 60_000)
    await cloud.post('/clock', { frozen: true })
    const still = cloud.clock.now()
    const again = performance.now()
    while (performance.now() - again < 5);
    expect(cloud.clock.now()).toBe(still)
    expect((await cloud.call('dates', {})).body).toMatchObject({ now: still })
  })

  test.each([[{}], [{ now: 1, advance: 1 }], [{ now: 'noon' }], [{ now: 1.5 }], [{ later: 1 }]])('is not moved by %j', async change => {
    expect(await cloud.post('/clock', change)).toMatchObject({ status: 400, body: { errCode: -501007 } })
    expect(cloud.clock.now()).toBe(TEST_NOW)
  })
})
