import { containing, openTestDatabase, refusalOf, type TestDatabase } from './support/database'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({
    collections: [
      { name: 'members', indexes: [{ name: 'by-branch', keys: [{ field: 'branch', order: 1 }, { field: 'no', order: 1 }] }] }, // prettier-ignore
      { name: 'signins', indexes: [{ name: 'by-member', keys: [{ field: 'member', order: 1 }, { field: 'at', order: -1 }] }] }, // prettier-ignore
    ],
  })
  const insert = (collectionName: string, docs: object[]) =>
    cloud.post({ action: 'database.insertDocument', collectionName, data: docs.map(doc => JSON.stringify(doc)) })
  await insert('members', [
    { _id: 'm1', branch: 'b1', no: 1, age: 70, tags: ['a', 'b'] },
    { _id: 'm2', branch: 'b1', no: 2, age: 80, tags: ['b'] },
    { _id: 'm3', branch: 'b1', no: 3, age: 90 },
    { _id: 'm4', branch: 'b2', no: 1, age: 60 },
  ])
  await insert('signins', [
    { _id: 's1', member: 'm1', at: 1, activity: 'x' },
    { _id: 's2', member: 'm1', at: 2, activity: 'y' },
    { _id: 's3', member: 'm2', at: 3, activity: 'x' },
  ])
})
afterAll(() => cloud.close())

const members = () => cloud.db.collection('members').aggregate()

it('matches, sorts, skips, limits and projects', async () => {
  const { list } = await members().match({ branch: 'b1' }).sort({ no: -1 }).skip(1).limit(1).project({ _id: 0, age: 1 }).end()
  expect(list).toEqual([{ age: 80 }])
})

it('groups with sums, averages and lists', async () => {
  const $ = cloud.db.command.aggregate
  const { list } = await members()
    .match({ branch: cloud.db.command.in(['b1', 'b2']) })
    .group({ _id: '$branch', n: $.sum(1), mean: $.avg('$age'), ids: $.push('$_id'), oldest: $.max('$age') })
    .sort({ _id: 1 })
    .end()
  expect(list).toEqual([
    { _id: 'b1', n: 3, mean: 80, ids: ['m1', 'm2', 'm3'], oldest: 90 },
    { _id: 'b2', n: 1, mean: 60, ids: ['m4'], oldest: 60 },
  ])
})

it('counts, unwinds, and takes facets', async () => {
  expect((await members().match({ branch: 'b1' }).count('n').end()).list).toEqual([{ n: 3 }])
  const { list } = await members().match({ branch: 'b1' }).unwind('$tags').sortByCount('$tags').end()
  expect(list).toEqual([{ _id: 'b', count: 2 }, { _id: 'a', count: 1 }]) // prettier-ignore
})

it('leaves the documents of one facet alone while another joins to them again and again', async () => {
  const join = { $lookup: { from: 'signins', localField: '_id', foreignField: 'member', as: 'first' } }
  const again = { $lookup: { ...join.$lookup, as: 'no' } }
  const count = [{ $match: { no: 1, first: { $exists: false } } }, { $count: 'n' }]
  const pipeline = [{ $match: { _id: 'm1' } }, { $facet: { joined: [join, again, again], before: count, after: count } }]
  const stages = pipeline.map(stage => {
    const [stageKey = '', value] = Object.entries(stage)[0] ?? []
    return { stageKey, stageValue: JSON.stringify(value) }
  })
  const answer = await cloud.post({ action: 'database.aggregateDocuments', collectionName: 'members', stages })
  const found = (answer as { data: { list: string[] } }).data.list.map(one => JSON.parse(one) as unknown)
  const signins = [expect.objectContaining({ _id: 's1' }), expect.objectContaining({ _id: 's2' })] as unknown
  const m1 = { _id: 'm1', branch: 'b1', no: signins, age: 70, tags: ['a', 'b'], first: signins }
  expect(found).toEqual([{ joined: [m1], before: [{ n: 1 }], after: [{ n: 1 }] }])
})

it('joins by a field, each document with its own', async () => {
  const { list } = await members()
    .match({ branch: 'b1' })
    .lookup({ from: 'signins', localField: '_id', foreignField: 'member', as: 'signins' })
    .sort({ no: 1 })
    .project({ times: cloud.db.command.aggregate.size('$signins') })
    .end()
  expect(list).toEqual([{ _id: 'm1', times: 2 }, { _id: 'm2', times: 1 }, { _id: 'm3', times: 0 }]) // prettier-ignore
})

it('joins by a pipeline with variables, through an index', async () => {
  const $ = cloud.db.command.aggregate
  const pipeline = $.pipeline()
    .match(cloud.db.command.expr($.and([$.eq(['$member', '$$id']), $.gte(['$at', 2])])))
    .sort({ at: -1 })
    .limit(1)
    .project({ _id: 0, activity: 1 })
    .done()
  const { list } = await members()
    .match({ branch: 'b1' })
    .lookup({ from: 'signins', let: { id: '$_id' }, pipeline, as: 'last' })
    .project({ last: 1 })
    .end()
  expect(list).toEqual([
    { _id: 'm1', last: [{ activity: 'y' }] },
    { _id: 'm2', last: [{ activity: 'x' }] },
    { _id: 'm3', last: [] },
  ])
})

it('joins by id from an array of ids', async () => {
  const { list } = await cloud.db
    .collection('signins')
    .aggregate()
    .match({ member: 'm1' })
    .group({ _id: null, ids: cloud.db.command.aggregate.addToSet('$member') })
    .lookup({ from: 'members', localField: 'ids', foreignField: '_id', as: 'who' })
    .end()
  expect(list).toMatchObject([{ who: [{ _id: 'm1', age: 70 }] }])
})

it('reads only what a join needs: a join that no index serves is refused', async () => {
  const refusal = await refusalOf(
    members().match({ branch: 'b1' }).lookup({ from: 'signins', localField: 'no', foreignField: 'activity', as: 'x' }).end(),
  )
  expect(refusal).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  expect(refusal.message).toContain('collection signins by activity')
})

it('computes what mingo alone gets wrong: weeks, code points, open-ended substrings', async () => {
  await cloud.db.createCollection('texts')
  await cloud.db.collection('texts').add({ data: { _id: 1, text: '党日活动', at: new Date('2026-11-21T00:00:00Z') } })
  const $ = cloud.db.command.aggregate
  const { list } = await cloud.db
    .collection('texts')
    .aggregate()
    .project({ week: $.week('$at'), place: $.indexOfCP(['$text', '活动']), rest: $.substr(['$text', 6, -1]) })
    .end()
  expect(list).toEqual([{ _id: 1, week: 46, place: 2, rest: '活动' }])
})

it('sees one moment: dates come back as dates', async () => {
  const { list } = await cloud.db.collection('texts').aggregate().match({ _id: 1 }).end()
  expect(list).toEqual([{ _id: 1, text: '党日活动', at: new Date('2026-11-21T00:00:00Z') }])
})

it('finds what is near, with its distance in metres', async () => {
  await cloud.db.createCollection('spots')
  await cloud.db.collection('spots').add({ data: { _id: 'a', at: cloud.db.Geo.Point(121.5, 31.2) } })
  const { list } = await cloud.db
    .collection('spots')
    .aggregate()
    .geoNear({ near: cloud.db.Geo.Point(121.4, 31.2), distanceField: 'away', spherical: true, key: 'at', maxDistance: 20_000 })
    .project({ away: 1 })
    .end()
  expect(list).toHaveLength(1)
  expect(list[0]?.['away']).toBeCloseTo(6378100 * 0.1 * (Math.PI / 180) * Math.cos(31.2 * (Math.PI / 180)), 1)
})

it('refuses stages that are unknown or would write', async () => {
  const run = (stageKey: string) =>
    cloud.post({ action: 'database.aggregateDocuments', collectionName: 'texts', stages: [{ stageKey, stageValue: '"x"' }] })
  for (const stage of ['$out', '$merge', '$nonsense']) {
    expect(await run(stage)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: containing(stage) })
  }
})
