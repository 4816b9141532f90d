import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Environment } from '../../core/shared/environment'
import { templateNames } from '../../core/shared/notices'
import { Fault } from '../../delivery/cloud/fault'
import { faultsOf, readConfig, settingsOf } from '../../delivery/config'
import { addressOf } from '../../delivery/target'

const EXAMPLE = join(__dirname, '../../docs/changqing.config.example.jsonc')
const told = (text: string) => faultsOf(text).map(({ line, sentence }) => `${line} ${sentence}`)

test('the example is right as it stands, has every template, and is what the functions can read', async () => {
  const config = await readConfig(EXAMPLE)
  expect(Object.keys(config.templates).sort()).toEqual([...templateNames].sort())
  const settings = settingsOf(config)
  expect(settings).not.toHaveProperty('appid')
  expect(Environment.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  // The platform takes 4 KB of variables.
  expect(Buffer.byteLength(JSON.stringify(settings))).toBeLessThan(3500)
})

test('everything that is wrong is told at once, each with its line, its path and what belongs there', () => {
  const text = `{
  "appid": "wx123",
  "env": 5,
  "name": { "bureau": "x" },
  "templates": {
    "activity-notice": "abc",
    "activity": "abc",
    "celebration": { "id": "abc", "fields": { "what": "1thing", "when": "time2", "where": "thing3", "note": "thing4" } },
    "account": 7
  },
  "on": { "phoneBinding": "yes" },
  "codes": { "domain": "changqing" },
  "backup": { "publicKey": "short" }
}`
  expect(told(text)).toEqual([
    expect.stringMatching(/^2 appid：小程序的 AppID/),
    expect.stringMatching(/^3 env：云开发的环境 ID/),
    expect.stringMatching(/^4 name：没有这个名字。这一层只有 appid、env/),
    expect.stringMatching(/^7 templates\.activity：没有这个名字。.*activity-notice、/),
    expect.stringMatching(/^8 templates\.celebration\.fields\.what：模板里的关键词编号/),
    expect.stringMatching(/^9 templates\.account：模板 ID/),
    expect.stringMatching(/^11 on\.phoneBinding：true 或 false/),
    expect.stringMatching(/^12 codes\.domain：二维码的网址/),
    expect.stringMatching(/^13 backup\.publicKey：备份公钥：44 个字符/),
  ])
})

test.each([
  ['a missing comma', '{\n  "appid": "wx0123456789abcdef"\n  "env": "cloud1-a"\n}', /^3 这里不成 JSON（上一行末尾少一个英文逗号）/],
  ['a quote of a Chinese keyboard', '{\n  “appid”: "wx0123456789abcdef"\n}', /^2 这里不成 JSON/],
  ['a file that was cut off', '{ "appid": "wx0123456789abcdef",', /^1 这里不成 JSON/],
  ['an empty file', '', /^1 /],
  ['a missing line', '{\n  "env": "cloud1-abc"\n}', /^1 appid：缺这一项。小程序的 AppID/],
  ['no object at all', '[]', /^1 /],
])('%s', (_, text, line) => {
  expect(told(text)[0]).toMatch(line)
})

describe('the environment that is worked on', () => {
  let folder: string
  let config: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'config-'))
    config = join(folder, 'changqing.config.json')
    await writeFile(config, (await readFile(EXAMPLE, 'utf8')).replace('cloud1-3g8abcd', 'cloud1-mine'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const keys = { CHANGQING_SECRET_ID: 'id', CHANGQING_SECRET_KEY: 'key', CHANGQING_UPLOAD_KEY: 'upload.key' }
  const faultOf = async (work: Promise<unknown>) => {
    const fault: unknown = await work.catch((error: unknown) => error)
    return fault instanceof Fault ? `${fault.message} ${fault.remedy}` : 'no fault'
  }

  test('is that of the configuration, with the keys of the variables', async () => {
    expect(await addressOf({ env: 'cloud1-mine', config }, keys, {})).toMatchObject({
      address: { envId: 'cloud1-mine', keys: { secretId: 'id', secretKey: 'key' }, endpoint: undefined },
      settings: { names: { bureau: '某某县委老干部局' } },
      appid: 'wx0123456789abcdef',
      upload: 'upload.key',
    })
  })

  test('is refused where the two names differ, where a key is missing, where there is no configuration', async () => {
    expect(await faultOf(addressOf({ env: 'cloud1-other', config }, keys, {}))).toMatch(/cloud1-other.*cloud1-mine/)
    expect(await faultOf(addressOf({ env: 'cloud1-mine', config }, {}, {}))).toContain('CHANGQING_SECRET_ID')
    expect(await faultOf(addressOf({ env: 'cloud1-mine', config: join(folder, 'none.json') }, keys, {}))).toContain('没有配置文件')
  })

  test('is the local one without configuration and keys', async () => {
    const target = await addressOf({ env: 'local', endpoint: 'http://127.0.0.1:3650/', config: 'none' }, {}, { names: {} })
    expect(target).toMatchObject({ address: { envId: 'local-env', endpoint: 'http://127.0.0.1:3650' }, settings: { names: {} } })
    expect(await faultOf(addressOf({ env: 'local', config: 'none' }, {}, {}))).toContain('--endpoint')
  })
})
