import { containing, openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase()
  await cloud.db.createCollection('people')
  const data = people.map(person => JSON.stringify(person))
  await cloud.post({ action: 'database.insertDocument', collectionName: 'people', data })
})
afterAll(() => cloud.close())

const people = [
  { _id: 'a', name: '安', age: 70, branch: 'b1', tags: ['x', 'y'], visits: [{ by: 'p', n: 1 }, { by: 'q', n: 5 }], home: { city: '沪', no: 1 } }, // prettier-ignore
  { _id: 'b', name: '白', age: 65, branch: 'b1', tags: ['y'], visits: [{ by: 'p', n: 5 }], home: { city: '苏', no: 2 } },
  { _id: 'c', name: '陈', age: 80, branch: 'b2', tags: [], visits: [], home: { city: '沪', no: 3 } },
  { _id: 'd', name: '丁', age: null, branch: 'b2', home: { city: '杭' } },
  { _id: 'e', name: 'Eve', branch: 'b3', tags: ['x'], visits: ['p'], age: 90.5 },
]

const ids = (found: { data: Fields[] }) => found.data.map(doc => doc['_id']).join('')
const where = async (condition: unknown) => ids(await cloud.db.collection('people').where(condition).orderBy('_id', 'asc').get())

it('finds by equality, also inside objects, and by null or absence', async () => {
  expect(await where({ branch: 'b1' })).toBe('ab')
  expect(await where({ home: { city: '沪' } })).toBe('ac')
  expect(await where({ age: null })).toBe('d')
  expect(await where({ tags: cloud.db.command.exists(false) })).toBe('d')
  expect(await where({ 'home.no': cloud.db.command.eq(null) })).toBe('de')
})

it('finds by comparison, within one type only', async () => {
  const _ = cloud.db.command
  expect(await where({ age: _.gt(65) })).toBe('ace')
  expect(await where({ age: _.gte(65) })).toBe('abce')
  expect(await where({ age: _.lt(80) })).toBe('ab')
  expect(await where({ name: _.gt('A') })).toBe('abcde')
  expect(await where(_.and([{ age: _.gt(65) }, { age: _.lt(90) }]))).toBe('ac')
  expect(await where({ age: _.neq(70) })).toBe('bcde')
  expect(await where({ age: _.mod(10, 0) })).toBe('ace')
})

it('finds by lists', async () => {
  const _ = cloud.db.command
  expect(await where({ branch: _.in(['b1', 'b3']) })).toBe('abe')
  expect(await where({ branch: _.nin(['b1', 'b3']) })).toBe('cd')
  expect(await where({ branch: _.in([]) })).toBe('')
  expect(await where({ _id: _.in(['e', 'a', 'zz']) })).toBe('ae')
  expect(await where({ age: _.in([null, 65]) })).toBe('bd')
})

it('finds by what an array holds', async () => {
  const _ = cloud.db.command
  expect(await where({ tags: 'x' })).toBe('ae')
  expect(await where({ tags: ['x', 'y'] })).toBe('a')
  expect(await where({ tags: _.all(['y', 'x']) })).toBe('a')
  expect(await where({ tags: _.size(0) })).toBe('c')
  expect(await where({ tags: _.in(['y', 'z']) })).toBe('ab')
})

it('finds by one element that satisfies everything, which scalars never do', async () => {
  const _ = cloud.db.command
  expect(await where({ visits: _.elemMatch({ by: 'p', n: 5 }) })).toBe('b')
  expect(await where({ visits: _.elemMatch({ by: _.exists(false) }) })).toBe('')
  expect(await where({ 'visits.by': 'p', 'visits.n': 5 })).toBe('ab')
  expect(await where({ tags: _.elemMatch(_.eq('x')) })).toBe('ae')
})

it('finds by logic', async () => {
  const _ = cloud.db.command
  expect(await where(_.or([{ branch: 'b3' }, { age: _.lt(70) }]))).toBe('be')
  expect(await where(_.nor([{ branch: 'b3' }, { branch: 'b1' }]))).toBe('cd')
  expect(await where({ age: _.or([_.lt(70), _.gt(85)]) })).toBe('be')
  expect(await where({ age: _.not(_.gt(65)) })).toBe('bd')
})

it('finds by a pattern', async () => {
  expect(await where({ name: cloud.db.RegExp({ regexp: '^e', options: 'i' }) })).toBe('e')
  expect(await where({ name: /^[安白]/ })).toBe('ab')
  // The option x: blanks and remarks are not part of the pattern, but for those in brackets and those with a backslash.
  const x = (regexp: string, options = 'x') => where({ name: cloud.db.RegExp({ regexp, options }) })
  expect(await x('^ [ 安白 ] # two of them\n $')).toBe('ab')
  expect(await x('(?x) ^ e v', 'i')).toBe('e')
  expect(await x('^ [#] | 陈')).toBe('c')
  expect(await x('^ E v e \\ ')).toBe('')
  expect(await where({ name: { $regex: '^ E v', $options: 'x' } })).toBe('e')
})

it('orders by type first, then by value, and by the next field where equal', async () => {
  const by = async (field: string, direction: 'asc' | 'desc') =>
    ids(await cloud.db.collection('people').orderBy(field, direction).orderBy('_id', 'desc').get())
  expect(await by('age', 'asc')).toBe('dbace')
  expect(await by('age', 'desc')).toBe('ecabd')
  expect(await by('branch', 'asc')).toBe('badce')
  expect(await by('home.city', 'asc')).toBe('edcab')
})

it('reads page by page, 100 rows when nothing is said, 1,000 at most', async () => {
  const people = cloud.db.collection('people').orderBy('_id', 'asc')
  expect(ids(await people.skip(1).limit(2).get())).toBe('bc')
  expect(ids(await people.skip(4).limit(2).get())).toBe('e')
  await cloud.db.createCollection('many')
  const data = Array.from({ length: 1100 }, (_, i) => JSON.stringify({ _id: i }))
  await cloud.post({ action: 'database.insertDocument', collectionName: 'many', data })
  expect((await cloud.db.collection('many').get()).data).toHaveLength(100)
  expect((await cloud.db.collection('many').limit(1000).get()).data).toHaveLength(1000)
  const answer = await cloud.post({ action: 'database.getDocument', collectionName: 'many', limit: 5000 })
  expect(answer).toHaveProperty('data.list.length', 1000)
  expect(await cloud.db.collection('many').count()).toMatchObject({ total: 1100 })
})

it('counts what matches', async () => {
  expect((await cloud.db.collection('people').where({ branch: 'b2' }).count()).total).toBe(2)
})

it('compares two fields of one document', async () => {
  const { aggregate: $, expr } = cloud.db.command
  expect(await where(expr($.gte(['$age', 80])))).toBe('ce')
})

it('names the operator it does not know', async () => {
  const answer = await cloud.post({ action: 'database.getDocument', collectionName: 'people', query: '{"a":{"$like":"x"}}' })
  expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: containing('$like') })
  expect(
    (
      await refusalOf(
        cloud.db
          .collection('people')
          .where({ name: cloud.db.RegExp({ regexp: '(' }) })
          .get(),
      )
    ).errCode,
  ).toBe(-502001)
})

describe('places', () => {
  const point = (longitude: number, latitude: number) => cloud.db.Geo.Point(longitude, latitude)
  beforeAll(async () => {
    await cloud.db.createCollection('places')
    for (const [id, longitude, latitude] of [
      ['near', 121.474, 31.231],
      ['mid', 121.5, 31.24],
      ['far', 116.4, 39.9],
    ] as const) {
      await cloud.db.collection('places').add({ data: { _id: id, at: point(longitude, latitude) } })
    }
  })

  it('come nearest first, within a distance in metres', async () => {
    const _ = cloud.db.command
    const near = (maxDistance: number) =>
      cloud.db
        .collection('places')
        .where({ at: _.geoNear({ geometry: point(121.4737, 31.2304), maxDistance, minDistance: 0 }) })
        .get()
    expect((await near(5000)).data.map(doc => doc['_id'])).toEqual(['near', 'mid'])
    expect((await near(500)).data.map(doc => doc['_id'])).toEqual(['near'])
  })

  it('are found within a polygon', async () => {
    const { Geo, command } = cloud.db
    const ring = [[121, 31], [122, 31], [122, 32], [121, 32], [121, 31]].map(([x = 0, y = 0]) => point(x, y)) // prettier-ignore
    const found = await cloud.db
      .collection('places')
      .where({ at: command.geoWithin({ geometry: Geo.Polygon([Geo.LineString(ring)]) }) })
      .get()
    expect(found.data.map(doc => doc['_id']).sort()).toEqual(['mid', 'near'])
  })

  it('come back as points', async () => {
    expect((await cloud.db.collection('places').doc('near').get()).data['at']).toMatchObject({ longitude: 121.474, latitude: 31.231 })
  })
})
