import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startTestCloud, TEST_NOW, type TestCloud } from './support/cloud'

const every = (config: string) => JSON.stringify({ timeout: 20, triggers: [{ name: 'tick', type: 'timer', config }] })

describe('functions that change while the cloud runs', () => {
  let cloud: TestCloud
  let troubles: string[]
  beforeEach(async () => {
    troubles = []
    cloud = await startTestCloud({
      functions: {
        one: {
          code: `const words = require('./lib/words'); const { version } = require('./package.json')
            exports.main = () => ({ words, version, host: process.env.HOST ?? null, limit: Number(process.env.LIMIT ?? 0) })`,
          files: { 'lib/words.js': 'module.exports = "old"', 'package.json': '{"version":"1"}', 'config.json': '{"timeout":20}' },
        },
        needs: { code: 'exports.main = () => require("tiny")', files: { 'package.json': '{"dependencies":{"tiny":"1"}}' } },
      },
      onTrouble: sentence => troubles.push(sentence),
    })
  })
  afterEach(() => cloud.close())
  const put = (path: string, text: string) => {
    const file = join(cloud.folder, 'functions', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const one = async () => (await cloud.call('one', {})).body
  const overview = async () =>
    (await cloud.get('/overview')) as { functions: { name: string; timeout: number; phones: boolean }[]; timers: { config: string }[] }

  test('a file that is required, package.json and the environment are those of the next call', async () => {
    expect(await one()).toEqual({ words: 'old', version: '1', host: null, limit: 0 })
    put('one/lib/words.js', 'module.exports = "newer"')
    expect(await one()).toMatchObject({ words: 'newer' })
    put('one/package.json', '{"version":"22"}')
    expect(await one()).toMatchObject({ version: '22' })
    put('one/config.json', '{"timeout":9,"environment":{"HOST":"example.com"}}')
    expect(await one()).toMatchObject({ host: 'example.com' })
    expect((await overview()).functions).toContainEqual(expect.objectContaining({ name: 'one', timeout: 9 }))
  })

  test('a new folder is a function, and one that is taken away is none', async () => {
    expect(await cloud.call('two', {})).toMatchObject({ status: 404 })
    put('two/index.js', 'exports.main = () => 2')
    expect((await cloud.call('two', {})).body).toBe(2)
    expect((await overview()).functions.map(({ name }) => name)).toEqual(['needs', 'one', 'two'])
    rmSync(join(cloud.folder, 'functions/two'), { recursive: true })
    expect(await cloud.call('two', {})).toMatchObject({ status: 404 })
    expect(await cloud.call('..%2ffunctions%2fone', {})).toMatchObject({ status: 404 })
  })

  test('timers that come, change and go fire by what config.json says now', async () => {
    const fired = async (ms: number) =>
      ((await cloud.post('/clock', { advance: ms })).body as { fired: { at: number }[] }).fired.map(({ at }) => (at - TEST_NOW) / 60_000)
    expect(await fired(3600_000)).toEqual([])
    put('one/config.json', every('0 0 * * * * *'))
    expect(await fired(3600_000)).toEqual([90])
    put('one/config.json', every('0 */20 * * * * *'))
    expect((await overview()).timers).toMatchObject([{ config: '0 */20 * * * * *' }])
    expect(await fired(3600_000)).toEqual([130, 150, 170])
    put('one/config.json', every('now and then'))
    expect(await fired(1200_000)).toEqual([190])
    expect(troubles.at(-1)).toMatch(/unreadable time "now and then".*the timers stay as they were/)
    put('one/config.json', '{}')
    expect(await fired(3600_000)).toEqual([])
  })

  test('a timer that is written while time runs fires without any call', async () => {
    const stream = await cloud.listen()
    await cloud.post('/clock', { frozen: false })
    put('one/config.json', every('* * * * * * *'))
    await stream.until('"triggerName":"tick"')
  })

  test('a config.json that cannot be used is told once, and its function works again as soon as it can', async () => {
    put('one/config.json', '{"timeout":"long"}')
    expect(await cloud.call('one', {})).toMatchObject({
      status: 500,
      body: { errMsg: expect.stringContaining('config.json of the function "one" cannot be used') as unknown },
    })
    await overview()
    await overview()
    expect(troubles.filter(sentence => sentence.includes('"one" cannot be used'))).toHaveLength(1)
    put('one/config.json', '{"timeout":20}')
    expect(await one()).toMatchObject({ words: 'old' })
  })

  test('packages that are missing are named, and are found once they are installed', async () => {
    expect(troubles).toEqual([expect.stringMatching(/"needs" lacks tiny: run npm install in .*needs, or start with --install/)])
    expect(await cloud.call('needs', {})).toMatchObject({ status: 500 })
    put('needs/node_modules/tiny/package.json', '{"name":"tiny"}')
    put('needs/node_modules/tiny/index.js', 'module.exports = "tiny"')
    put('needs/node_modules/.package-lock.json', '{}')
    expect((await cloud.call('needs', {})).body).toBe('tiny')
    await overview()
    expect(troubles).toHaveLength(1)
  })

  test('an SDK that cannot be told where its cloud is, is named', async () => {
    put('one/node_modules/wx-server-sdk/package.json', '{"name":"wx-server-sdk","version":"1.8.2"}')
    await overview()
    expect(troubles.at(-1)).toMatch(/"one" has wx-server-sdk 1\.8\.2, .*run npm install wx-server-sdk in .*one$/)
    const told = troubles.length
    put('one/node_modules/wx-server-sdk/package.json', '{"name":"wx-server-sdk","version":"2.1.2"}')
    put('one/node_modules/.package-lock.json', '{}')
    await overview()
    expect(troubles).toHaveLength(told)
  })

  test('rules hold from the next call on; ones that cannot be used leave those before them', async () => {
    expect(await cloud.call('one', {}, 'phone')).toMatchObject({ status: 200 })
    put('rules.json', '{"*":{"invoke":false}}')
    expect(await cloud.call('one', {}, 'phone')).toMatchObject({ status: 403 })
    put('rules.json', '{"*":{"invoke":')
    expect(await cloud.call('one', {}, 'phone')).toMatchObject({ status: 403 })
    expect(troubles.at(-1)).toMatch(/rules\.json .*the rules stay as they were/)
    put('rules.json', '{"*":{"invoke":true}, "other": {"invoke": false}}')
    expect(await cloud.call('one', {}, 'phone')).toMatchObject({ status: 200 })
  })
})
