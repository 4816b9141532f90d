import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCards } from '../../localcloud/messages/cards'
import { SDK, startTestCloud, TEST_NOW, type TestCloud } from './support/cloud'

const DAY = 24 * 3600_000
const caller = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ api, input }) => {
  try {
    return await cloud.openapi.updatableMessage[api](input)
  } catch (error) {
    return { errCode: error.errCode, errMsg: String(error.errMsg) }
  }
}`
const openapi = ['updatableMessage.createActivityId', 'updatableMessage.setUpdatableMsg']

describe('an updatable card', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: { caller: { code: caller, config: { permissions: { openapi } } } } })
  })
  afterAll(() => cloud.close())

  const create = async () =>
    (await cloud.call('caller', { api: 'createActivityId', input: {} })).body as { activityId: string; expirationTime: number }
  const set = async (activityId: string, targetState: number, parameters: Record<string, string> = {}) => {
    const parameterList = Object.entries(parameters).map(([name, value]) => ({ name, value }))
    return (await cloud.call('caller', { api: 'setUpdatableMsg', input: { activityId, targetState, templateInfo: { parameterList } } }))
      .body
  }
  const joining = (count: number) => ({ member_count: String(count), room_limit: '20' })
  const begun = { path: 'pages/activities/detail?id=7', version_type: 'release' }
  const shown = async (activityId: string) => {
    const { items } = (await cloud.get('/chat')) as { items: { activityId?: string; card?: unknown }[] }
    return items.find(item => item.activityId === activityId)?.card
  }

  test('counts those who join, begins, ends, and everybody in the chat sees it', async () => {
    const { activityId, expirationTime } = await create()
    expect(expirationTime).toBe((TEST_NOW + DAY) / 1000)
    const card = { title: '周五党日', path: 'pages/activities/detail?id=7', imageUrl: '/picture.png', activityId, memberCount: '1' }
    expect(await cloud.post('/chat', card, 'demo-secretary')).toMatchObject({
      body: { ...card, openid: 'demo-secretary', at: TEST_NOW, card: { state: 0 } },
    })
    for (const count of [2, 3]) {
      expect(await set(activityId, 0, joining(count))).toMatchObject({ errCode: 0 })
      expect(await shown(activityId)).toMatchObject({ state: 0, memberCount: String(count), roomLimit: '20' })
    }
    expect(await set(activityId, 1, begun)).toMatchObject({ errCode: 0 })
    expect(await shown(activityId)).toMatchObject({ state: 1, path: begun.path })
    expect(await set(activityId, 2)).toMatchObject({ errCode: 0 })
    expect(await shown(activityId)).toMatchObject({ state: 2 })
  })

  test('never goes back, and leaves out no state', async () => {
    const { activityId } = await create()
    expect(await set(activityId, 2)).toMatchObject({ errCode: 47502 })
    expect(await set(activityId, 3)).toMatchObject({ errCode: 47502 })
    await set(activityId, 1, begun)
    expect(await set(activityId, 0, joining(5))).toMatchObject({ errCode: 47502 })
    expect(await set(activityId, 1, begun)).toMatchObject({ errCode: 47502 })
  })

  test('says which parameter it lacks', async () => {
    const { activityId } = await create()
    expect(await set(activityId, 0, { member_count: '2' })).toMatchObject({
      errCode: 47001,
      errMsg: expect.stringContaining('room_limit') as unknown,
    })
    expect(await set(activityId, 1, { version_type: 'release' })).toMatchObject({ errCode: 47001 })
    expect(await set(activityId, 1, { ...begun, version_type: 'newest' })).toMatchObject({ errCode: 47503 })
  })

  test('that was never made is not known', async () => {
    expect(await set('invented', 0, joining(1))).toMatchObject({ errCode: 47501 })
  })

  test('has ended after a day', async () => {
    const { activityId } = await create()
    await cloud.post('/chat', { title: '一天的卡片', path: 'pages/index', activityId }, 'demo-secretary')
    await cloud.post('/clock', { advance: DAY })
    expect(await shown(activityId)).toMatchObject({ state: 2 })
    expect(await set(activityId, 0, joining(1))).toMatchObject({ errCode: 47504 })
  })

  test('is told on the stream as soon as it changes', async () => {
    const { activityId } = await create()
    const stream = await cloud.listen()
    await set(activityId, 0, joining(17))
    await stream.until('"memberCount":"17"')
    expect(await shown(activityId)).toBeUndefined()
  })

  test('outlives the cloud that made it, even one that stopped in the middle of a line', async () => {
    const { activityId } = await create()
    await set(activityId, 0, joining(9))
    const file = join(cloud.folder, 'data', 'cards.jsonl')
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"activityId":"cut`)
    const reopened = openCards(file, () => cloud.clock.now(), () => undefined) // prettier-ignore
    expect(reopened.find(activityId)).toMatchObject({ memberCount: '9' })
    expect(reopened.find('cut')).toBeUndefined()
  })

  test('is refused in the chat without a title or a page', async () => {
    expect(await cloud.post('/chat', { title: '', path: 'pages/index' }, 'demo-secretary')).toMatchObject({ status: 400 })
    expect(await cloud.post('/chat', { title: '没有页面' }, 'demo-secretary')).toMatchObject({ status: 400 })
  })
})
