import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { SDK, startTestCloud, type TestCloud } from './support/cloud'

const caller = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ check, picture, legacy, path }) => {
  try {
    if (legacy) return (await cloud.callOpenAPI(legacy)).result
    if (picture) return await cloud.openapi.security.imgSecCheck({ media: { contentType: 'image/png', value: Buffer.from(picture, 'base64') } })
    if (!path) return await cloud.openapi.security.mediaCheckAsync(check)
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(check.content ?? '', 'base64') })
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
    return await cloud.openapi.security.mediaCheckAsync({ mediaUrl: encodeURI(fileList[0].tempFileURL), mediaType: 2, version: 2, scene: 1, openid: check.openid })
  } catch (error) {
    return { errCode: error.errCode, errMsg: String(error.errMsg || error.message) }
  }
}`
/** Tells what it was pushed, through the log. */
const told = `
const cloud = require(${SDK})
exports.main = async event => console.log(JSON.stringify({ event, openid: cloud.getWXContext().OPENID }))`
const openapi = ['security.imgSecCheck', 'security.mediaCheckAsync', 'security.msgSecCheck']

const picture = () => PNG.sync.write(new PNG({ width: 8, height: 8 }))
const risky = () => Buffer.concat([picture(), Buffer.from('赌博')])

describe('the check of media', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: {
        caller: { code: caller, config: { permissions: { openapi } } },
        bare: caller,
        told: { code: told, config: { pushes: ['wxa_media_check'] } },
        deaf: told,
      },
    })
  })
  afterAll(() => cloud.close())

  const ask = async (event: unknown) => (await cloud.call('caller', event, 'demo-member-01')).body

  /** What was pushed for a check, once it has come. */
  const pushedFor = async (event: unknown) => {
    const stream = await cloud.listen()
    const answer = (await ask(event)) as { errCode: number; traceId: string }
    expect(answer).toMatchObject({ errCode: 0, traceId: expect.any(String) as unknown })
    await stream.until(answer.traceId)
    const { items } = (await cloud.get('/log')) as { items: { functionName: string; console: { text: string }[] }[] }
    const lines = items.flatMap(item => item.console.map(({ text }) => ({ functionName: item.functionName, text })))
    const found = lines.filter(({ text }) => text.includes(answer.traceId))
    expect(found.map(one => one.functionName)).toEqual(['told'])
    return JSON.parse(found[0]?.text ?? '') as { event: Record<string, unknown>; openid: string }
  }

  test('passes a picture at once or names it risky', async () => {
    expect(await ask({ picture: picture().toString('base64') })).toMatchObject({ errCode: 0 })
    expect(await ask({ picture: risky().toString('base64') })).toMatchObject({ errCode: 87014 })
  })

  test('takes pictures up to 1 MB', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1)
    expect((await cloud.call('caller', { picture: 'x' }, 'demo-member-01')).status).toBe(200)
    const code = `exports.main = async () => { const cloud = require(${SDK}); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      return cloud.openapi.security.imgSecCheck({ media: { contentType: 'image/png', value: Buffer.alloc(${large.length}) } }).catch(error => ({ errCode: error.errCode })) }`
    const other = await startTestCloud({ functions: { large: { code, config: { permissions: { openapi } } } } })
    expect((await other.call('large', {})).body).toEqual({ errCode: 40006 })
    await other.close()
  })

  test('of a stored file is answered later, to the function that asked to be told', async () => {
    const good = await pushedFor({ check: { content: picture().toString('base64'), openid: 'demo-member-01' }, path: '照片/一.png' })
    expect(good).toMatchObject({
      openid: 'demo-member-01',
      event: {
        MsgType: 'event',
        Event: 'wxa_media_check',
        FromUserName: 'demo-member-01',
        version: 2,
        errcode: 0,
        result: { suggest: 'pass', label: 100 },
      },
    })
    const bad = await pushedFor({ check: { content: risky().toString('base64'), openid: 'demo-member-01' }, path: 'b.png' })
    expect(bad.event).toMatchObject({ result: { suggest: 'risky', label: 20006 } })
  })

  test('of a file that cannot be had says so later', async () => {
    const mediaUrl = `${cloud.url}/files/nothing.png`
    const { event } = await pushedFor({ check: { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'demo-member-01' } })
    expect(event).toMatchObject({ errcode: -1008 })
    expect(event).not.toHaveProperty('result')
  })

  test('refuses what WeChat refuses at once: a stranger, version 1, a wrong kind', async () => {
    const check = { mediaUrl: 'https://example.com/a.png', mediaType: 2, version: 2, scene: 1, openid: 'demo-stranger' }
    expect(await ask({ check })).toMatchObject({ errCode: 61010 })
    expect(await ask({ check: { ...check, version: 1 } })).toMatchObject({ errCode: 47001 })
    expect(await ask({ check: { ...check, mediaType: 3 } })).toMatchObject({ errCode: 47001 })
  })

  test('and any other API can be asked for in the older way', async () => {
    const data = { content: '专业代开发票', version: 2, scene: 1, openid: 'demo-member-01' }
    expect(await ask({ legacy: { api: 'security.msgSecCheck', data } })).toMatchObject({ errcode: 0, result: { suggest: 'risky' } })
    expect(await ask({ legacy: { api: 'no.such', data } })).toMatchObject({ errMsg: expect.stringContaining('-604100') as unknown })
    const { body } = await cloud.call('bare', { legacy: { api: 'security.msgSecCheck', data } }, 'demo-member-01')
    expect(body).toMatchObject({ errMsg: expect.stringContaining('-604101') as unknown })
  })
})

describe('the templates that a project has', () => {
  test('are the only ones that can be sent, and each field has to be filled', async () => {
    const first = await startTestCloud()
    const templates = join(first.folder, 'templates.json')
    writeFileSync(templates, JSON.stringify({ notice: { title: '活动通知', fields: { thing1: '事项', time2: '时间' } } }))
    const code = `const cloud = require(${SDK}); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      exports.main = event => cloud.openapi.subscribeMessage.send({ touser: 'demo-member-01', page: '', ...event }).catch(error => ({ errCode: error.errCode, errMsg: error.errMsg }))`
    const lists = `const cloud = require(${SDK}); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); exports.main = () => cloud.openapi.subscribeMessage.getTemplateList()`
    const config = { permissions: { openapi: ['subscribeMessage.send', 'subscribeMessage.getTemplateList'] } }
    const functions = { send: { code, config }, lists: { code: lists, config } }
    const cloud = await startTestCloud({ functions, templates })
    await cloud.post('/consent', { templateIds: ['notice', 'other'], accepted: true }, 'demo-member-01')
    const data = { thing1: { value: '党日' }, time2: { value: '09:30' } }
    expect((await cloud.call('send', { templateId: 'other', data })).body).toMatchObject({ errCode: 40037 })
    expect((await cloud.call('send', { templateId: 'notice', data: { thing1: data.thing1 } })).body).toMatchObject({
      errCode: 47003,
      errMsg: expect.stringContaining('data.time2.value') as unknown,
    })
    expect((await cloud.call('send', { templateId: 'notice', data })).body).toMatchObject({ errCode: 0 })
    expect((await cloud.call('lists', {})).body).toMatchObject({
      data: [{ priTmplId: 'notice', title: '活动通知', content: '事项:{{thing1.DATA}}\n时间:{{time2.DATA}}\n', type: 2 }],
    })
    await cloud.close()
    await first.close()
  })
})
