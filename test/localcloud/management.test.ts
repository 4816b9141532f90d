import CloudBase from '@cloudbase/manager-node'
import { strToU8, zipSync } from 'fflate'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../localcloud/cloud'
import { SDK } from './support/cloud'

/** Saturday, 21 November 2026, 09:30 in Shanghai. */
const NOW = Date.parse('2026-11-21T09:30:00+08:00')
const KEYS = { secretId: 'local', secretKey: 'local' }

let cloud: Cloud
let folder: string
const start = () => startCloud({ managed: true, data: join(folder, 'data'), port: 0, durable: false, frozenAt: NOW })
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'managed-cloud-'))
  cloud = await start()
})
afterEach(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The client has the platform's addresses written into it; here they lead to the local cloud. */
const led = (manager: CloudBase, url: string): CloudBase => {
  const inner: unknown = Reflect.get(manager.commonService('tcb'), 'commonService')
  if (typeof inner !== 'object' || inner === null) throw new Error('no service in the client')
  const prototype: unknown = Reflect.getPrototypeOf(inner)
  if (typeof prototype !== 'object' || prototype === null) throw new Error('no prototype in the client')
  Object.defineProperty(prototype, 'baseUrl', {
    configurable: true,
    get(this: { service: string }) {
      return `${url}/management/${this.service}`
    },
  })
  return manager
}
const manager = (more: Partial<typeof KEYS> & { envId?: string } = {}) =>
  led(new CloudBase({ ...KEYS, envId: 'local-env', ...more }), cloud.url)

const zipped = (code: string, config: object = {}) =>
  Buffer.from(zipSync({ 'index.js': strToU8(code), 'config.json': strToU8(JSON.stringify(config)) })).toString('base64')
const made = { handler: 'index.main', runtime: 'Nodejs20.19', timeout: 5, memorySize: 256, installDependency: false }
const put = async (doc: object, collectionName = 'members') => {
  const body = { action: 'database.insertDocument', envName: 'local-env', collectionName, data: [JSON.stringify(doc)] }
  const reply = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) })
  return (await reply.json()) as { code?: string }
}
const call = async (name: string, event: object = {}) => {
  const reply = await fetch(`${cloud.url}/call/${name}`, { method: 'POST', headers: { 'x-wx-openid': 'o-1' }, body: JSON.stringify(event) })
  return { status: reply.status, body: (await reply.json()) as unknown }
}
const index = (IndexName: string, Name: string, MgoIsUnique = false) => ({
  CreateIndexes: [{ IndexName, MgoKeySchema: { MgoIndexKeys: [{ Name, Direction: '1' }], MgoIsUnique } }],
})

test('a cloud begins with nothing; collections are made, are there, and are never dropped by this door', async () => {
  const { database } = manager()
  expect((await database.listCollections()).Collections).toEqual([])
  expect(await database.createCollectionIfNotExists('members')).toMatchObject({ IsCreated: true })
  expect(await database.createCollectionIfNotExists('members')).toMatchObject({ IsCreated: false })
  expect((await database.listCollections()).Collections).toMatchObject([{ CollectionName: 'members', Count: 0 }])
  await expect(database.deleteCollection('members')).rejects.toMatchObject({ code: 'UnauthorizedOperation' })
})

test('an index serves queries from then on; one that the documents break is refused and leaves nothing', async () => {
  const { database } = manager()
  await database.createCollection('members')
  await put({ _id: 'a', phone: '1' })
  await put({ _id: 'b', phone: '1' })
  await expect(database.updateCollection('members', index('phone', 'phone', true))).rejects.toMatchObject({
    message: expect.stringContaining('E11000') as string,
  })
  expect(await database.checkIndexExists('members', 'phone')).toMatchObject({ Exists: false })
  await database.updateCollection('members', index('phone', 'phone'))
  expect((await database.describeCollection('members')).Indexes).toMatchObject([{ Name: '_id_' }, { Name: 'phone', Unique: false }])
  await expect(database.updateCollection('members', { DropIndexes: [{ IndexName: 'phone' }] })).rejects.toMatchObject({
    code: 'UnauthorizedOperation',
  })
})

test('a unique index holds for what is written afterwards', async () => {
  const { database } = manager()
  await database.createCollection('members')
  await database.updateCollection('members', index('phone', 'phone', true))
  await put({ _id: 'a', phone: '1' })
  expect(await put({ _id: 'b', phone: '1' })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
})

test('a new collection is one that a phone can read what it wrote itself; its permission is read back', async () => {
  const own = manager()
  await own.database.createCollection('members')
  const tcb = own.commonService('tcb')
  const Param = { EnvId: 'local-env', CollectionName: 'members' }
  expect(await tcb.call({ Action: 'DescribeDatabaseACL', Param })).toMatchObject({ AclTag: 'PRIVATE' })
  await tcb.call({ Action: 'ModifyDatabaseACL', Param: { ...Param, AclTag: 'ADMINONLY' } })
  expect(await tcb.call({ Action: 'DescribeDatabaseACL', Param })).toMatchObject({ AclTag: 'ADMINONLY' })
  const absent = tcb.call({ Action: 'DescribeDatabaseACL', Param: { ...Param, CollectionName: 'nothing' } })
  await expect(absent).rejects.toMatchObject({ code: 'ResourceNotFound' })
})

test('the client makes a function, and it answers; new code and new variables answer without a restart', async () => {
  const { functions } = manager()
  const func = { name: 'hello', ...made, envVariables: { GREETING: 'one' } }
  const code = (word: string) => `exports.main = async () => [${JSON.stringify(word)}, process.env.GREETING]`
  await functions.createFunction({ func, base64Code: zipped(code('first')) })
  expect(await call('hello')).toMatchObject({ body: ['first', 'one'] })
  await functions.updateFunctionCode({ func, base64Code: zipped(code('second')) })
  expect(await call('hello')).toMatchObject({ body: ['second', 'one'] })
  await functions.updateFunctionConfig({ name: 'hello', timeout: 9, envVariables: { GREETING: 'two' } })
  expect(await call('hello')).toMatchObject({ body: ['second', 'two'] })
  expect(await functions.getFunctionDetail('hello')).toMatchObject({
    Runtime: 'Nodejs20.19',
    MemorySize: 256,
    Timeout: 9,
    Status: 'Active',
  })
  expect(await functions.listFunctions()).toMatchObject([{ FunctionName: 'hello' }])
  await expect(functions.getFunctionDetail('nothing')).rejects.toMatchObject({ code: 'ResourceNotFound.Function' })
})

test('everything stays when the cloud is started again', async () => {
  const own = manager()
  await own.database.createCollection('members')
  await own.database.updateCollection('members', index('phone', 'phone', true))
  await own.functions.createFunction({ func: { name: 'hello', ...made }, base64Code: zipped('exports.main = async () => 1') })
  await own.storage.setStorageAcl('CUSTOM', { read: 'auth != null', write: false })
  await cloud.close()
  cloud = await start()
  expect(await call('hello')).toMatchObject({ body: 1 })
  const again = manager()
  expect(await again.database.checkIndexExists('members', 'phone')).toMatchObject({ Exists: true })
  expect(await again.storage.getStorageAcl({ withRule: true })).toEqual({ acl: 'CUSTOM', rule: { read: 'auth != null', write: false } })
})

test('a timer that comes with a function fires, as its trigger says', async () => {
  const own = manager()
  await own.database.createCollection('ticks')
  const code = `const cloud = require(${SDK}); cloud.init(); exports.main = async e => { await cloud.database().collection('ticks').add({ data: { at: e.Time } }) }`
  const triggers = [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }]
  await own.functions.createFunction({ func: { name: 'tick', ...made, triggers }, base64Code: zipped(code) })
  const fired = await cloud.clock.advance(120_000)
  expect(fired).toMatchObject([{ functionName: 'tick', ok: true }, { ok: true }])
  await own.functions.deleteFunctionTrigger('tick', 'minute')
  expect(await cloud.clock.advance(120_000)).toEqual([])
  const wrong = own.functions.createFunctionTriggers('tick', [{ name: 'odd', type: 'timer', config: 'soon' }])
  await expect(wrong).rejects.toMatchObject({ code: 'InvalidParameterValue.Cron' })
})

test('the security rules of functions hold for phones at once', async () => {
  const own = manager()
  await own.functions.createFunction({ func: { name: 'tick', ...made }, base64Code: zipped('exports.main = async () => 1') })
  expect((await call('tick')).status).toBe(200)
  const Param = { EnvId: 'local-env', ResourceType: 'FUNCTION', AclTag: 'CUSTOM' }
  const set = (rules: object) =>
    own.commonService('tcb').call({ Action: 'ModifySecurityRule', Param: { ...Param, Rule: JSON.stringify(rules) } })
  await set({ '*': { invoke: true }, tick: { invoke: false } })
  expect((await call('tick')).status).toBe(403)
  await expect(set({ tick: { invoke: false } })).rejects.toMatchObject({ code: 'InvalidParameter' })
})

test('an archive that leads out of its folder, or has no index.js, is refused whole', async () => {
  const scf = manager().commonService('scf')
  const create = (files: Record<string, string>) => {
    const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
    const Code = { ZipFile: Buffer.from(zip).toString('base64') }
    return scf.call({ Action: 'CreateFunction', Param: { FunctionName: 'odd', Namespace: 'local-env', Runtime: 'Nodejs20.19', Code } })
  }
  await expect(create({ 'index.js': '', '../../out.js': '' })).rejects.toMatchObject({ code: 'InvalidParameterValue.ZipFile' })
  await expect(create({ 'main.js': '' })).rejects.toMatchObject({ code: 'FailedOperation.CreateFunction' })
  expect((await call('odd')).status).toBe(404)
})

test.each([
  ['a wrong key', { secretKey: 'other' }, 'AuthFailure.SignatureFailure'],
  ['an unknown key', { secretId: 'other' }, 'AuthFailure.SecretIdNotFound'],
  ['another environment', { envId: 'other-env' }, 'ResourceNotFound.EnvNotExists'],
])('%s is refused', async (_, more, code) => {
  await expect(manager(more).env.getEnvInfo()).rejects.toMatchObject({ code })
})
