import { openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

/** What MongoDB finds where a lenient engine finds something else: one collection, one letter per document. */
const docs: Readonly<Record<string, Fields>> = {
  a: { v: { x: 1, y: 2 }, l: [1, [2, 3]], n: 4.9, w: [{ k: 1 }, { k: 5, z: 0 }], s: 'Abc\nxyz' },
  b: { v: { y: 2, x: 1 }, l: [], n: -3, w: [1, 2], s: 'abc' },
  c: { v: null, l: null, n: 8, w: [], s: 7 },
  d: { n: true, w: { k: 1 }, s: ['abc', 'q'] },
  e: { v: { x: 1, y: 2, z: 3 }, l: [[1], { 0: 'zero' }], n: [3, 20], w: [{ z: null }], s: null },
  f: { v: [{ x: 1, y: 2 }], l: [2, 3], n: new Date(0), w: [[{ k: 1 }]] },
}

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase()
  await cloud.db.createCollection('docs')
  for (const [_id, data] of Object.entries(docs)) await cloud.db.collection('docs').add({ data: { _id, ...data } })
})
afterAll(() => cloud.close())

const found = async (query: unknown): Promise<string> => {
  const { data } = await cloud.db.collection('docs').where(query).orderBy('_id', 'asc').get()
  return data.map(doc => doc['_id']).join('')
}
/** A query as MongoDB has it; the SDK would take nested objects apart. */
const foundRaw = async (query: Fields): Promise<string> => {
  const body = { action: 'database.getDocument', collectionName: 'docs', query: JSON.stringify(query), order: '{"_id":1}', limit: 100 }
  const answer = await cloud.post(body)
  const data: unknown = answer['data']
  const list: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'list') : undefined
  if (!Array.isArray(list)) throw new Error(String(answer['message']))
  return list.map(text => (JSON.parse(String(text)) as Fields)['_id']).join('')
}

const cases: readonly (readonly [why: string, query: Fields, ids: string])[] = [
  ['the order of keys counts in whole objects', { v: { x: 1, y: 2 } }, 'af'],
  ['so it does behind $eq', { v: { $eq: { y: 2, x: 1 } } }, 'b'],
  ['and in $in', { v: { $in: [{ x: 1, y: 2 }] } }, 'af'],
  ['null is also what is missing', { v: null }, 'cd'],
  ['missing inside an element is null', { 'w.k': null }, 'e'],
  ['but an array of scalars or of nothing has no such field at all', { 'w.k': { $ne: null } }, 'abcdf'],
  ['$exists tells null from missing', { v: { $exists: true } }, 'abcef'],
  ['$exists false', { v: { $exists: false } }, 'd'],
  ['$gte null is $eq null', { v: { $gte: null } }, 'cd'],
  ['$gt null is nothing', { v: { $gt: null } }, ''],
  ['a whole array equals itself', { l: [2, 3] }, 'af'],
  ['an element that is an array too', { l: [1] }, 'e'],
  ['an empty array', { l: [] }, 'b'],
  ['an element by its index', { 'l.0': 1 }, 'a'],
  ['an element that is an array, as a whole', { 'l.0': [1] }, 'e'],
  ['an index or a field of that name', { 'l.0': 'zero' }, 'e'],
  ['an index into an inner array', { 'l.1.0': 2 }, 'a'],
  ['objects in inner arrays are not looked through', { 'w.k': 1 }, 'ad'],
  ['types are not mixed in comparisons', { n: { $gt: 0 } }, 'ace'],
  ['each bound may hold for another element', { n: { $gt: 4, $lt: 4 } }, 'e'],
  ['booleans compare with booleans', { n: { $gte: false } }, 'd'],
  ['$mod drops fractions, and the sign is kept', { n: { $mod: [4, 0] } }, 'ace'],
  ['$mod of a negative', { n: { $mod: [2, -1] } }, 'b'],
  ['$elemMatch on fields passes scalars over', { w: { $elemMatch: { k: { $exists: false } } } }, 'e'],
  ['$elemMatch wants all of one element', { w: { $elemMatch: { k: 5, z: 0 } } }, 'a'],
  ['$elemMatch on values', { n: { $elemMatch: { $gt: 4, $lt: 21 } } }, 'e'],
  ['$all of several values', { l: { $all: [3, 2] } }, 'f'],
  ['$all of nothing finds nothing', { l: { $all: [] } }, ''],
  ['$all with $elemMatch', { w: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { z: 0 } }] } }, 'a'],
  ['$size', { w: { $size: 1 } }, 'ef'],
  ['$not turns missing into found', { n: { $not: { $gt: 0 } } }, 'bdf'],
  ['$ne of an element', { l: { $ne: 2 } }, 'abcde'],
  ['$nin with null', { v: { $nin: [null, 1] } }, 'abef'],
  ['$type of a number', { n: { $type: 'double' } }, 'a'],
  ['$type of several', { n: { $type: ['bool', 9] } }, 'df'],
  ['$type array is the field itself', { w: { $type: 'array' } }, 'abcef'],
  ['$regex looks at texts only, in arrays too', { s: { $regex: '^abc' } }, 'bd'],
  ['options i and m', { s: { $regex: '^XYZ', $options: 'im' } }, 'a'],
  ['options at the beginning of the pattern', { s: { $regex: '(?im)^XYZ' } }, 'a'],
  ['the dot stops at the end of a line, unless s', { s: { $regex: 'c.x', $options: 's' } }, 'a'],
  ['$nor', { $nor: [{ n: { $gt: 0 } }, { v: null }] }, 'bf'],
  ['$expr compares by the order of all values', { $expr: { $gt: ['$n', '$missing'] } }, 'abcdef'],
  [
    '$jsonSchema',
    { $jsonSchema: { required: ['v'], properties: { v: { bsonType: 'object', properties: { x: { minimum: 1 } } } } } },
    'abe',
  ],
  ['bits, of negative numbers too', { n: { $bitsAllSet: 8 } }, 'bc'],
]
it.each(cases)('%s', async (_why, query, ids) => {
  expect(await foundRaw(query)).toBe(ids)
})

const malformed: readonly Fields[] = [
  { n: { $gt: 1, plain: 2 } },
  { n: { $nonsense: 1 } },
  { $nonsense: 1 },
  { $where: 'true' },
  { $and: [] },
  { $or: [1] },
  { n: { $in: 5 } },
  { n: { $all: 5 } },
  { n: { $size: -1 } },
  { n: { $size: 1.5 } },
  { n: { $mod: [0, 1] } },
  { n: { $elemMatch: 5 } },
  { n: { $not: 5 } },
  { n: { $regex: '(' } },
  { n: { $regex: 'a', $options: 'q' } },
  { n: { $type: 'nonsense' } },
  { n: { $nearSphere: { $geometry: { type: 'LineString', coordinates: [[0, 0], [1, 1]] } } } }, // prettier-ignore
  { n: { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 1]]] } } } }, // prettier-ignore
  { $jsonSchema: { nonsense: 1 } },
]
it.each(malformed)('refuses %j', async query => {
  await expect(foundRaw(query)).rejects.toThrow(/./)
})

it('takes the SDK’s own words for it', async () => {
  const _ = cloud.db.command
  expect(await found({ n: _.not(_.gt(0)) })).toBe('bdf')
  expect(await found({ s: _.not(/abc/) })).toBe('acef')
  expect(await found(_.jsonSchema({ required: ['l'] }))).toBe('abcef')
  expect(await found({ w: _.all([_.elemMatch({ k: 1 })]) })).toBe('a')
  expect(await found({ n: _.and(_.gt(0), _.lt(5)) })).toBe('ae')
  expect(await found({ n: _.or(_.eq(8), _.eq(-3)) })).toBe('bc')
  expect(await found({ s: cloud.db.RegExp({ regexp: 'ABC', options: 'i' }) })).toBe('abd')
  expect(await found(_.nor([{ v: _.exists(true) }, { n: 1 }]))).toBe('d')
})

it('gives parts of arrays', async () => {
  const { project } = cloud.db.command
  const read = async (id: string, fields: Fields) => (await cloud.db.collection('docs').doc(id).field(fields).get()).data
  expect(await read('a', { l: project.slice(1), w: 1 })).toEqual({ _id: 'a', l: [1], w: docs['a']?.['w'] })
  expect(await read('f', { l: project.slice(-1), _id: 0, w: 1, n: 1 })).toMatchObject({ l: [3] })
  expect(await read('f', { l: project.slice([1, 1]) })).toMatchObject({ _id: 'f', l: [3], v: docs['f']?.['v'] })
  expect(await read('a', { w: project.elemMatch({ k: 5 }) })).toEqual({ _id: 'a', w: [{ k: 5, z: 0 }] })
  expect(await read('b', { w: project.elemMatch({ k: 5 }) })).toEqual({ _id: 'b' })
  const { data } = await cloud.db.collection('docs').where({ 'w.z': 0 }).field({ 'w.$': 1 }).get()
  expect(data).toEqual([{ _id: 'a', w: [{ k: 5, z: 0 }] }])
  expect((await refusalOf(read('a', { l: 1, n: 0 }))).errCode).toBe(-502001)
  expect((await refusalOf(read('a', { l: { $nonsense: 1 } }))).errCode).toBe(-502001)
})
