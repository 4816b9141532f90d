import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { itemsOf, openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Stages } from './support/sdk-types'

/**
 * Whatever the SDK's own objects offer is tried here through the SDK: a command, a stage or an action that has no case below fails the test
 * that looks for it. The expressions of pipelines have their table in expressions.test.ts.
 */
let cloud: TestDatabase
const point = (longitude: number, latitude: number) => cloud.db.Geo.Point(longitude, latitude)
const square = (west: number, south: number, size: number) => {
  const corners = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]] // prettier-ignore
  return cloud.db.Geo.Polygon([cloud.db.Geo.LineString(corners.map(([x = 0, y = 0]) => point(x, y)))])
}

beforeAll(async () => {
  cloud = await openTestDatabase({
    collections: [{ name: 'spots', indexes: [{ name: 'by-at', keys: [{ field: 'at', order: '2dsphere' }] }] }],
  })
  for (const name of ['things', 'changes', 'one']) await cloud.db.createCollection(name)
  const things = cloud.db.collection('things')
  await things.add({ data: { _id: 'a', n: 1, l: [1, 5], o: [{ x: 1, y: 2 }], t: 'red', at: point(121.4737, 31.2304) } })
  await things.add({ data: { _id: 'b', n: 2, l: [2], o: [{ x: 1, y: 9 }], t: 'blue', at: point(121.5, 31.24) } })
  await things.add({ data: { _id: 'c', n: 3, l: [], o: [], t: 'green', at: point(116.4, 39.9) } })
  await things.add({ data: { _id: 'd', n: null, l: [5, 7, 9], t: 'red' } })
  await things.add({ data: { _id: 'e' } })
  await cloud.db.collection('one').add({ data: { _id: 1 } })
  await cloud.db.collection('spots').add({ data: { _id: 's', at: point(121, 31) } })
})
afterAll(() => cloud.close())

/** The methods of an object, its class's included. */
const methodsOf = (object: unknown): string[] => {
  const names = new Set<string>()
  for (let at: unknown = object; typeof at === 'object' && at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) if (typeof Reflect.get(at, name) === 'function') names.add(name)
  return [...names].filter(name => name !== 'constructor' && !name.startsWith('_')).sort()
}
/** What an object offers and a table does not try. */
const untried = (offered: readonly string[], ...tables: readonly object[]): string[] =>
  offered.filter(name => !tables.some(table => Object.hasOwn(table, name)))

const invoke = (object: object, name: string, ...given: readonly unknown[]): unknown => {
  const method: unknown = Reflect.get(object, name)
  if (typeof method !== 'function') throw new TypeError(`${name} is not a function`)
  const answer: unknown = Reflect.apply(method, object, given)
  return answer
}
const command = (name: string, ...given: readonly unknown[]): unknown => invoke(cloud.db.command, name, ...given)
const ids = async (condition: unknown) =>
  (await cloud.db.collection('things').where(condition).orderBy('_id', 'asc').get()).data.map(doc => doc['_id']).join('')

type Condition = () => unknown
const queries: Readonly<Record<string, readonly [Condition, string]>> = {
  eq: [() => ({ n: command('eq', 1) }), 'a'],
  neq: [() => ({ n: command('neq', 1) }), 'bcde'],
  lt: [() => ({ n: command('lt', 2) }), 'a'],
  lte: [() => ({ n: command('lte', 2) }), 'ab'],
  gt: [() => ({ n: command('gt', 1) }), 'bc'],
  gte: [() => ({ n: command('gte', 2) }), 'bc'],
  in: [() => ({ n: command('in', [1, 3]) }), 'ac'],
  nin: [() => ({ n: command('nin', [1, 3]) }), 'bde'],
  all: [() => ({ l: command('all', [5, 1]) }), 'a'],
  elemMatch: [() => ({ o: command('elemMatch', { x: 1, y: command('gt', 5) }) }), 'b'],
  exists: [() => ({ n: command('exists', false) }), 'e'],
  size: [() => ({ l: command('size', 1) }), 'b'],
  mod: [() => ({ n: command('mod', 2, 1) }), 'ac'],
  geoNear: [() => ({ at: command('geoNear', { geometry: point(121.4737, 31.2304), minDistance: 0, maxDistance: 5000 }) }), 'ab'],
  geoWithin: [() => ({ at: command('geoWithin', { geometry: square(121, 31, 1) }) }), 'ab'],
  geoIntersects: [() => ({ at: command('geoIntersects', { geometry: square(116, 39, 1) }) }), 'c'],
  and: [() => command('and', [{ t: 'red' }, { n: 1 }]), 'a'],
  or: [() => command('or', [{ n: 2 }, { n: 3 }]), 'bc'],
  nor: [() => command('nor', [{ t: 'red' }, { n: 3 }]), 'be'],
  not: [() => ({ n: command('not', command('gt', 1)) }), 'ade'],
  expr: [() => command('expr', { $gt: ['$n', 1] }), 'bc'],
  jsonSchema: [() => command('jsonSchema', { required: ['o'] }), 'abc'],
}

type Make = () => unknown
const updates: Readonly<Record<string, readonly [before: unknown, make: Make, after: unknown]>> = {
  set: [{ a: 1, b: 2 }, () => command('set', { c: 3 }), { c: 3 }],
  remove: [1, () => command('remove'), undefined],
  inc: [1, () => command('inc', 2), 3],
  mul: [3, () => command('mul', 2), 6],
  push: [[1], () => command('push', { each: [3, 2], position: 0, sort: -1, slice: 2 }), [3, 2]],
  pull: [[1, 5, 9], () => command('pull', command('gt', 4)), [1]],
  pullAll: [[1, 2, 1], () => command('pullAll', [1]), [2]],
  pop: [[1, 2], () => command('pop'), [1]],
  shift: [[1, 2], () => command('shift'), [2]],
  unshift: [[1], () => command('unshift', [3, 2]), [3, 2, 1]],
  addToSet: [[1], () => command('addToSet', 1), [1]],
  rename: [1, () => command('rename', 'other'), undefined],
  bit: [13, () => command('bit', { and: 10 }), 8],
  max: [5, () => command('max', 9), 9],
  min: [5, () => command('min', 3), 3],
}

/** What the SDK offers and the cloud refuses, with what it says. */
const refused: Readonly<Record<string, readonly [Condition, string]>> = {
  // Text indexes cannot be made in the console, and MongoDB searches texts through nothing else.
  text: [() => ({ $text: command('text', { search: 'red' }) }), 'text index required for $text query'],
}

describe('commands', () => {
  it('have a case each', () => {
    expect(untried(Object.keys(cloud.db.command), queries, updates, refused, { aggregate: 0, project: 0 })).toEqual([])
  })

  it.each(Object.entries(queries))('%s finds', async (_name, [condition, found]) => {
    expect(await ids(condition())).toBe(found)
  })

  it.each(Object.entries(updates))('%s changes', async (name, [before, make, after]) => {
    const changes = cloud.db.collection('changes')
    await changes.add({ data: { _id: name, value: before } })
    expect((await changes.doc(name).update({ data: { value: make() } })).stats.updated).toBe(name === 'addToSet' ? 0 : 1)
    const { data } = await changes.doc(name).get()
    expect(data['value']).toEqual(after)
    if (name === 'rename') expect(data['other']).toBe(before)
  })

  it.each(Object.entries(refused))('%s is refused', async (_name, [condition, message]) => {
    const refusal = await refusalOf(ids(condition()))
    expect(refusal).toMatchObject({ errCode: -502001 })
    expect(refusal.message).toContain(message)
  })

  const chained: Readonly<Record<string, readonly [of: Condition, string]>> = {
    and: [() => invoke(cloud.db.command.gt(1) as object, 'and', cloud.db.command.lt(3)), 'b'],
    or: [() => invoke(cloud.db.command.eq(1) as object, 'or', cloud.db.command.eq(3)), 'ac'],
    eq: [() => invoke(cloud.db.command.gt(0) as object, 'eq', 2), 'b'],
    neq: [() => invoke(cloud.db.command.gt(0) as object, 'neq', 2), 'ac'],
    gt: [() => invoke(cloud.db.command.lt(3) as object, 'gt', 1), 'b'],
    gte: [() => invoke(cloud.db.command.lt(3) as object, 'gte', 1), 'ab'],
    lt: [() => invoke(cloud.db.command.gt(1) as object, 'lt', 3), 'b'],
    lte: [() => invoke(cloud.db.command.gt(1) as object, 'lte', 3), 'bc'],
    in: [() => invoke(cloud.db.command.gt(1) as object, 'in', [1, 2]), 'b'],
    nin: [() => invoke(cloud.db.command.gt(0) as object, 'nin', [1, 2]), 'c'],
  }
  const places: Readonly<Record<string, readonly [of: () => unknown, string]>> = {
    geoNear: [() => ({ geometry: point(121.4737, 31.2304), minDistance: 0, maxDistance: 5000 }), 'ab'],
    geoWithin: [() => ({ geometry: square(121, 31, 1) }), 'ab'],
    geoIntersects: [() => ({ geometry: square(116, 39, 1) }), 'c'],
  }

  it('can be chained, each with a case', async () => {
    expect(untried(methodsOf(cloud.db.command.gt(1)), chained, places, { toJSON: 0 })).toEqual([])
    for (const [name, [make, found]] of Object.entries(chained)) expect([name, await ids({ n: make() })]).toEqual([name, found])
    for (const [name, [operand, found]] of Object.entries(places)) {
      const condition = invoke(cloud.db.command.exists(true) as object, name, operand())
      expect([name, await ids({ at: condition })]).toEqual([name, found])
    }
  })

  it('of projections have a case each', async () => {
    const { project } = cloud.db.command
    const projections = {
      slice: { field: { l: project.slice(-1) }, left: { l: [9] } },
      elemMatch: { field: { l: project.elemMatch({ $gt: 5 }) }, left: { l: [7] } },
    }
    expect(untried(Object.keys(project), projections)).toEqual([])
    const things = cloud.db.collection('things').doc('d')
    for (const { field, left } of Object.values(projections)) expect((await things.field(field).get()).data).toMatchObject(left)
  })
})

describe('stages', () => {
  type Run = readonly [given: () => unknown, list: unknown, from?: string]
  const n = { _id: 0, n: 1 }
  const stages: Readonly<Record<string, Run>> = {
    match: [() => ({ n: cloud.db.command.gt(2) }), [{ _id: 'c' }]],
    addFields: [() => ({ more: { $add: ['$n', 1] } }), [{ more: 2 }, { more: 3 }, { more: 4 }, { more: null }, { more: null }]],
    bucket: [() => ({ groupBy: '$n', boundaries: [0, 2, 9], default: 'rest' }), [{ _id: 0, count: 1 }, { _id: 2, count: 2 }, { _id: 'rest', count: 2 }]], // prettier-ignore
    bucketAuto: [() => ({ groupBy: '$_id', buckets: 2 }), [{ _id: { min: 'a', max: 'd' }, count: 3 }, { _id: { min: 'd', max: 'e' }, count: 2 }]], // prettier-ignore
    count: [() => 'total', [{ total: 5 }]],
    geoNear: [() => ({ near: point(121, 31), distanceField: 'away', spherical: true }), [{ _id: 's', away: 0 }], 'spots'],
    group: [() => ({ _id: null, most: cloud.db.command.aggregate.max('$n') }), [{ _id: null, most: 3 }]],
    limit: [() => 1, [{ _id: 'a' }]],
    lookup: [() => ({ from: 'one', localField: 'n', foreignField: '_id', as: 'same' }), [{ same: [{ _id: 1 }] }, { same: [] }, { same: [] }, { same: [] }, { same: [] }]], // prettier-ignore
    project: [() => n, [{ n: 1 }, { n: 2 }, { n: 3 }, { n: null }, {}]],
    replaceRoot: [() => ({ newRoot: { id: '$_id' } }), [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'e' }]],
    sample: [() => ({ size: 9 }), [{}, {}, {}, {}, {}]],
    skip: [() => 4, [{ _id: 'e' }]],
    sort: [() => ({ n: -1, _id: 1 }), [{ n: 3 }, { n: 2 }, { n: 1 }, { _id: 'd' }, { _id: 'e' }]],
    sortByCount: [() => '$t', expect.arrayContaining([{ _id: 'red', count: 2 }, { _id: null, count: 1 }])], // prettier-ignore
    unwind: [() => '$l', [{ l: 1 }, { l: 5 }, { l: 2 }, { l: 5 }, { l: 7 }, { l: 9 }]],
  }
  /** Named by wx-server-sdk, which then finds that the SDK beneath it has no such thing. */
  const notSent = ['collStats', 'facet', 'graphLookup', 'indexStats', 'out', 'redact']

  it('have a case each, in a pipeline and in the pipeline of a join', () => {
    const offered = methodsOf(cloud.db.collection('things').aggregate())
    expect(untried(offered, stages, Object.fromEntries(notSent.map(name => [name, 0])), { end: 0, pushStage: 0 })).toEqual([])
    expect(untried(methodsOf(cloud.db.command.aggregate.pipeline()), stages, { end: 0, done: 0, unwrap: 0 })).toEqual([])
  })

  it.each(Object.entries(stages))('%s computes', async (name, [given, list, from = 'things']) => {
    const started = cloud.db.collection(from).aggregate()
    const built = invoke(started, name, given()) as Stages
    expect((await built.end()).list).toMatchObject(list as object)
    const pipeline = (invoke(cloud.db.command.aggregate.pipeline(), name, given()) as Stages).done()
    const joined = await cloud.db.collection('one').aggregate().lookup({ from, pipeline, as: 'joined' }).end()
    expect(joined.list[0]?.['joined']).toMatchObject(list as object)
  })

  it.each(notSent)('%s cannot be sent by the SDK', name => {
    expect(() => invoke(cloud.db.collection('things').aggregate(), name, {})).toThrow('is not a function')
  })
})

describe('accumulators', () => {
  const cases: Readonly<Record<string, readonly [operand: unknown, value: unknown]>> = {
    addToSet: ['$t', expect.arrayContaining(['red', 'blue', 'green'])],
    push: ['$n', [1, 2, 3, null]],
    avg: ['$n', 2],
    first: ['$_id', 'a'],
    last: ['$_id', 'e'],
    max: ['$t', 'red'],
    min: ['$n', 1],
    stdDevPop: ['$n', Math.sqrt(2 / 3)],
    stdDevSamp: ['$n', 1],
    sum: ['$n', 6],
    mergeObjects: ['$o0', {}],
  }
  it.each(Object.entries(cases))('%s folds a group', async (name, [operand, value]) => {
    const accumulate = invoke(cloud.db.command.aggregate, name, operand)
    const { list } = await cloud.db.collection('things').aggregate().sort({ _id: 1 }).group({ _id: null, value: accumulate }).end()
    expect(list).toEqual([{ _id: null, value }])
  })

  it('meta is refused, for there is no search that gives scores', async () => {
    const score = invoke(cloud.db.command.aggregate, 'meta', 'textScore')
    expect((await refusalOf(cloud.db.collection('things').aggregate().project({ score }).end())).message).toContain('query requires text score metadata') // prettier-ignore
  })
})

it('every geometry of the SDK is stored, found and given back', async () => {
  const lines = [[point(1, 1), point(2, 2)], [point(3, 3), point(4, 4)]] // prettier-ignore
  const { Geo } = cloud.db
  const geometries: Readonly<Record<string, unknown>> = {
    Point: point(1, 1),
    LineString: Geo.LineString([point(1, 1), point(2, 2)]),
    Polygon: square(0, 0, 2),
    MultiPoint: invoke(Geo, 'MultiPoint', [point(1, 1), point(9, 9)]),
    MultiLineString: invoke(Geo, 'MultiLineString', lines.map(line => Geo.LineString(line))), // prettier-ignore
    MultiPolygon: invoke(Geo, 'MultiPolygon', [square(0, 0, 2), square(5, 5, 1)]),
  }
  expect(untried(methodsOf(Geo), geometries)).toEqual([])
  const spots = cloud.db.collection('spots')
  for (const [name, at] of Object.entries(geometries)) {
    await spots.add({ data: { _id: name, at } })
    expect((await spots.doc(name).get()).data['at']).toEqual(at)
  }
  const found = await spots.where({ at: cloud.db.command.geoIntersects({ geometry: point(1, 1) }) }).get()
  expect(found.data.map(doc => doc['_id']).sort()).toEqual(Object.keys(geometries).sort())
})

describe('what the SDK sends', () => {
  /** All names of actions in the code of the SDK. */
  const named = (): string[] => {
    const folder = dirname(createRequire(__filename).resolve('@cloudbase/database'))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js'))
    const texts = files.map(name => readFileSync(join(folder, name), 'utf8'))
    return [...new Set(texts.flatMap(text => [...text.matchAll(/'(database\.[a-zA-Z]+)'/g)].map(([, action = '']) => action)))].sort()
  }
  const actions: Readonly<Record<string, () => Promise<unknown>>> = {
    'database.addCollection': () => cloud.db.createCollection('fresh'),
    'database.insertDocument': () => cloud.db.collection('things').add({ data: { _id: 'z' } }),
    'database.getDocument': () => cloud.db.collection('things').doc('a').get(),
    'database.calculateDocument': () => cloud.db.collection('things').count(),
    'database.modifyDocument': () => cloud.db.collection('things').doc('z').update({ data: { a: 1 } }), // prettier-ignore
    'database.removeDocument': () => cloud.db.collection('things').doc('z').remove(),
    'database.modifyAndReturnDoc': () =>
      tcb.init({ env: 'local', secretId: 'any', secretKey: 'any' }).database().collection('things').where({ _id: 'a' }).updateAndReturn({ seen: 1 }), // prettier-ignore
    'database.aggregateDocuments': () => cloud.db.collection('things').aggregate().limit(1).end(),
    'database.startTransaction': () => cloud.db.startTransaction(),
    'database.commitTransaction': async () => (await cloud.db.startTransaction()).commit(),
    'database.abortTransaction': async () => (await cloud.db.startTransaction()).rollback(),
  }
  /** Named in a file of the SDK that nothing loads: the way in which transactions were once spoken of. */
  const never = ['database.deleteDocInTransaction', 'database.getInTransaction', 'database.updateDocInTransaction']

  it('is known, each action with a case', () => {
    expect(named()).toEqual([...Object.keys(actions), ...never].sort())
  })

  it.each(Object.entries(actions))('%s is answered', async (action, act) => {
    cloud.operations.length = 0
    await act()
    expect(cloud.operations).toContainEqual(expect.objectContaining({ action, ok: true }))
  })

  it.each(never)('%s is unknown here', async action => {
    expect(await cloud.post({ action, collectionName: 'things', transactionId: 'x' })).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('comes from these methods and from no others', async () => {
    const query = ['count', 'field', 'get', 'limit', 'orderBy', 'remove', 'skip', 'update', 'where']
    const transaction = await cloud.db.startTransaction()
    expect(methodsOf(cloud.db)).toEqual(['RegExp', 'collection', 'createCollection', 'runTransaction', 'serverDate', 'startTransaction'])
    expect(methodsOf(cloud.db.collection('things').where({}))).toEqual(query)
    expect(methodsOf(cloud.db.collection('things'))).toEqual([...query, 'add', 'aggregate', 'doc'].sort())
    expect(methodsOf(cloud.db.collection('things').doc('a'))).toEqual(['field', 'get', 'remove', 'set', 'update'])
    expect(methodsOf(transaction)).toEqual(expect.arrayContaining(['collection', 'commit', 'rollback']))
    await transaction.rollback()
  })

  it('holds no bytes: what a Buffer becomes on the way is an object', async () => {
    await cloud.db.collection('things').add({ data: { _id: 'bytes', list: new Uint8Array([7, 8]) } })
    const { list } = (await cloud.db.collection('things').doc('bytes').get()).data
    expect(list).toEqual({ 0: 7, 1: 8 })
    expect(itemsOf((await cloud.db.collection('things').where({ 'list.0': 7 }).get()).data)).toHaveLength(1)
    await cloud.db.collection('things').doc('bytes').remove()
  })
})
