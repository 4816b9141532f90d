import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { SDK, startTestCloud, type TestCloud } from './support/cloud'

const rooted = {
  code: `
const route = require('config/route.js')
const tool = require('tool')
const fs = require('fs')
const { readFile, writeFile } = require('node:fs/promises')
const path = require('path')
exports.main = async ({ stay }) => {
  const here = process.cwd()
  const read = fs.readFileSync('config/names.txt', 'utf8').trim()
  const also = (await readFile('./config/names.txt', 'utf8')).trim()
  const streamed = await new Promise((done, failed) => {
    let text = ''
    fs.createReadStream('config/names.txt').on('data', chunk => (text += chunk)).on('error', failed).on('close', () => done(text.trim()))
  })
  const listed = await new Promise((done, failed) => fs.readdir('config', (error, names) => (error ? failed(error) : done(names.sort()))))
  await writeFile('out.txt', 'x')
  fs.copyFileSync('out.txt', 'config/copy.txt')
  const native = fs.realpathSync.native('config')
  const lost = await readFile('nowhere.txt').catch(error => error.code)
  if (!stay) process.chdir('config')
  const moved = fs.existsSync('names.txt')
  const refused = (() => { try { process.chdir('nowhere') } catch (error) { return error.code } })()
  process.chdir(here)
  return { route, tool, here, read, also, streamed, listed, native, lost, moved, refused, resolved: path.resolve('x'), NODE_PATH: process.env.NODE_PATH }
}`,
  files: {
    'config/route.js': "exports.home = require('config/deep.js').deep",
    'config/deep.js': "exports.deep = 'pages/home'",
    'config/names.txt': 'Li\n',
    'node_modules/tool/package.json': '{"name":"tool","main":"tool.js"}',
    'node_modules/tool/tool.js': "module.exports = 'a tool'",
  },
}

const context = `
const cloud = require(${SDK})
const tcb = require(${JSON.stringify(createRequire(__filename).resolve('@cloudbase/node-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async (event, context) => {
  const before = context.getRemainingTimeInMillis()
  await new Promise(resolve => setTimeout(resolve, 20))
  return { before, after: context.getRemainingTimeInMillis(), wx: cloud.getWXContext(), context, parsed: tcb.parseContext(context) }
}`

const leaves = `
let gate
exports.main = async ({ how, open }) => {
  if (open) { gate(); return 'opened' }
  const opened = new Promise(resolve => (gate = resolve))
  if (how === 'rejects') opened.then(() => Promise.reject(new Error('left behind by a promise')))
  if (how === 'throws') opened.then(() => setTimeout(() => { throw new Error('left behind by a timer') }, 0))
  if (how === 'own') { Promise.reject(new Error('its own fault')); await new Promise(() => {}) }
  return 'answered'
}`

describe('a function finds the surroundings of the platform', () => {
  let cloud: TestCloud
  const troubles: string[] = []
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: {
        rooted,
        context: { code: context, files: { 'config.json': '{}' } },
        leaves: `${leaves}\nconst wait = ({ ms }) => new Promise(resolve => setTimeout(resolve, ms, "waited"))\nconst leave = exports.main\nexports.main = event => (event.ms ? wait(event) : leave(event))`,
        outer: `const cloud = require(${SDK}); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
          exports.main = async () => (await cloud.callFunction({ name: 'context' })).result`,
        commented: {
          code: 'exports.main = (event, { time_limit_in_ms: ms }) => ms',
          files: { 'config.json': '\uFEFF// words\n{ "timeout": 7, /* s */ }' },
        },
        empty: { code: 'exports.main = (event, { time_limit_in_ms: ms }) => ms', files: { 'config.json': ' \n' } },
        spoilt: { code: 'exports.main = () => 1', files: { 'config.json': '{\n  "timeout": \n}' } },
        wrong: { code: 'exports.main = () => 1', files: { 'config.json': '{ "timeout": "long" }' } },
      },
      onTrouble: sentence => troubles.push(sentence),
    })
  })
  afterAll(() => cloud.close())

  const logOf = async (requestId: string) => {
    const { items } = (await cloud.get('/log')) as {
      items: { requestId: string; ok: boolean; console: { level: string; text: string }[] }[]
    }
    return items.find(item => item.requestId === requestId)
  }

  test('its own root: what it requires, where it stands, which files it reads and writes', async () => {
    const home = join(cloud.folder, 'functions', 'rooted')
    expect((await cloud.call('rooted', {})).body).toEqual({
      route: { home: 'pages/home' },
      tool: 'a tool',
      here: home,
      read: 'Li',
      also: 'Li',
      streamed: 'Li',
      listed: ['deep.js', 'names.txt', 'route.js'],
      native: realpathSync(join(home, 'config')),
      lost: 'ENOENT',
      moved: true,
      refused: 'ENOENT',
      resolved: join(home, 'x'),
      NODE_PATH: `${home}:${join(home, 'node_modules')}`,
    })
    expect(existsSync(join(home, 'config', 'copy.txt'))).toBe(true)
    // Another one stands in its own folder, and the cloud where it was started.
    expect((await cloud.call('context', {})).status).toBe(200)
    expect(existsSync('out.txt')).toBe(false)
  })

  test('a context that tells the time left and the variables of the call, who calls and from where', async () => {
    const { body, requestId } = await cloud.call('context', {}, 'member-1')
    const {
      before,
      after,
      wx,
      context: given,
      parsed,
    } = body as Record<string, Record<string, unknown>> & { before: number; after: number }
    expect(before).toBeLessThanOrEqual(3000)
    expect(before).toBeGreaterThan(2000)
    expect(before - after).toBeGreaterThanOrEqual(19)
    expect(wx).toMatchObject({ OPENID: 'member-1', SOURCE: 'wx_client', CLIENTIP: '127.0.0.1', CLIENTIPV6: '::ffff:127.0.0.1' })
    expect(given).toMatchObject({ time_limit_in_ms: 3000, request_id: requestId })
    expect(String(given?.['environ']).split(';')).toEqual(
      expect.arrayContaining(['WX_OPENID=member-1', 'WX_CLIENTIP=127.0.0.1', 'TCB_SOURCE=wx_client', 'TCB_ENV=local-env']),
    )
    expect(parsed).toMatchObject({ functionName: 'context', environment: { WX_OPENID: 'member-1', SCF_NAMESPACE: 'local-env' } })
    expect((await cloud.call('outer', {}, 'member-1')).body).toMatchObject({
      wx: { OPENID: 'member-1', SOURCE: 'wx_client,scf', CLIENTIP: '127.0.0.1' },
    })
  })

  test.each(['rejects', 'throws'])('what a call left behind (it %s) is told with that call, and the next one is not blamed', async how => {
    const first = await cloud.call('leaves', { how })
    expect(first.body).toBe('answered')
    expect((await cloud.call('leaves', { open: true })).body).toBe('opened')
    const next = await cloud.call('leaves', { ms: 50 })
    expect(next).toMatchObject({ status: 200, body: 'waited' })
    const [line] = (await logOf(first.requestId))?.console ?? []
    expect(line).toMatchObject({ level: 'error', text: expect.stringContaining('left behind by a') as unknown })
    expect((await logOf(next.requestId))?.console).toEqual([])
    expect(troubles.at(-1)).toContain('[leaves] left behind by a call that had been answered: Error: left behind by a')
  })

  test('its own rejection ends a call that is still under way', async () => {
    expect(await cloud.call('leaves', { how: 'own' })).toMatchObject({
      status: 500,
      body: { errCode: -504002, errMsg: expect.stringContaining('its own fault') as unknown },
    })
    expect((await cloud.call('leaves', {})).body).toBe('answered')
  })

  test('three seconds, and a config.json that is empty or has comments; one that cannot be read stops no other', async () => {
    expect((await cloud.call('commented', {})).body).toBe(7000)
    expect((await cloud.call('empty', {})).body).toBe(3000)
    const sentence = 'config.json of the function "spoilt" cannot be used: line 3 is no JSON (ValueExpected)'
    expect(await cloud.call('spoilt', {})).toMatchObject({
      status: 500,
      body: { errCode: -504002, errMsg: `The function could not be loaded: ${sentence}` },
    })
    expect(await cloud.call('wrong', {})).toMatchObject({
      status: 500,
      body: { errMsg: expect.stringContaining('"wrong" cannot be used') as unknown },
    })
    expect(troubles).toEqual(expect.arrayContaining([sentence, expect.stringContaining('"wrong"')]))
  })
})
