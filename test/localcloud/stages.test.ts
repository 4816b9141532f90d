import { openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields, Stages } from './support/sdk-types'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({
    collections: [
      { name: 'posts', indexes: [{ name: 'by-parent', keys: [{ field: 'parent', order: 1 }] }] },
      { name: 'bare' },
      { name: 'spots', indexes: [{ name: 'by-at', keys: [{ field: 'at', order: '2dsphere' }] }] },
    ],
  })
  await cloud.db.createCollection('people')
  await cloud.db.createCollection('empty')
  const insert = (collectionName: string, docs: object[]) =>
    cloud.post({ action: 'database.insertDocument', collectionName, data: docs.map(doc => JSON.stringify(doc)) })
  await insert('people', [
    { _id: 1, age: 70, town: '沪', tags: ['a', 'b'], o: { x: 1, y: 2 }, list: [{ n: 1, m: 1 }, 5, { m: 2 }] },
    { _id: 2, age: 80, town: '沪', tags: [], o: { y: 2, x: 1 }, list: [] },
    { _id: 3, age: null, town: '苏', o: 5 },
    { _id: 4, age: 90, tags: '', o: { x: 1, y: 2 } },
  ])
  await insert('posts', [
    { _id: 'root', parent: null },
    { _id: 'a', parent: 'root' },
    { _id: 'b', parent: 'root', hidden: true },
    { _id: 'c', parent: 'a' },
    { _id: 'd', parent: 'b' },
  ])
  await insert('spots', [{ _id: 'near', at: { type: 'Point', coordinates: [121.4737, 31.2304] } }, { _id: 'far', at: { type: 'Point', coordinates: [116.4074, 39.9042] } }]) // prettier-ignore
})
afterAll(() => cloud.close())

const list = async (build: (stages: Stages) => Stages, collection = 'people'): Promise<Fields[]> =>
  (await build(cloud.db.collection(collection).aggregate()).end()).list

/** Stages that the SDK names but cannot send ("is not a function"); the server knows them nevertheless. */
const sent = async (collectionName: string, ...stages: readonly Fields[]): Promise<Fields[]> => {
  const texts = stages.map(stage => {
    const [stageKey = '', value] = Object.entries(stage)[0] ?? []
    return { stageKey, stageValue: JSON.stringify(value) }
  })
  const answer = await cloud.post({ action: 'database.aggregateDocuments', collectionName, stages: texts })
  const data: unknown = answer['data']
  const found: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'list') : undefined
  if (!Array.isArray(found)) throw new Error(`${String(answer['code'])}: ${String(answer['message'])}`)
  return found.map(text => JSON.parse(String(text)) as Fields)
}

it('puts into buckets by boundaries, leaves out empty ones, and needs a default for the rest', async () => {
  const bucket = (spec: Fields) => list(stages => stages.bucket({ groupBy: '$age', ...spec }))
  expect(await bucket({ boundaries: [60, 75, 77, 100], default: 'other' })).toEqual([
    { _id: 60, count: 1 },
    { _id: 77, count: 2 },
    { _id: 'other', count: 1 },
  ])
  expect(await bucket({ boundaries: [60, 100], default: 'x', output: { ids: { $push: '$_id' }, most: { $max: '$age' } } })).toEqual([
    { _id: 60, ids: [1, 2, 4], most: 90 },
    { _id: 'x', ids: [3], most: null },
  ])
  expect((await refusalOf(bucket({ boundaries: [60, 100] }))).message).toContain('default')
  expect((await refusalOf(bucket({ boundaries: [100, 60] }))).message).toContain('ascending')
})

it('puts into buckets of about one size, evenly or by a series of numbers', async () => {
  expect(await list(stages => stages.match({ age: { $gt: 0 } }).bucketAuto({ groupBy: '$age', buckets: 2 }))).toEqual([
    { _id: { min: 70, max: 90 }, count: 2 },
    { _id: { min: 90, max: 90 }, count: 1 },
  ])
  const series = await list(stages => stages.match({ age: { $gt: 0 } }).bucketAuto({ groupBy: '$age', buckets: 2, granularity: 'R5' }))
  expect(series).toMatchObject([{ _id: { max: 100 }, count: 3 }])
})

it('groups what is missing with null, tells objects apart by the order of their keys, and passes over missing values', async () => {
  const groups = await list(stages => stages.group({ _id: '$o', ids: { $push: '$_id' }, towns: { $push: '$town' }, set: { $addToSet: '$age' } })) // prettier-ignore
  expect(groups).toEqual([
    { _id: { x: 1, y: 2 }, ids: [1, 4], towns: ['沪'], set: [70, 90] },
    { _id: { y: 2, x: 1 }, ids: [2], towns: ['沪'], set: [80] },
    { _id: 5, ids: [3], towns: ['苏'], set: [null] },
  ])
  expect(Object.keys(groups[1]?.['_id'] ?? {})).toEqual(['y', 'x'])
  expect(await list(stages => stages.group({ _id: '$town', n: { $sum: 1 } }).match({ _id: null }))).toEqual([{ _id: null, n: 1 }])
  expect((await refusalOf(list(stages => stages.group({ _id: 1, n: '$age' })))).message).toContain('accumulator')
})

it('unwinds arrays; what is empty or missing goes, unless it is to stay', async () => {
  const unwound = (more: Fields) => list(stages => stages.unwind({ path: '$tags', ...more }).project({ tags: 1, i: 1 }))
  expect(await unwound({})).toEqual([{ _id: 1, tags: 'a' }, { _id: 1, tags: 'b' }, { _id: 4, tags: '' }]) // prettier-ignore
  expect(await unwound({ preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' })).toEqual([
    { _id: 1, tags: 'a', i: 0 },
    { _id: 1, tags: 'b', i: 1 },
    { _id: 2, i: null },
    { _id: 3, i: null },
    { _id: 4, tags: '', i: null },
  ])
  expect((await refusalOf(list(stages => stages.unwind('tags')))).message).toContain('prefixed')
})

it('projects through arrays, computes, and refuses a mixture', async () => {
  const project = async (spec: Fields) => (await list(stages => stages.match({ _id: 1 }).project(spec)))[0]
  expect(await project({ 'list.m': 1 })).toEqual({ _id: 1, list: [{ m: 1 }, { m: 2 }] })
  expect(await project({ 'list.m': 0, tags: 0, o: 0, town: 0, age: 0 })).toEqual({ _id: 1, list: [{ n: 1 }, 5, {}] })
  expect(await project({ _id: 0, o: { x: 1, z: '$age' }, both: ['$age', '$none'] })).toEqual({ o: { x: 1, z: 70 }, both: [70, null] })
  expect(await project({ _id: 0, none: '$nothing' })).toEqual({})
  expect((await refusalOf(project({ a: 1, b: 0 }))).message).toContain('exclusion')
  expect((await refusalOf(project({ o: 1, 'o.x': 1 }))).message).toContain('collision')
})

it('adds fields inside objects and inside the elements of arrays', async () => {
  const add = async (spec: Fields) => (await list(stages => stages.match({ _id: 1 }).addFields(spec)))[0]
  expect(await add({ 'o.z': '$age', town: '$none' })).toMatchObject({ o: { x: 1, y: 2, z: 70 } })
  expect(await add({ town: '$none' })).not.toHaveProperty('town')
  expect(await add({ o: { x: { $add: ['$o.x', 1] } } })).toMatchObject({ o: { x: 2, y: 2 } })
  expect((await add({ 'list.n': 0 }))?.['list']).toEqual([{ n: 0, m: 1 }, { n: 0 }, { m: 2, n: 0 }])
})

it('replaces the root, and refuses one that is no object', async () => {
  expect(await list(stages => stages.match({ _id: 2 }).replaceRoot({ newRoot: '$o' }))).toEqual([{ y: 2, x: 1 }])
  expect((await refusalOf(list(stages => stages.match({ _id: 3 }).replaceRoot({ newRoot: '$o' })))).message).toContain('object')
})

it('leaves out what is to be redacted, at every depth', async () => {
  const $ = cloud.db.command.aggregate
  const kept = await sent('people', { $match: { _id: 1 } }, { $redact: $.cond([$.eq(['$m', 1]), '$$PRUNE', '$$DESCEND']) })
  expect(kept[0]?.['list']).toEqual([5, { m: 2 }])
  const rest = await sent('people', { $redact: $.cond([$.eq(['$town', '沪']), '$$PRUNE', '$$KEEP']) }, { $project: { _id: 1 } })
  expect(rest).toEqual([{ _id: 3 }, { _id: 4 }])
})

it('takes a sample in which no document comes twice', async () => {
  const ids = (await list(stages => stages.sample({ size: 10 }))).map(doc => doc['_id'])
  expect(ids.sort()).toEqual([1, 2, 3, 4])
  expect(await list(stages => stages.sample({ size: 2 }))).toHaveLength(2)
})

it('sorts by type, then value; counts nothing as no document; sorts by count', async () => {
  expect((await list(stages => stages.addFields({ k: '$o' }).sort({ k: 1, _id: -1 }))).map(doc => doc['_id'])).toEqual([3, 4, 1, 2])
  expect(await list(stages => stages.count('n'), 'empty')).toEqual([])
  expect(await list(stages => stages.sortByCount('$town'))).toEqual([
    { _id: '沪', count: 2 },
    { _id: '苏', count: 1 },
    { _id: null, count: 1 },
  ])
})

it('shows several facets of the same documents', async () => {
  const facets = await sent('people', {
    $facet: {
      n: [{ $count: 'n' }],
      none: [{ $match: { age: 1 } }, { $count: 'n' }],
      old: [{ $match: { age: { $gte: 80 } } }, { $project: { age: 1 } }],
    },
  })
  expect(facets).toEqual([{ n: [{ n: 4 }], none: [], old: [{ _id: 2, age: 80 }, { _id: 4, age: 90 }] }]) // prettier-ignore
})

it('follows a chain of documents, to a depth, past none that is left out', async () => {
  const descend = async (more: Fields) => {
    const $graphLookup = { from: 'posts', startWith: '$_id', connectFromField: '_id', connectToField: 'parent', as: 'below', depthField: 'depth', ...more } // prettier-ignore
    const found = await sent('posts', { $match: { _id: 'root' } }, { $graphLookup })
    const below = found[0]?.['below']
    return Array.isArray(below) ? below.map((doc: Fields) => `${String(doc['_id'])}${String(doc['depth'])}`).sort() : below
  }
  expect(await descend({})).toEqual(['a0', 'b0', 'c1', 'd1'])
  expect(await descend({ maxDepth: 0 })).toEqual(['a0', 'b0'])
  expect(await descend({ restrictSearchWithMatch: { hidden: { $ne: true } } })).toEqual(['a0', 'c1'])
  await expect(descend({ connectToField: 'hidden' })).rejects.toThrow('collection posts by hidden')
})

it('joins by null what has nothing to join by, and by each element of an array', async () => {
  const joined = await list(
    stages => stages.match({ _id: 'root' }).lookup({ from: 'posts', localField: 'nothing', foreignField: 'parent', as: 'top' }),
    'posts',
  )
  expect(joined).toEqual([{ _id: 'root', parent: null, top: [{ _id: 'root', parent: null }] }])
  const [tagged] = await list(stages =>
    stages.match({ _id: 1 }).lookup({ from: 'posts', localField: 'tags', foreignField: '_id', as: 'p' }),
  )
  expect(tagged?.['p']).toHaveLength(2)
})

it('unites two collections', async () => {
  const $unionWith = { coll: 'posts', pipeline: [{ $match: { parent: 'root' } }, { $project: { _id: 1 } }] }
  expect(await sent('empty', { $unionWith })).toEqual([{ _id: 'a' }, { _id: 'b' }])
})

it('gives distances to the metre, times a factor, with the place itself, to a limit', async () => {
  const [first, ...others] = await list(
    stages => stages.geoNear({ near: cloud.db.Geo.Point(121.4737, 31.2304), distanceField: 'd.m', spherical: true, distanceMultiplier: 0.001, includeLocs: 'd.at', limit: 2 }), // prettier-ignore
    'spots',
  )
  expect(first?.['d']).toMatchObject({ m: 0 })
  const away: unknown = others[0]?.['d']
  // Shanghai – Beijing on a sphere of 6378.1 km.
  expect(typeof away === 'object' && away !== null ? Reflect.get(away, 'm') : undefined).toBeCloseTo(1068.99, 0)
})

it('refuses what would write or what is none, whatever documents there are', async () => {
  for (const stage of [
    { $out: 'x' },
    { $limit: 0 },
    { $skip: -1 },
    { $collStats: {} },
    { $indexStats: {} },
    { $nonsense: 1 },
    { $facet: {} },
  ])
    await expect(sent('empty', stage)).rejects.toThrow('DATABASE_REQUEST_FAILED')
})

it('cannot see into a collection that does not exist', async () => {
  expect((await refusalOf(list(stages => stages.match({ _id: 1 }).lookup({ from: 'nowhere', localField: 'a', foreignField: 'b', as: 'c' })))).code).toBe('DATABASE_COLLECTION_NOT_EXIST') // prettier-ignore
  expect((await refusalOf(list(stages => stages.match({ _id: 1 }), 'nowhere'))).code).toBe('DATABASE_COLLECTION_NOT_EXIST')
})
