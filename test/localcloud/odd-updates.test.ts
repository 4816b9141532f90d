import { NOON, openTestDatabase, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

/** Updates in the words of the wire, each on a document of its own. */
let cloud: TestDatabase
let next = 0
beforeAll(async () => {
  cloud = await openTestDatabase()
  await cloud.db.createCollection('docs')
})
afterAll(() => cloud.close())

const change = async (before: Fields, update: Fields, query: Fields = {}) => {
  const _id = `d${next++}`
  await cloud.post({ action: 'database.insertDocument', collectionName: 'docs', data: [JSON.stringify({ _id, ...before })] })
  const body = { action: 'database.modifyDocument', collectionName: 'docs', queryType: 'WHERE', multi: true, merge: true }
  const answer = await cloud.post({ ...body, query: JSON.stringify({ _id, ...query }), data: JSON.stringify(update) })
  const { _id: kept, ...after } = (await cloud.db.collection('docs').doc(_id).get()).data
  expect(kept).toBe(_id)
  return { answer, after }
}

const cases: readonly (readonly [why: string, before: Fields, update: Fields, after: Fields])[] = [
  ['$bit', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
  ['$bit makes what lacks', {}, { $bit: { n: { or: 5 } } }, { n: 5 }],
  ['$min by the order of types', { v: 'text' }, { $min: { v: 5 } }, { v: 5 }],
  ['$max of a date over a number', { v: 5 }, { $max: { v: { $date: { $numberLong: '0' } } } }, { v: new Date(0) }],
  ['$mul of what lacks', {}, { $mul: { n: 5 } }, { n: 0 }],
  ['$rename into an object', { a: 1, o: { b: 2 } }, { $rename: { a: 'o.a' } }, { o: { b: 2, a: 1 } }],
  ['$rename of what lacks', { b: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$rename over what is there', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$unset of an element leaves null', { l: [1, 2, 3] }, { $unset: { 'l.1': '' } }, { l: [1, null, 3] }],
  ['$unset of what lacks', { a: 1 }, { $unset: { 'b.c': '' } }, { a: 1 }],
  ['$set beyond the end of an array', { l: [1] }, { $set: { 'l.3': 4 } }, { l: [1, null, null, 4] }],
  ['$set of a numeric key makes an object', {}, { $set: { 'o.0': 1 } }, { o: { 0: 1 } }],
  ['$push at a negative position', { l: [1, 4] }, { $push: { l: { $each: [2, 3], $position: -1 } } }, { l: [1, 2, 3, 4] }],
  ['$push sorted by a field inside', { l: [{ n: 3 }] }, { $push: { l: { $each: [{ n: 1 }], $sort: { n: 1 } } } }, { l: [{ n: 1 }, { n: 3 }] }], // prettier-ignore
  ['$push sorted by value, types in order', { l: ['a', 2] }, { $push: { l: { $each: [null], $sort: 1 } } }, { l: [null, 2, 'a'] }],
  ['$push with slice 0', { l: [1] }, { $push: { l: { $each: [2], $slice: 0 } } }, { l: [] }],
  ['$push of an array as one value', { l: [1] }, { $push: { l: [2, 3] } }, { l: [1, [2, 3]] }],
  ['$addToSet minds the order of keys', { l: [{ a: 1, b: 2 }] }, { $addToSet: { l: { b: 2, a: 1 } } }, { l: [{ a: 1, b: 2 }, { b: 2, a: 1 }] }], // prettier-ignore
  ['$pull by conditions on fields', { l: [{ a: 1, b: 2 }, { a: 1, b: 5 }] }, { $pull: { l: { a: 1, b: { $gt: 3 } } } }, { l: [{ a: 1, b: 2 }] }], // prettier-ignore
  ['$pull of a value', { l: [1, '1', 1] }, { $pull: { l: 1 } }, { l: ['1'] }],
  ['$pull by a list', { l: [1, 2, 3] }, { $pull: { l: { $in: [1, 3] } } }, { l: [2] }],
  ['$pullAll minds whole objects', { l: [{ a: 1 }, { a: 1, b: 1 }] }, { $pullAll: { l: [{ a: 1 }] } }, { l: [{ a: 1, b: 1 }] }],
  ['$pop of what lacks', {}, { $pop: { l: 1 } }, {}],
  ['$pop of an empty array', { l: [] }, { $pop: { l: -1 } }, { l: [] }],
  ['$[] changes every element', { l: [{ n: 1 }, { n: 2 }] }, { $inc: { 'l.$[].n': 1 } }, { l: [{ n: 2 }, { n: 3 }] }],
  ['$currentDate', {}, { $currentDate: { at: true } }, { at: new Date(NOON) }],
  ['$setOnInsert leaves what is there', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
  ['a server date inside $each', {}, { $push: { l: { $each: [{ at: { $tcb_server_date: { offset: { $numberInt: '1000' } } } }] } } }, { l: [{ at: new Date(NOON + 1000) }] }], // prettier-ignore
]
it.each(cases)('%s', async (_why, before, update, after) => {
  const { answer, after: found } = await change(before, update)
  expect(answer['code']).toBeUndefined()
  expect(found).toEqual(after)
})

const refused: readonly (readonly [why: string, before: Fields, update: Fields])[] = [
  ['$inc by a text', { n: 1 }, { $inc: { n: '1' } }],
  ['$inc of an array', { n: [1] }, { $inc: { n: 1 } }],
  ['$mul of a text', { n: 'x' }, { $mul: { n: 2 } }],
  ['$bit of a fraction', { n: 1.5 }, { $bit: { n: { and: 1 } } }],
  ['$bit by another word', { n: 1 }, { $bit: { n: { nand: 1 } } }],
  ['$push to a text', { l: 'x' }, { $push: { l: 1 } }],
  ['$push with an unknown clause', { l: [] }, { $push: { l: { $each: [1], $nonsense: 1 } } }],
  ['$push whose $each is no array', { l: [] }, { $push: { l: { $each: 1 } } }],
  ['$push with a fractional slice', { l: [] }, { $push: { l: { $each: [1], $slice: 1.5 } } }],
  ['$pop by 2', { l: [1] }, { $pop: { l: 2 } }],
  ['$pop of a text', { l: 'x' }, { $pop: { l: 1 } }],
  ['$pull from a text', { l: 'x' }, { $pull: { l: 1 } }],
  ['$pullAll by a value', { l: [1] }, { $pullAll: { l: 1 } }],
  ['$addToSet to null', { l: null }, { $addToSet: { l: 1 } }],
  ['$set through a number', { a: 1 }, { $set: { 'a.b': 1 } }],
  ['$set through null', { a: null }, { $set: { 'a.b': 1 } }],
  ['$set of a key that begins with $', {}, { $set: { o: { $b: 1 } } }],
  ['$set of a path with an empty part', {}, { $set: { 'a..b': 1 } }],
  ['$rename to a number', { a: 1 }, { $rename: { a: 5 } }],
  ['$rename of an element', { l: [1] }, { $rename: { 'l.0': 'b' } }],
  ['$ without a match in an array', { l: [1] }, { $set: { 'l.$': 2 } }],
  ['$[] of what is no array', { l: 5 }, { $set: { 'l.$[]': 2 } }],
  ['one path twice', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }],
  ['a path and what is inside', {}, { $set: { 'a.b': 1 }, $unset: { a: '' } }],
  ['an unknown operator', {}, { $nonsense: { a: 1 } }],
  ['no operator', {}, { a: 1 }],
  ['a change of _id', {}, { $set: { _id: 'other' } }],
]
it.each(refused)('refuses %s, and leaves the document as it was', async (_why, before, update) => {
  const { answer, after } = await change(before, update)
  expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  expect(after).toEqual(before)
})

it('changes the element that the query matched: by a field, by $elemMatch, by value', async () => {
  const l = [{ k: 'a', n: 1 }, { k: 'b', n: 1 }, { k: 'b', n: 2 }] // prettier-ignore
  expect((await change({ l }, { $set: { 'l.$.n': 9 } }, { 'l.k': 'b' })).after['l']).toEqual([l[0], { k: 'b', n: 9 }, l[2]])
  expect((await change({ l }, { $set: { 'l.$.n': 9 } }, { l: { $elemMatch: { k: 'b', n: 2 } } })).after['l']).toEqual([l[0], l[1], { k: 'b', n: 9 }]) // prettier-ignore
  expect((await change({ l }, { $set: { 'l.$.n': 9 } }, { $or: [{ 'l.k': 'z' }, { 'l.k': 'b' }] })).after['l']).toEqual([l[0], { k: 'b', n: 9 }, l[2]]) // prettier-ignore
  expect((await change({ l: [1, 5, 7] }, { $inc: { 'l.$': 1 } }, { l: { $gte: 5 } })).after['l']).toEqual([1, 6, 7])
  expect((await change({ l: [1, 5] }, { $unset: { 'l.$': '' } }, { l: 5 })).after['l']).toEqual([1, null])
})

describe('an _id', () => {
  const ids: readonly unknown[] = [0, -1.5, '', '7', 7, true, null, { a: 1, b: 2 }, { b: 2, a: 1 }, { $date: { $numberLong: '5' } }, '64b0c0ffee64b0c0ffee64b0', 1_700_000_000_000, '中'] // prettier-ignore
  it('of every type is kept, found, changed and removed as its own', async () => {
    await cloud.db.createCollection('ids')
    const data = ids.map(_id => JSON.stringify({ _id }))
    expect(await cloud.post({ action: 'database.insertDocument', collectionName: 'ids', data })).toMatchObject({
      data: { insertedIds: { length: ids.length } },
    })
    for (const [n, _id] of ids.entries()) {
      const body = { collectionName: 'ids', queryType: 'DOC', query: JSON.stringify({ _id }) }
      const update = { ...body, action: 'database.modifyDocument', multi: false, merge: true, data: JSON.stringify({ $set: { n } }) }
      expect(await cloud.post(update)).toMatchObject({ data: { updated: 1 } })
      expect(await cloud.post({ ...body, action: 'database.getDocument' })).toMatchObject({ data: { list: [JSON.stringify({ _id, n })] } })
    }
    for (const _id of ids) expect(await cloud.post({ action: 'database.removeDocument', collectionName: 'ids', query: JSON.stringify({ _id }) })).toMatchObject({ data: { deleted: 1 } }) // prettier-ignore
    expect((await cloud.db.collection('ids').count()).total).toBe(0)
  })

  it.each([[[1]], [{ $regularExpression: { pattern: 'a', options: '' } }]])('cannot be %j', async _id => {
    const answer = await cloud.post({ action: 'database.insertDocument', collectionName: 'docs', data: [JSON.stringify({ _id })] })
    expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })

  it('that is an ObjectId becomes its 24 hex digits', async () => {
    const hex = '64b0c0ffee64b0c0ffee64b1'
    const data = [JSON.stringify({ _id: { $oid: hex }, ref: { $oid: hex } })]
    expect(await cloud.post({ action: 'database.insertDocument', collectionName: 'docs', data })).toMatchObject({
      data: { insertedIds: [hex] },
    })
    expect((await cloud.db.collection('docs').doc(hex).get()).data).toEqual({ _id: hex, ref: hex })
  })
})
