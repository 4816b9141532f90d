import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { buildLocalCloudIfStale } from '../../config/build-localcloud'
import { root } from '../../config/fresh'
import { PROGRAM_ENV } from './support/program'

const run = promisify(execFile)
const packages = join(root, 'node_modules')
const Manifest = z.object({
  name: z.string(),
  bin: z.record(z.string(), z.string()),
  license: z.literal('MIT'),
  dependencies: z.record(z.string(), z.string()),
})
const Root = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** Writes down, when its process ends, which files it has loaded. */
const PROBE = `process.on('exit', () => require('node:fs').writeFileSync('loaded.json', JSON.stringify(Object.keys(require.cache))))`

/** The mini-program of another team: it says who asks, and what a file of its own says. */
const GREET = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ name }) => {
  const { OPENID, APPID } = cloud.getWXContext()
  await cloud.database().collection('guests').add({ data: { name, OPENID } })
  return { said: require('./words').hello + name, OPENID, APPID, from: process.env.TOWN }
}`

/** Answers whether WeChat would draw the code of a page. */
const CODE = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = ({ page, checkPath }) =>
  cloud.openapi.wxacode.getUnlimited({ scene: 'a', page, checkPath }).then(() => 'drawn', error => error.errCode)`

describe('the local cloud as a package', () => {
  let home: string
  let manifest: z.infer<typeof Manifest>
  let running: ChildProcess | undefined

  beforeAll(async () => {
    await buildLocalCloudIfStale()
    home = realpathSync(mkdtempSync(join(tmpdir(), 'empty-')))
    const { stdout } = await run('npm', ['pack', join(root, 'dist/localcloud'), '--offline', '--silent'], { cwd: home })
    // What npm install makes of the tarball: its files, and the packages that it names, which lie in this repository already.
    const place = join(home, 'node_modules/wechat-local-cloud')
    mkdirSync(place, { recursive: true })
    await run('tar', ['-xzf', join(home, stdout.trim()), '--strip-components=1', '-C', place])
    manifest = Manifest.parse(readJson(join(place, 'package.json')))
    for (const name of Object.keys(manifest.dependencies)) symlinkSync(join(packages, name), join(home, 'node_modules', name))

    writeFileSync(join(home, 'probe.cjs'), PROBE)
    put('project.config.json', JSON.stringify({ cloudfunctionRoot: 'server/', miniprogramRoot: 'app/', appid: 'wx0123456789abcdef' }))
    put('server/greet/index.js', GREET)
    put('server/greet/words.js', "exports.hello = 'Hello '")
    put('server/greet/package.json', JSON.stringify({ dependencies: { 'wx-server-sdk': '*', 'not-here': '1' } }))
    mkdirSync(join(home, 'server/greet/node_modules'))
    symlinkSync(join(packages, 'wx-server-sdk'), join(home, 'server/greet/node_modules/wx-server-sdk'))
    put('app/app.json', JSON.stringify({ pages: ['pages/home'], subPackages: [{ root: 'more/', pages: ['about'] }] }))
    put('server/code/index.js', CODE)
    put('server/code/config.json', JSON.stringify({ permissions: { openapi: ['wxacode.getUnlimited'] } }))
    mkdirSync(join(home, 'server/code/node_modules'))
    symlinkSync(join(packages, 'wx-server-sdk'), join(home, 'server/code/node_modules/wx-server-sdk'))
    put('variables', '# as in the console\nTOWN="长沙"\n')
    put('server/drafts/notes.txt', 'no function yet')
  }, 120_000)
  afterAll(() => {
    running?.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  })

  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  const call = async (url: string, name: string, event: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/call/${name}`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'phone-1' },
      body: JSON.stringify(event),
    })
    return await response.json()
  }

  test('asks for packages in the versions that are tested here', () => {
    const { dependencies, devDependencies } = Root.parse(readJson(join(root, 'package.json')))
    expect({ ...devDependencies, ...dependencies }).toMatchObject(manifest.dependencies)
    expect(readFileSync(join(home, 'node_modules/wechat-local-cloud/LICENSE'), 'utf8')).toContain('MIT License')
    expect(readFileSync(join(home, 'node_modules/wechat-local-cloud/README.md'), 'utf8')).not.toContain('](../')
  })

  test('gives tests a cloud of their own', async () => {
    const words = ['-e', "process.stdout.write(typeof require('wechat-local-cloud').startCloud)"]
    expect((await run(process.execPath, words, { cwd: home, env: PROGRAM_ENV })).stdout).toBe('function')
  })

  test('starts in an empty folder, serves a project of another team as it changes, and stops', async () => {
    const program = join(home, 'node_modules/wechat-local-cloud', manifest.bin['wechat-local-cloud'] ?? '')
    const child = spawn(
      process.execPath,
      ['--require', './probe.cjs', program, '--port', '0', '--timeout', '45', '--environment', 'variables'],
      {
        cwd: home,
        env: PROGRAM_ENV,
      },
    )
    running = child
    const heard = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString('utf8')))
    while (!heard.out.includes('Ctrl-C')) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    const url = heard.out.split('\n')[0] ?? ''

    expect(await call(url, 'greet', { name: 'Li' })).toEqual({
      said: 'Hello Li',
      OPENID: 'phone-1',
      APPID: 'wx0123456789abcdef',
      from: '长沙',
    })
    put('server/greet/words.js', "exports.hello = 'Good morning '")
    expect(await call(url, 'greet', { name: 'Li' })).toMatchObject({ said: 'Good morning Li' })
    put('server/later/index.js', 'exports.main = () => "here"')
    expect(await call(url, 'later', {})).toBe('here')
    expect(await (await fetch(`${url}/overview`)).json()).toMatchObject({ functions: [{ timeout: 45 }, { timeout: 45 }, { timeout: 45 }] })
    for (const page of ['pages/home', 'more/about', '']) expect(await call(url, 'code', { page })).toBe('drawn')
    expect(await call(url, 'code', { page: 'pages/nowhere' })).toBe(41030)
    expect(await call(url, 'code', { page: 'pages/nowhere', checkPath: false })).toBe('drawn')
    expect(await (await fetch(`${url}/data`)).json()).toMatchObject({ collections: [{ name: 'guests', count: 2 }] })
    expect(await (await fetch(url)).text()).toContain('/desk.js')
    for (const file of ['desk.js', 'phone-network.js', 'desk.css']) expect((await fetch(`${url}/${file}`)).status).toBe(200)
    expect(heard.err).toContain('The folder "drafts" has no index.js')
    expect(heard.err).toMatch(/"greet" lacks not-here: run npm install in server.greet, or start with --install/)

    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    const loaded = z.array(z.string()).parse(readJson(join(home, 'loaded.json')))
    const own = (file: string) => file.startsWith(join(home, 'node_modules') + sep) || file === join(home, 'probe.cjs')
    expect(loaded.filter(file => !own(file) && !file.startsWith(packages + sep))).toEqual([])
    expect(loaded.filter(file => /node_modules.(esbuild|tsx)\b/.test(file))).toEqual([])
    expect(loaded.filter(own).length).toBeGreaterThan(80)
  })
})
