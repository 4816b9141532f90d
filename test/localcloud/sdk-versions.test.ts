import { createRequire } from 'node:module'
import * as z from 'zod'
import { startTestCloud, type TestCloud } from './support/cloud'

/** The SDK of this project, and those that public projects are pinned to. */
const VERSIONS = ['2.1.2', '2.4.0', '2.6.3', '3.0.4', '4.0.2'] as const
const find = createRequire(__filename)
const placeOf = (version: string) => find.resolve(version === '4.0.2' ? 'wx-server-sdk' : `wx-server-sdk-${version}`)
const nameOf = (version: string) => `sdk-${version.replaceAll('.', '-')}`

/** Each step in the SDK's own words; what it answers is told, and so is what it throws. */
const code = (version: string) => `
const cloud = require(${JSON.stringify(placeOf(version))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
const $ = _.aggregate
const books = db.collection(${JSON.stringify(nameOf(version))})
const steps = {
  async add() {
    const ids = []
    for (const [i, title] of ['b', 'a', 'c', 'd'].entries())
      ids.push((await books.add({ data: { _id: title + i, title, price: 10 * i, tags: ['x', i], at: new Date(1000 * i), made: db.serverDate() } }))._id)
    return ids
  },
  get: async () => (await books.doc('a1').get()).data,
  find: async () => (await books.where({ price: _.gte(10).and(_.lte(30)), title: _.neq('d') }).orderBy('price', 'desc').limit(2).field({ title: true }).get()).data,
  async update() {
    const { stats } = await books.doc('a1').update({ data: { price: _.inc(5), 'author.name': 'Li', tags: _.push('new') } })
    const all = await books.where({ price: _.gt(15) }).update({ data: { dear: true } })
    const { title, price, author, tags } = (await books.doc('a1').get()).data
    return { updated: stats.updated, all: all.stats.updated, title, price, author, tags, total: (await books.where({ dear: true }).count()).total }
  },
  async transaction() {
    const result = await db.runTransaction(async transaction => {
      const book = (await transaction.collection(books.collectionName || ${JSON.stringify(nameOf(version))}).doc('a1').get()).data
      await transaction.collection(${JSON.stringify(nameOf(version))}).doc('a1').update({ data: { price: book.price * 2 } })
      return book.price
    })
    await db.runTransaction(async transaction => {
      await transaction.collection(${JSON.stringify(nameOf(version))}).doc('a1').update({ data: { price: 0 } })
      await transaction.rollback('no')
    }).catch(error => { if (error !== 'no') throw error })
    return { result, price: (await books.doc('a1').get()).data.price }
  },
  async aggregate() {
    await db.collection('authors').doc('Li').set({ data: { born: 1940 } })
    const { list } = await books.aggregate().match({ title: 'a' })
      .lookup({ from: 'authors', localField: 'author.name', foreignField: '_id', as: 'by' })
      .project({ by: 1, dearer: $.add(['$price', 1]) }).limit(5).end()
    return list
  },
  upload: async () => (await cloud.uploadFile({ cloudPath: '图 1/' + ${JSON.stringify(version)} + '.txt', fileContent: Buffer.from('from ' + ${JSON.stringify(version)}) })).fileID,
  url: async ({ fileID }) => (await cloud.getTempFileURL({ fileList: [fileID, { fileID: fileID + '.gone', maxAge: 60 }] })).fileList,
  download: async ({ fileID }) => (await cloud.downloadFile({ fileID })).fileContent.toString(),
  call: async () => (await cloud.callFunction({ name: 'echo', data: { from: ${JSON.stringify(version)} } })).result,
  async openapi() {
    const { OPENID, APPID, ENV, SOURCE } = cloud.getWXContext()
    const sent = await cloud.openapi.subscribeMessage.send({ touser: OPENID, templateId: 'template-1', page: 'pages/home', data: { thing1: { value: ${JSON.stringify(version)} } } })
    return { OPENID, APPID: typeof APPID, ENV, SOURCE, errCode: sent.errCode }
  },
}
exports.main = async event => {
  try {
    return { ok: await steps[event.step](event) }
  } catch (error) {
    return { failed: String(error && (error.errMsg || error.message || error)), code: error && (error.errCode || error.code) }
  }
}`

const answer = z.object({ ok: z.unknown().optional(), failed: z.string().optional(), code: z.unknown().optional() })

describe.each(VERSIONS)('wx-server-sdk %s', version => {
  let fileID = ''
  const name = nameOf(version)
  const step = async (which: string, more: object = {}) => {
    const { body } = await cloud.call(name, { step: which, ...more }, 'member-1')
    const { ok, failed, code: refusal } = answer.parse(body)
    if (failed !== undefined) throw new Error(`${failed} (${String(refusal)})`)
    return ok
  }

  test('adds documents', async () => {
    expect(await step('add')).toEqual(['b0', 'a1', 'c2', 'd3'])
  })

  test('reads one by its id', async () => {
    expect(await step('get')).toEqual({
      _id: 'a1',
      title: 'a',
      price: 10,
      tags: ['x', 1],
      at: '1970-01-01T00:00:01.000Z',
      made: '2026-11-21T01:30:00.000Z',
    })
  })

  test('finds some, in order, up to a number', async () => {
    expect(await step('find')).toEqual([{ _id: 'c2', title: 'c' }, { _id: 'a1', title: 'a' }]) // prettier-ignore
  })

  test('changes one and many', async () => {
    const tags = ['x', 1, 'new']
    expect(await step('update')).toEqual({ updated: 1, all: 2, title: 'a', price: 15, author: { name: 'Li' }, tags, total: 2 })
  })

  test('runs a transaction, and takes one back', async () => {
    expect(await step('transaction')).toEqual({ result: 15, price: 30 })
  })

  test('joins in a pipeline', async () => {
    expect(await step('aggregate')).toEqual([{ _id: 'a1', by: [{ _id: 'Li', born: 1940 }], dearer: 31 }])
  })

  test('uploads a file', async () => {
    fileID = String(await step('upload'))
    expect(fileID).toMatch(/^cloud:\/\/local-env\.[\w-]+\/图 1\/[\d.]+\.txt$/)
  })

  test('gets its address, and hears of one that is not there', async () => {
    const [there, gone] = z.array(z.object({ fileID: z.string(), tempFileURL: z.string(), status: z.number() })).parse(await step('url', { fileID })) // prettier-ignore
    expect(there).toMatchObject({ fileID, status: 0 })
    expect(await (await fetch(there?.tempFileURL ?? '')).text()).toBe(`from ${version}`)
    expect(gone).toMatchObject({ fileID: `${fileID}.gone`, tempFileURL: '', status: -503003 })
  })

  test('downloads it', async () => {
    expect(await step('download', { fileID })).toBe(`from ${version}`)
  })

  test('calls another function for the same person', async () => {
    expect(await step('call')).toEqual({ event: { from: version }, openid: 'member-1' })
  })

  test('sends a message to who calls', async () => {
    await cloud.post('/consent', { templateIds: ['template-1'], accepted: true }, 'member-1')
    expect(await step('openapi')).toEqual({ OPENID: 'member-1', APPID: 'string', ENV: 'local-env', SOURCE: 'wx_client', errCode: 0 })
    const { items } = z.object({ items: z.array(z.object({ touser: z.string(), page: z.string(), data: z.unknown() })) }).parse(await cloud.get('/outbox')) // prettier-ignore
    expect(items.at(-1)).toEqual({ touser: 'member-1', page: 'pages/home', data: { thing1: { value: version } } })
  })
})

let cloud: TestCloud
beforeAll(async () => {
  const config = { timeout: 20, permissions: { openapi: ['subscribeMessage.send'] } }
  cloud = await startTestCloud({
    functions: {
      ...Object.fromEntries(VERSIONS.map(version => [nameOf(version), { code: code(version), config }])),
      echo: 'exports.main = async event => ({ event, openid: process.env.WX_OPENID })',
    },
    collections: 'ad hoc',
  })
})
afterAll(() => cloud.close())
