import { NOON, containing, openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({ collections: [{ name: 'members' }] })
})
afterAll(() => cloud.close())

const members = () => cloud.db.collection('members')

describe('adding', () => {
  it('gives back the document that was put in, dates and nested values included', async () => {
    const born = new Date('1941-03-05T00:00:00Z')
    const data = { name: '张三', born, phones: ['1', '2'], place: { city: '上海', at: null }, half: 1.5, big: 1_700_000_000_000, ok: true }
    const { _id } = await members().add({ data })
    expect((await members().doc(String(_id)).get()).data).toEqual({ ...data, _id })
  })

  it('makes an id of 32 hex digits where none is given', async () => {
    expect((await members().add({ data: { a: 1 } }))._id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('keeps the type of an id: the number 7 and the text "7" are two documents', async () => {
    expect((await members().add({ data: { _id: 7, kind: 'number' } }))._id).toBe(7)
    expect((await members().add({ data: { _id: '7', kind: 'text' } }))._id).toBe('7')
    expect((await members().doc(7).get()).data['kind']).toBe('number')
    expect((await members().doc('7').get()).data['kind']).toBe('text')
  })

  it('refuses a second document with the same id and keeps the first', async () => {
    await members().add({ data: { _id: 'twice', n: 1 } })
    const refusal = await refusalOf(members().add({ data: { _id: 'twice', n: 2 } }))
    expect(refusal).toMatchObject({ errCode: -502001, code: undefined })
    expect(refusal.message).toContain('E11000')
    expect((await members().doc('twice').get()).data['n']).toBe(1)
  })

  it('refuses a stored key that begins with $', async () => {
    const answer = await cloud.post({
      action: 'database.insertDocument',
      collectionName: 'members',
      data: ['{"_id":"dollar","a":{"$b":1}}'],
    })
    expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })

  it('puts a batch in, in order, and stops at the first duplicate', async () => {
    const insert = (ids: string[]) =>
      cloud.post({ action: 'database.insertDocument', collectionName: 'members', data: ids.map(id => JSON.stringify({ _id: id })) })
    expect(await insert(['x1', 'x2', 'x3'])).toMatchObject({ data: { insertedIds: ['x1', 'x2', 'x3'] } })
    expect(await insert(['x4', 'x2', 'x5'])).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: containing('E11000'),
    })
    const { data } = await members()
      .where({ _id: cloud.db.command.in(['x4', 'x5']) })
      .get()
    expect(data).toEqual([{ _id: 'x4' }])
  })

  it('writes the date of the server, with an offset, at any depth', async () => {
    cloud.setNow(NOON)
    await members().add({ data: { _id: 'dated', at: cloud.db.serverDate(), in: [{ later: cloud.db.serverDate({ offset: 60_000 }) }] } })
    expect((await members().doc('dated').get()).data).toEqual({
      _id: 'dated',
      at: new Date(NOON),
      in: [{ later: new Date(NOON + 60_000) }],
    })
  })
})

describe('reading one', () => {
  it('tells that a document does not exist', async () => {
    expect((await refusalOf(members().doc('absent').get())).message).toContain('document with _id absent does not exist')
  })

  it('returns only the fields asked for, or all but those left out', async () => {
    await members().add({ data: { _id: 'wide', a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] } })
    expect((await members().doc('wide').field({ a: true }).get()).data).toEqual({ _id: 'wide', a: 1 })
    expect((await members().doc('wide').field({ a: false, 'b.c': false }).get()).data).toEqual({
      _id: 'wide',
      b: { d: 3 },
      list: [1, 2, 3],
    })
    expect((await members().doc('wide').field({ _id: false, 'b.c': true }).get()).data).toEqual({ b: { c: 2 } })
    const left = async (fields: Fields) =>
      (
        await members()
          .doc('wide')
          .field({ _id: false, ...fields })
          .get()
      ).data
    // An object and fields of it, both named: whichever comes last.
    expect(await left({ b: true, 'b.c': true })).toEqual({ b: { c: 2 } })
    expect(await left({ 'b.c': true, b: true })).toEqual(await left({ b: true }))
    expect(await left({ 'b.c': true, b: true, 'b.d': true })).toEqual(await left({ 'b.c': true, 'b.d': true }))
    expect(await left({ b: false, 'b.c': false })).toEqual(await left({ 'b.c': false }))
    expect(await left({ 'b.c': false, b: false })).toEqual(await left({ b: false }))
    await members().add({ data: { _id: 'sliced', b: { c: 2, l: [1, 2] } } })
    const sliced = await members()
      .doc('sliced')
      .field({ b: true, 'b.l': cloud.db.command.project.slice(1) })
      .get()
    expect(sliced.data).toEqual({ _id: 'sliced', b: { c: 2, l: [1] } })
  })
})

describe('setting', () => {
  it('makes the document where there is none', async () => {
    expect(
      await members()
        .doc('made')
        .set({ data: { a: 1 } }),
    ).toMatchObject({ _id: 'made', stats: { created: 1, updated: 0 } })
  })

  it('replaces everything but the id, and counts even an identical one', async () => {
    await members()
      .doc('whole')
      .set({ data: { a: 1, b: 2 } })
    expect(
      (
        await members()
          .doc('whole')
          .set({ data: { c: 3 } })
      ).stats,
    ).toEqual({ created: 0, updated: 1 })
    expect((await members().doc('whole').get()).data).toEqual({ _id: 'whole', c: 3 })
    expect(
      (
        await members()
          .doc('whole')
          .set({ data: { c: 3 } })
      ).stats.updated,
    ).toBe(1)
  })
})

describe('removing', () => {
  it('takes one document away, once', async () => {
    await members().add({ data: { _id: 'gone' } })
    expect((await members().doc('gone').remove()).stats.removed).toBe(1)
    expect((await members().doc('gone').remove()).stats.removed).toBe(0)
  })

  it('takes all that match away', async () => {
    for (const id of ['r1', 'r2', 'r3']) await members().add({ data: { _id: id } })
    const removed = await members()
      .where({ _id: cloud.db.command.in(['r1', 'r3', 'none']) })
      .remove()
    expect(removed.stats.removed).toBe(2)
    expect((await members().doc('r2').get()).data).toEqual({ _id: 'r2' })
  })

  it('refuses to remove or update where nothing was said about which', async () => {
    expect(await cloud.post({ action: 'database.removeDocument', collectionName: 'members', multi: true })).toMatchObject({
      code: 'INVALID_PARAM',
    })
    expect(
      await cloud.post({ action: 'database.modifyDocument', collectionName: 'members', multi: true, data: '{"$set":{"a":1}}' }),
    ).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })
})

describe('collections', () => {
  it('refuses a collection that was never made', async () => {
    const refusal = await refusalOf(cloud.db.collection('nowhere').add({ data: { a: 1 } }))
    expect(refusal.errCode).toBe(-502005)
    expect(refusal.message).toContain('Db or Table not exist')
  })

  it('makes one on the way, once', async () => {
    await cloud.db.createCollection('adhoc')
    await cloud.db.collection('adhoc').add({ data: { a: 1 } })
    expect((await refusalOf(cloud.db.createCollection('adhoc'))).message).toContain('Table exist')
    expect(cloud.listCollections()).toContainEqual({ name: 'adhoc', declared: false, count: 1 })
  })
})

describe('the transport', () => {
  it('answers a broken body and an unknown action with a code, never with a broken connection', async () => {
    const response = await fetch(cloud.url, { method: 'POST', body: '{"action":' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await cloud.post({ action: 'constructor' })).toMatchObject({ code: 'INVALID_PARAM', requestId: containing('-') })
    expect(await cloud.post({ action: 'database.getDocument', collectionName: 'members', query: 'not json' })).toMatchObject({
      code: 'INVALID_PARAM',
    })
    expect(await cloud.post({ action: 'database.getDocument', collectionName: 7 })).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('tells the observer what was done, to what, and whether it went well', async () => {
    cloud.operations.length = 0
    await members().doc('made').get()
    await refusalOf(cloud.db.collection('nowhere').get())
    expect(cloud.operations).toMatchObject([
      { action: 'database.getDocument', collection: 'members', ok: true },
      { action: 'database.getDocument', collection: 'nowhere', ok: false },
    ])
  })
})
