import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PROGRAM_ENV, programOf, type Program } from './support/program'

const find = createRequire(__filename)
const home = join(__dirname, '../..')

/** A small mini-program of another team: two functions, plain CommonJS, each with its own packages. */
const todo = `
const cloud = require('wx-server-sdk')
const { shout } = require('./lib/shout')
const pad = require('tiny-pad')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
exports.main = async (event, context) => {
  const { OPENID } = cloud.getWXContext()
  if (event.action === 'add') return db.collection('todos').add({ data: { text: shout(event.text), done: false, owner: OPENID, createdAt: db.serverDate() } })
  if (event.action === 'list') return db.collection('todos').where({ owner: OPENID, text: db.RegExp({ regexp: '!$' }) }).orderBy('createdAt', 'desc').get()
  if (event.action === 'count') return pad((await db.collection('todos').where({ done: _.neq(true) }).count()).total)
  return cloud.callFunction({ name: 'greet', data: { name: event.name } }).then(({ result }) => result)
}`

describe('the project of another team', () => {
  let project: string
  let running: ChildProcess | undefined
  let program: Program

  beforeAll(async () => {
    program = await programOf('localcloud/main.ts')
    project = mkdtempSync(join(tmpdir(), 'foreign-'))
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(project, path)), { recursive: true })
      writeFileSync(join(project, path), text)
    }
    put('project.config.json', JSON.stringify({ miniprogramRoot: 'miniprogram/', cloudfunctionRoot: 'cloud/' }))
    put('cloud/todo/index.js', todo)
    put('cloud/todo/lib/shout.js', 'exports.shout = text => text.toUpperCase() + "!"')
    put(
      'cloud/todo/package.json',
      JSON.stringify({ name: 'todo', main: 'index.js', dependencies: { 'wx-server-sdk': '*', 'tiny-pad': '1' } }),
    )
    put('cloud/todo/node_modules/tiny-pad/package.json', JSON.stringify({ name: 'tiny-pad', main: 'pad.js' }))
    put('cloud/todo/node_modules/tiny-pad/pad.js', 'module.exports = n => String(n).padStart(3, "0")')
    symlinkSync(dirname(find.resolve('wx-server-sdk/package.json')), join(project, 'cloud/todo/node_modules/wx-server-sdk'))
    put('cloud/greet/index.js', 'exports.main = async event => ({ hello: event.name })')
    put('cloud/lost/index.js', 'require("not-installed")')
    put('cloud/notes.txt', 'no function')
  })
  afterEach(async () => {
    if (running === undefined || running.exitCode !== null) return
    running.kill('SIGTERM')
    await once(running, 'exit')
  })
  afterAll(() => {
    program.remove()
    rmSync(project, { recursive: true, force: true })
  })

  const run = (words: readonly string[]) => spawn(process.execPath, words, { cwd: project, env: PROGRAM_ENV })
  /** As docs/localcloud.md has it, from the sources. */
  const FROM_SOURCES = ['--import', find.resolve('tsx'), join(home, 'localcloud/main.ts')]

  /** Starts the program in the project's folder; its address. */
  const start = (...flags: string[]): Promise<string> => serving(run([program.file, '--port', '0', ...flags]))
  const serving = async (child: ReturnType<typeof run>): Promise<string> => {
    running = child
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
    while (!out.includes('\n')) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    return out.split('\n')[0] ?? ''
  }
  const call = async (url: string, name: string, event: unknown, openid = 'phone-1') => {
    const response = await fetch(`${url}/call/${name}`, { method: 'POST', headers: { 'x-wx-openid': openid }, body: JSON.stringify(event) })
    return (await response.json()) as unknown
  }

  test('runs as it is: its functions, their packages, collections that were never declared', async () => {
    const url = await serving(run([...FROM_SOURCES, '--port', '0']))
    for (const text of ['milk', 'bread'])
      expect(await call(url, 'todo', { action: 'add', text })).toMatchObject({ errMsg: 'collection.add:ok' })
    expect(await call(url, 'todo', { action: 'list' })).toMatchObject({ data: [{ text: 'BREAD!' }, { text: 'MILK!' }] })
    expect(await call(url, 'todo', { action: 'list' }, 'other')).toMatchObject({ data: [] })
    expect(await call(url, 'todo', { action: 'count' })).toBe('002')
    expect(await call(url, 'todo', { name: 'Li' })).toEqual({ hello: 'Li' })
    expect(await call(url, 'lost', {})).toMatchObject({
      errMsg: expect.stringMatching(/not-installed[\s\S]*run npm install in .*cloud\/lost/) as unknown,
    })
    expect(await (await fetch(`${url}/data`)).json()).toEqual({ collections: [{ name: 'todos', declared: false, count: 2 }] })
    expect(await (await fetch(url)).text()).toContain('<title>')
  })

  test('finds its documents again, and takes a changed file of a function at once', async () => {
    const url = await start('--functions', 'cloud')
    expect(await call(url, 'todo', { action: 'count' })).toBe('002')
    writeFileSync(join(project, 'cloud/todo/lib/shout.js'), 'exports.shout = text => text + "?!"')
    await call(url, 'todo', { action: 'add', text: 'tea' })
    expect(await call(url, 'todo', { action: 'list' })).toMatchObject({ data: [{ text: 'tea?!' }, {}, {}] })
  })

  test('declares its collections and rules: then a query that no index serves is refused, and phones keep out of what is closed', async () => {
    const declared = { collections: [{ name: 'todos', indexes: [{ name: 'owner', keys: [{ field: 'owner', order: 1 }] }] }] }
    writeFileSync(join(project, 'declared.json'), JSON.stringify(declared))
    const rules = join(project, 'cloud/rules.json')
    writeFileSync(rules, JSON.stringify({ '*': { invoke: "auth.loginType != 'ANONYMOUS' && auth != null" }, greet: { invoke: false } }))
    const url = await start('--functions', 'cloud', '--collections', 'declared.json', '--data', 'other', '--fresh')
    expect(await call(url, 'todo', { action: 'add', text: 'milk' })).toMatchObject({ errMsg: 'collection.add:ok' })
    expect(await call(url, 'todo', { action: 'list' })).toMatchObject({ data: [{ owner: 'phone-1' }] })
    expect(await call(url, 'todo', { action: 'count' })).toMatchObject({ errMsg: expect.stringContaining('index') as unknown })
    expect(await call(url, 'greet', {})).toMatchObject({ errMsg: expect.stringContaining('EXCEED_AUTHORITY') as unknown })
    expect(await call(url, 'todo', { name: 'Li' })).toEqual({ hello: 'Li' })
    rmSync(rules)
  })

  test('is told what is missing', async () => {
    const tell = async (...flags: string[]) => {
      const child = run([program.file, ...flags])
      let err = ''
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
      const [code] = (await once(child, 'close')) as [number]
      return { code, err }
    }
    writeFileSync(join(project, 'collections.json'), '{"collections":[{}]}')
    const told = [['--functions', 'nowhere'], ['--port', 'high'], ['--collections', 'collections.json', '--port', '0']] // prettier-ignore
    // Each with a folder of its own, which two clouds never share.
    const [lost, high, wrong] = await Promise.all(told.map((flags, index) => tell(...flags, '--data', `told-${String(index)}`)))
    expect(lost).toMatchObject({ code: 1, err: expect.stringMatching(/no folder .*nowhere/) as unknown })
    expect(high).toMatchObject({ code: 1, err: expect.stringContaining('--port') as unknown })
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('The collections in collections.json cannot be used') as unknown })
  })
})
