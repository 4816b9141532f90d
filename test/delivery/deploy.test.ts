import type { Environment } from '../../delivery/cloud/environment'
import { Fault } from '../../delivery/cloud/fault'
import { NOW, startEnvironment, type TestEnvironment } from './support/environment'
import { functionSaying, small, wool } from './support/small'

let one: TestEnvironment
beforeAll(async () => void (one = await startEnvironment()))
beforeEach(async () => {
  await one.mends()
  await one.cloud.begin({ now: NOW })
})
afterAll(() => one.close())

const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const fault: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(fault instanceof Fault)) throw new Error('this was to fail', { cause: fault })
  return fault
}

test('a dry run says the steps in order and changes nothing; so does an answer of no', async () => {
  const { outcome, lines } = await one.deploys(small(), { dryRun: true })
  expect(outcome).toBe('planned')
  const steps = lines.filter(line => /^ {2}\d/.test(line)).map(line => line.replace(/^ +\d+\. (.{3}).*/, '$1'))
  expect(steps).toEqual(['建 3', '把 3', '建 2', '建云函', '建云函', '设置云', '设置云'])
  expect((await one.deploys(small(), { agree: false })).outcome).toBe('declined')
  expect(await one.environment.collections()).toEqual([])
})

test('an empty environment is deployed, answers, and the same again finds nothing to do', async () => {
  expect((await one.deploys(small())).outcome).toBe('done')
  expect(await one.call('api', {})).toEqual({ word: 'one', settings: '{}' })
  const again = await one.deploys(small())
  expect(again.lines).toContain('环境已经是这个样子，没有要做的。')
  expect(await one.environment.rows.find('deployments', {}, 10)).toMatchObject([{ version: '1.0.0', by: 'tester' }])
})

test('a later build brings its code, its limits, its timer and its migration; rows of before are brought along, those of others stay', async () => {
  await one.deploys(small())
  await one.environment.makeCollection('keepsakes')
  await one.environment.closeToPhones('keepsakes')
  await one.environment.rows.add('keepsakes', { _id: 'k' })
  await one.environment.rows.add('sheep', { _id: 'dolly', tag: 1 })
  const timers = [{ name: 'minute', config: '30 * * * * * *' }]
  const later = small({ functions: [functionSaying('api', 'two', { timeout: 9, timers })], migrations: [wool], version: '2.0.0' })
  const { lines } = await one.deploys(later)
  expect(lines.filter(line => line.startsWith('  '))).toHaveLength(4)
  expect(await one.call('api', {})).toMatchObject({ word: 'two' })
  expect(await one.environment.functionOf('api')).toMatchObject({ timeout: 9, timers })
  expect(await one.environment.rows.find('sheep', {}, 10)).toEqual([{ _id: 'dolly', tag: 1, wool: 'white' }])
  expect(await one.environment.rows.find('keepsakes', {}, 10)).toHaveLength(1)
  expect(await one.environment.rows.find('migrations', {}, 10)).toMatchObject([{ _id: '0001-wool' }])
})

test('what the functions of before write while it is deployed is brought along too', async () => {
  await one.deploys(small())
  const later = small({ functions: [functionSaying('api', 'two')], migrations: [wool], version: '2.0.0' })
  const environment: Environment = {
    ...one.environment,
    async putCode(...given) {
      // The last that the functions of before do.
      await one.environment.rows.add('sheep', { _id: 'late', tag: 2 })
      await one.environment.putCode(...given)
    },
  }
  await one.deploys(later, { environment })
  expect(await one.environment.rows.find('sheep', {}, 10)).toEqual([{ _id: 'late', tag: 2, wool: 'white' }])
})

test('it does not finish while a phone can read a collection, ours or not', async () => {
  await one.environment.makeCollection('copied')
  const fault = await faultOf(one.deploys(small()))
  expect(fault.message).toContain('copied')
  expect(fault.remedy).toContain('仅管理端可读写')
  expect(await one.environment.rows.find('deployments', {}, 10)).toEqual([])
  await one.environment.closeToPhones('copied')
  expect((await one.deploys(small())).outcome).toBe('done')
})

test('a collection of ours that was opened since is closed again', async () => {
  await one.deploys(small())
  await one.cloud.close()
  one = await startEnvironment()
  await one.environment.makeCollection('sheep')
  expect(await one.environment.aclOf('sheep')).toBe('PRIVATE')
  await one.deploys(small())
  expect(await one.environment.aclOf('sheep')).toBe('ADMINONLY')
})

test('data that breaks a unique index is told with the collection and the index; nothing is lost', async () => {
  await one.environment.makeCollection('sheep')
  for (const _id of ['a', 'b']) await one.environment.rows.add('sheep', { _id, tag: 7 })
  const fault = await faultOf(one.deploys(small()))
  expect(fault.message).toMatch(/已经有重复的数据.*sheep.*tag/s)
  expect(await one.environment.rows.find('sheep', {}, 10)).toHaveLength(2)
})

test('an index of another shape under the same name is not replaced', async () => {
  await one.environment.makeCollection('sheep')
  await one.environment.makeIndexes('sheep', [{ name: 'tag', keys: [{ field: 'other', order: 1 }], unique: false }])
  expect((await faultOf(one.deploys(small()))).message).toContain('部署从不删除索引')
})

test('a build older than the environment is refused before anything is done', async () => {
  await one.deploys(small({ migrations: [wool], version: '2.0.0' }))
  const fault = await faultOf(one.deploys(small({ functions: [functionSaying('api', 'zero')] })))
  expect(fault.message).toContain('环境里的版本 2.0.0 比这份程序新')
  expect(await one.call('api', {})).toMatchObject({ word: 'one' })
})

test.each([
  ['a wrong key', 'AuthFailure.SignatureFailure', 'check your signature', '密钥不对', 'CHANGQING_SECRET_KEY'],
  ['an unknown key', 'AuthFailure.SecretIdNotFound', 'SecretId is not found', '密钥不对', 'CHANGQING_SECRET_ID'],
  ['a wrong clock', 'AuthFailure.SignatureExpire', 'signature expired', '时间不对', '自动设置时间'],
  ['an address that is not on the list', 'UnauthorizedOperation', 'source ip 1.2.3.4 is not in white list', 'IP 地址不在白名单', '公网 IP'],
  ['a missing environment', 'ResourceNotFound.EnvNotExists', 'env not exists', '没有这个云开发环境', '环境 ID'],
  ['an environment that is told by no more than that', 'ResourceNotFound', 'not found', '没有这个云开发环境', '--env'],
  ['no permission', 'UnauthorizedOperation', 'you are not authorized to perform operation (tcb:DescribeEnvInfo)', '没有权限', '访问管理'],
  ['a full package', 'LimitExceeded', 'quota exceeded', '套餐额度', '超限按量'],
  ['a fault of the cloud', 'InternalError', 'oops', '云端自己出了错', '工单'],
  ['something unknown', 'Odd', 'odd', '没有做成', '开发者'],
])('%s is told with its remedy', async (_, code, message, what, remedy) => {
  await one.fails({ code, message })
  const fault = await faultOf(one.deploys(small()))
  expect(fault.message).toContain(what)
  expect(fault.message).toContain(message)
  expect(fault.remedy).toContain(remedy)
})
