import { SDK, startTestCloud, type TestCloud } from './support/cloud'

const writes = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ name, docs, id, data }) => {
  const things = cloud.database().collection(name)
  if (docs) for (const doc of docs) await things.add({ data: { ...doc, at: new Date('2026-11-21T01:30:00Z') } })
  if (data) await things.doc(id).update({ data })
}`

interface Shown {
  id: string
  text: string
  mark: string
}

describe('the data browser', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: { writes },
      collections: [{ name: 'members', indexes: [{ name: 'branch', keys: [{ field: 'branchId', order: 1 }] }] }],
    })
    const docs = Array.from({ length: 60 }, (_, i) => ({
      _id: `m${String(i).padStart(2, '0')}`,
      branchId: i % 2 ? 'a' : 'b',
      name: `人${i}`,
    }))
    await cloud.call('writes', {
      name: 'members',
      docs: [...docs, { _id: 7, branchId: 'c', name: '七' }, { _id: '7', branchId: 'c', name: '柒' }],
    })
  })
  afterAll(() => cloud.close())

  const find = async (filter: string, skip = 0) =>
    (await cloud.post('/data/members/find', { filter, skip })).body as { items: Shown[]; scanned?: number; more: boolean; errMsg?: string }
  const one = async (id: string) => (await cloud.post('/data/members/one', { id })).body as Shown

  test('lists the collections and how much is in them', async () => {
    expect(await cloud.get('/data')).toEqual({ collections: [{ name: 'members', declared: true, count: 62 }] })
  })

  test('makes an empty collection as the console does, and leaves one that is there', async () => {
    const make = async (name: string) => (await fetch(`${cloud.url}/data/${name}`, { method: 'PUT' })).status
    expect([await make('empty'), await make('empty'), await make('members')]).toEqual([200, 200, 200])
    expect(await cloud.get('/data')).toEqual({
      collections: [
        { name: 'members', declared: true, count: 62 },
        { name: 'empty', declared: false, count: 0 },
      ],
    })
  })

  test('goes through a collection page by page', async () => {
    const first = await find('{}')
    const second = await find('{}', 50)
    expect(first).toMatchObject({ more: true })
    expect([first.items.length, second.items.length, second.more]).toEqual([50, 12, false])
    expect(new Set([...first.items, ...second.items].map(item => item.id)).size).toBe(62)
  })

  test('finds by an index, or looks through all and says so', async () => {
    const served = await find('{"branchId":"a"}')
    expect(served.items).toHaveLength(30)
    expect(served).not.toHaveProperty('scanned')
    const scanned = await find('{"name":{"$in":["人7","七"]}}')
    expect(scanned.items.map(item => item.id)).toEqual(['7', '"m07"'])
    expect(scanned.scanned).toBe(62)
    expect((await find('{"at":{"$gt":{"$date":"2026-11-21T01:29:00Z"}}}')).more).toBe(true)
  })

  test('says what is wrong with a filter', async () => {
    expect(await find('{"a":')).toMatchObject({ errMsg: expect.stringContaining('EJSON') as unknown })
    expect(await find('{"a":{"$nothing":1}}')).toMatchObject({ errMsg: expect.stringContaining('$nothing') as unknown })
    expect(await cloud.post('/data/nowhere/find', {})).toMatchObject({ status: 400 })
  })

  test('tells a number from a text in ids, and dates in a form that is read', async () => {
    expect((await one('7')).text).toContain('"七"')
    expect((await one('"7"')).text).toContain('"柒"')
    expect((await one('7')).text).toContain('"$date": "2026-11-21T01:30:00.000Z"')
    expect(await cloud.post('/data/members/one', { id: '"absent"' })).toMatchObject({ status: 404 })
  })

  test('saves what a person changed, dates kept', async () => {
    const { id, mark, text } = await one('"m01"')
    const saved = await cloud.post('/data/members/save', { id, mark, text: text.replace('人1', '新名字') })
    expect(saved).toMatchObject({ status: 200, body: { id } })
    expect((await find('{"name":"新名字","at":{"$date":"2026-11-21T01:30:00.000Z"}}')).items).toHaveLength(1)
  })

  test('does not save over what has changed meanwhile, nor remove it', async () => {
    const { id, mark, text } = await one('"m02"')
    await cloud.call('writes', { name: 'members', id: 'm02', data: { name: '别人改的' } })
    expect(await cloud.post('/data/members/save', { id, mark, text: text.replace('人2', '我改的') })).toMatchObject({ status: 409 })
    expect(await cloud.post('/data/members/remove', { id, mark })).toMatchObject({ status: 409 })
    expect((await one('"m02"')).text).toContain('别人改的')
  })

  test('lets one of two win who save at once', async () => {
    const { id, mark, text } = await one('"m03"')
    const save = (name: string) => cloud.post('/data/members/save', { id, mark, text: text.replace('人3', name) })
    const results = await Promise.all([save('甲'), save('乙'), save('丙')])
    expect(results.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('refuses another _id and what is no JSON', async () => {
    const { id, mark, text } = await one('"m04"')
    expect(await cloud.post('/data/members/save', { id, mark, text: text.replace('m04', 'm99') })).toMatchObject({ status: 400 })
    expect(await cloud.post('/data/members/save', { id, mark, text: `${text}}` })).toMatchObject({ status: 400 })
    expect((await one('"m04"')).mark).toBe(mark)
  })

  test('removes a document', async () => {
    const { id, mark } = await one('"m05"')
    expect(await cloud.post('/data/members/remove', { id, mark })).toMatchObject({ status: 200 })
    expect(await cloud.post('/data/members/one', { id })).toMatchObject({ status: 404 })
  })
})
