import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { buildCloudIfStale } from '../../config/cloud-if-stale'
import { root } from '../../config/fresh'
import { localEnvironment } from '../../config/local-environment'
import { showFirstCode } from '../../delivery/deploy/first-code'
import { BUILD, readWanted, type Wanted } from '../../delivery/deploy/wanted'
import { migrations, type Migration } from '../../migrations'
import { startEnvironment, type TestEnvironment } from './support/environment'

let one: TestEnvironment
let product: Wanted
const read = (settings: object) => readWanted({ folder: join(root, 'dist/cloud'), settings, migrations, version: '1.0.0' })
beforeAll(async () => {
  await buildCloudIfStale()
  one = await startEnvironment()
  product = await read(localEnvironment)
}, 300_000)
afterAll(() => one.close())

const ask = (op: string, input: object, openid = 'technicians-friend') => one.call('api', { op, input, commandId: randomUUID() }, openid)
const codeOf = async (replace = false) => {
  const lines: string[] = []
  await showFirstCode(one.environment, line => void lines.push(line), replace)
  return { code: /^Setup code: ((?:\w{3} ?){4})$/.exec(lines[0] ?? '')?.[1], lines }
}

test('the whole product: an empty environment is deployed, set up by its code, used, and upgraded by a later build with a migration', async () => {
  expect((await one.deploys(product)).outcome).toBe('done')
  expect(await Promise.all(product.collections.map(({ name }) => one.environment.aclOf(name)))).toEqual(
    product.collections.map(() => 'ADMINONLY'),
  )
  expect(await one.call('timer', {})).toMatchObject({ errMsg: expect.stringContaining('EXCEED_AUTHORITY') as string })
  expect(await ask('setup.state', {})).toEqual({ ok: true, data: { needed: true } })

  const first = await codeOf()
  expect(first.code).toBeDefined()
  expect((await codeOf()).lines[0]).toContain('首次设置码已经给过')
  const { code = '' } = await codeOf(true)
  const claim = (setupCode: string) => ask('setup.claim', { setupCode, orgName: '区委老干部局', name: '郑开始' })
  expect(await claim(first.code ?? '')).toMatchObject({ ok: false, code: 'SETUP_CODE_INVALID' })
  expect(await claim(code)).toMatchObject({ ok: true })
  expect(await ask('me.get', {})).toMatchObject({ ok: true, data: { member: { name: '郑开始' }, grants: [{ role: 'bureau' }] } })
  expect((await codeOf()).lines).toEqual([])

  expect(await one.cloud.clock.advance(60_000)).toMatchObject([{ functionName: 'timer', ok: true }])

  const [member] = await one.environment.rows.find('members', {}, 1)
  const rename: Migration = {
    id: '9999-praise',
    title: '给每位党员一句好话',
    async run(rows) {
      const found = await rows.find('members', {}, 100)
      const lacking = found.filter(row => !('praise' in row))
      for (const { _id } of lacking) await rows.update('members', { _id }, { set: { praise: '好' }, unset: [] })
      return lacking.length
    },
  }
  const functions = product.functions.map(it => ({ ...it, variables: { ...it.variables, [BUILD]: 'a later build' } }))
  const later = { ...product, functions, migrations: [...migrations, rename], version: '1.1.0' }
  await one.deploys(later)
  expect(await one.environment.rows.find('members', {}, 1)).toEqual([{ ...member, praise: '好' }])
  expect(await ask('me.get', {})).toMatchObject({ ok: true, data: { member: { name: '郑开始' } } })
  expect((await one.deploys(later)).lines).toContain('环境已经是这个样子，没有要做的。')
  expect(await one.environment.rows.find('deployments', {}, 10)).toMatchObject([
    { version: '1.0.0', migration: migrations.at(-1)?.id, by: 'tester' },
    { version: '1.1.0', migration: '9999-praise' },
  ])
})

test('where phone binding is switched off, the phone is told and the way is shut', async () => {
  const wanted = await read({ ...localEnvironment, on: { phoneBinding: false } })
  await one.deploys({ ...wanted, migrations: [...migrations, { id: '9999-praise', title: '', run: () => Promise.resolve(0) }] })
  expect(await ask('me.get', {}, 'a-stranger')).toMatchObject({ data: { environment: { phoneBinding: false } } })
  for (const op of ['me.bindByPhone', 'me.register'])
    expect(await ask(op, { phoneCode: 'any', name: '王秀英' }, 'a-stranger')).toMatchObject({ ok: false, code: 'PHONE_BINDING_OFF' })
})

test('what is uploaded fits into one call, and the same sources make the same archive', async () => {
  const again = await read(localEnvironment)
  for (const [index, { zip, variables }] of again.functions.entries()) {
    expect(zip.length).toBeLessThan(1.5 * 1024 * 1024)
    expect(zip.equals(product.functions[index]?.zip ?? Buffer.alloc(0))).toBe(true)
    expect(Buffer.byteLength(JSON.stringify(variables))).toBeLessThan(4096)
  }
})
