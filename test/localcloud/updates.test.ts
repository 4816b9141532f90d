import tcb from '@cloudbase/node-sdk'
import { NOON, containing, itemsOf, openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

let cloud: TestDatabase
let next = 0
beforeAll(async () => {
  cloud = await openTestDatabase({ collections: [{ name: 'posts' }] })
})
afterAll(() => cloud.close())

const posts = () => cloud.db.collection('posts')

/** What a document is after an update. */
const after = async (before: Fields, data: Fields): Promise<Fields> => {
  const id = `doc${next++}`
  await posts().add({ data: { _id: id, ...before } })
  await posts().doc(id).update({ data })
  const { _id, ...rest } = (await posts().doc(id).get()).data
  expect(_id).toBe(id)
  return rest
}

/** The message with which an update of a document is refused; the document must stay as it was. */
const refused = async (before: Fields, data: Fields): Promise<string> => {
  const id = `doc${next++}`
  await posts().add({ data: { _id: id, ...before } })
  const { errCode, message } = await refusalOf(posts().doc(id).update({ data }))
  expect(errCode).toBe(-502001)
  expect((await posts().doc(id).get()).data).toEqual({ _id: id, ...before })
  return message
}

describe('fields', () => {
  it('are set, inside objects too, and made where they lack', async () => {
    expect(await after({ a: { b: 1, c: 2 } }, { a: { b: 5 }, n: { m: { k: 1 } } })).toEqual({ a: { b: 5, c: 2 }, n: { m: { k: 1 } } })
    expect(await after({ a: { b: 1, c: 2 } }, { a: cloud.db.command.set({ d: 1 }) })).toEqual({ a: { d: 1 } })
    expect(await after({ a: 1 }, { a: null, list: [1, { x: 2 }] })).toEqual({ a: null, list: [1, { x: 2 }] })
  })

  it('are removed and renamed', async () => {
    const _ = cloud.db.command
    expect(await after({ a: 1, b: { c: 1, d: 2 } }, { a: _.remove(), b: { c: _.remove() } })).toEqual({ b: { d: 2 } })
    expect(await after({ a: 1 }, { a: _.rename('z') })).toEqual({ z: 1 })
  })

  it('are counted up, multiplied, and bounded', async () => {
    const _ = cloud.db.command
    expect(await after({ n: 5 }, { n: _.inc(-2), fresh: _.inc(3) })).toEqual({ n: 3, fresh: 3 })
    expect(await after({ n: 5 }, { n: _.mul(2), fresh: _.mul(2) })).toEqual({ n: 10, fresh: 0 })
    expect(await after({ low: 5, high: 5 }, { low: _.min(3), high: _.max(9) })).toEqual({ low: 3, high: 9 })
    expect(await after({ low: 5, high: 5 }, { low: _.min(7), high: _.max(1) })).toEqual({ low: 5, high: 5 })
  })

  it('take the date of the server', async () => {
    cloud.setNow(NOON)
    expect(await after({ a: 1 }, { at: cloud.db.serverDate() })).toEqual({ a: 1, at: new Date(NOON) })
  })
})

describe('arrays', () => {
  it('grow at the end, at the front, and somewhere between', async () => {
    const _ = cloud.db.command
    expect(await after({ l: [1] }, { l: _.push([2, 3]) })).toEqual({ l: [1, 2, 3] })
    expect(await after({}, { l: _.push({ who: 'p' }) })).toEqual({ l: [{ who: 'p' }] })
    expect(await after({ l: [1] }, { l: _.unshift([2, 3]) })).toEqual({ l: [2, 3, 1] })
    expect(await after({ l: [1, 4] }, { l: _.push({ each: [2, 3], position: 1 }) })).toEqual({ l: [1, 2, 3, 4] })
    expect(await after({ l: [3, 1] }, { l: _.push({ each: [2], sort: 1, slice: 2 }) })).toEqual({ l: [1, 2] })
    expect(await after({ l: [1, 2] }, { l: _.push({ each: [3], slice: -2 }) })).toEqual({ l: [2, 3] })
  })

  it('take a value only once', async () => {
    const { addToSet } = cloud.db.command
    expect(await after({ l: [{ a: 1 }] }, { l: addToSet({ a: 1 }) })).toEqual({ l: [{ a: 1 }] })
    expect(await after({ l: ['x'] }, { l: addToSet({ $each: ['x', 'y', 'y'] }) })).toEqual({ l: ['x', 'y'] })
  })

  it('lose what matches, the first, the last', async () => {
    const _ = cloud.db.command
    expect(await after({ l: [{ m: 'a', n: 1 }, { m: 'b' }] }, { l: _.pull({ m: 'a' }) })).toEqual({ l: [{ m: 'b' }] })
    expect(await after({ l: [1, 5, 9] }, { l: _.pull(_.gt(4)) })).toEqual({ l: [1] })
    expect(await after({ l: [1, 2, 1, 3] }, { l: _.pullAll([1, 3]) })).toEqual({ l: [2] })
    expect(await after({ l: [1, 2, 3] }, { l: _.pop() })).toEqual({ l: [1, 2] })
    expect(await after({ l: [1, 2, 3] }, { l: _.shift() })).toEqual({ l: [2, 3] })
  })

  it('are changed at an index, and at the element that the query matched', async () => {
    const _ = cloud.db.command
    expect(await after({ l: [{ n: 1 }, { n: 2 }] }, { 'l.1.n': _.inc(5) })).toEqual({ l: [{ n: 1 }, { n: 7 }] })
    await posts().add({
      data: {
        _id: 'positional',
        claims: [
          { by: 'a', n: 1 },
          { by: 'b', n: 1 },
        ],
      },
    })
    const updated = await posts()
      .where({ _id: 'positional', 'claims.by': 'b' })
      .update({ data: { 'claims.$.n': _.inc(10) } })
    expect(updated.stats.updated).toBe(1)
    expect((await posts().doc('positional').get()).data['claims']).toEqual([
      { by: 'a', n: 1 },
      { by: 'b', n: 11 },
    ])
  })
})

describe('an update that cannot be', () => {
  it('is refused where the type is wrong', async () => {
    const _ = cloud.db.command
    expect(await refused({ n: 'text' }, { n: _.inc(1) })).toContain('Cannot apply $inc to a value of non-numeric type')
    expect(await refused({ n: null }, { n: _.inc(1) })).toContain('non-numeric type null')
    expect(await refused({ l: 'text' }, { l: _.push(1) })).toContain('must be an array')
    expect(await refused({ l: { a: 1 } }, { l: _.addToSet(1) })).toContain('must be an array')
    expect(await refused({ a: 5 }, { 'a.b': 1 })).toContain("Cannot create field 'b'")
    expect(await refused({ a: null }, { 'a.b': 1 })).toContain("Cannot create field 'b'")
    expect(await refused({ a: [1] }, { 'a.b': 1 })).toContain("Cannot create field 'b'")
  })

  it('is refused where it would change the id, or one place twice', async () => {
    expect(
      await cloud.post({
        action: 'database.modifyDocument',
        collectionName: 'posts',
        queryType: 'DOC',
        query: '{"_id":"positional"}',
        data: '{"$set":{"_id":"other"}}',
      }),
    ).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: containing('immutable'),
    })
    expect(await refused({ a: 1 }, { 'a.b': 1, a: cloud.db.command.inc(1) })).toContain('conflict')
  })

  it('is refused when it says nothing: an empty object is dropped by the SDK', async () => {
    await refused({ a: { b: 1 } }, { a: {} })
  })
})

describe('a conditional update', () => {
  it('tells whether it happened', async () => {
    await posts().add({ data: { _id: 'claim', state: 'open', by: null } })
    const claim = (by: string) =>
      posts()
        .where({ _id: 'claim', state: 'open' })
        .update({ data: { state: 'taken', by } })
    expect((await claim('first')).stats.updated).toBe(1)
    expect((await claim('second')).stats.updated).toBe(0)
    expect((await posts().doc('claim').get()).data['by']).toBe('first')
  })

  it('counts a document that it left as it was as not updated', async () => {
    await posts().add({ data: { _id: 'same', a: 1 } })
    expect(
      (
        await posts()
          .doc('same')
          .update({ data: { a: 1 } })
      ).stats.updated,
    ).toBe(0)
    expect(
      (
        await posts()
          .doc('absent')
          .update({ data: { a: 1 } })
      ).stats.updated,
    ).toBe(0)
  })

  it('lets 50 people at once take exactly the 5 places there are', async () => {
    const _ = cloud.db.command
    await posts().add({ data: { _id: 'places', left: 5, people: [] } })
    const take = (who: number) =>
      posts()
        .where({ _id: 'places', left: _.gt(0), people: _.neq(who) })
        .update({ data: { left: _.inc(-1), people: _.push([who]) } })
    const answers = await Promise.all(Array.from({ length: 50 }, (_none, who) => take(who)))
    expect(answers.filter(answer => answer.stats.updated === 1)).toHaveLength(5)
    const { left, people } = (await posts().doc('places').get()).data
    expect(left).toBe(0)
    expect(new Set(itemsOf(people)).size).toBe(5)
  })

  it('changes all that match, or one', async () => {
    const { in: isIn } = cloud.db.command
    for (const id of ['m1', 'm2', 'm3']) await posts().add({ data: { _id: id } })
    expect(
      (
        await posts()
          .where({ _id: isIn(['m1', 'm2', 'm3']) })
          .update({ data: { seen: 1 } })
      ).stats.updated,
    ).toBe(3)
    expect(
      (
        await posts()
          .where({ _id: isIn(['m1', 'm2', 'm3']) })
          .update({ data: { seen: 2 }, multi: false })
      ).stats.updated,
    ).toBe(1)
  })
})

describe('an update that makes what it lacks', () => {
  const send = (body: Fields) =>
    cloud.post({ action: 'database.modifyDocument', collectionName: 'posts', queryType: 'WHERE', merge: true, upsert: true, ...body })

  it('starts from the fields of the query', async () => {
    const data = '{"$inc":{"n":{"$numberInt":"2"}},"$setOnInsert":{"made":true}}'
    expect(await send({ query: '{"_id":"upserted"}', data })).toMatchObject({ data: { updated: 0, upsert_id: 'upserted' } })
    expect(await send({ query: '{"_id":"upserted"}', data })).toMatchObject({ data: { updated: 1 } })
    expect((await posts().doc('upserted').get()).data).toEqual({ _id: 'upserted', n: 4, made: true })
  })
})

it('an update can answer with the document as it became, through the SDK that knows how to ask', async () => {
  await posts().add({ data: { _id: 'returned', n: 1 } })
  const db = tcb.init({ env: 'local', secretId: 'any', secretKey: 'any' }).database()
  const addOne = (id: string) =>
    db
      .collection('posts')
      .where({ _id: id })
      .updateAndReturn({ n: db.command.inc(1) })
  expect(await addOne('returned')).toMatchObject({ updated: 1, doc: { _id: 'returned', n: 2 } })
  expect(await addOne('absent')).toMatchObject({ updated: 0, doc: null })
})
