import { containing, openTestDatabase, refusalOf, type TestDatabase } from './support/database'

/** What a project finds that declares no collections: those that it makes, and those that it puts documents into. */
let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({ collections: 'ad hoc' })
})
afterAll(() => cloud.close())

const names = () => cloud.listCollections().map(({ name }) => name)

describe('a collection that was never made', () => {
  const absent = () => cloud.db.collection('absent')

  it('is told apart from an empty one, whatever is asked of it but to take a document', async () => {
    const { inc } = cloud.db.command
    for (const call of [
      () => absent().get(),
      () => absent().doc('x').get(),
      () => absent().where({ a: 1 }).count(),
      () => absent().where({ a: 1 }).update({ data: { a: inc(1) } }), // prettier-ignore
      () =>
        absent()
          .doc('x')
          .update({ data: { a: 1 } }),
      () => absent().where({ a: 1 }).remove(),
      () => absent().doc('x').remove(),
    ])
      expect(await refusalOf(call())).toMatchObject({ errCode: -502005, message: containing('Db or Table not exist') })
    expect(await refusalOf(absent().aggregate().match({ a: 1 }).end())).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
    expect(names()).not.toContain('absent')
  })

  it('is made once', async () => {
    await cloud.db.createCollection('made')
    expect((await cloud.db.collection('made').get()).data).toEqual([])
    expect((await refusalOf(cloud.db.createCollection('made'))).message).toContain('Table exist')
    const together = await Promise.allSettled([1, 2, 3].map(() => cloud.db.createCollection('raced')))
    expect(together.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is made by the first document that is put into it, one of a transaction and one that is set included', async () => {
    await Promise.all([1, 2, 3].map(n => cloud.db.collection('added').add({ data: { n } })))
    expect((await cloud.db.collection('added').count()).total).toBe(3)
    await cloud.db
      .collection('set')
      .doc('x')
      .set({ data: { n: 1 } })
    expect((await cloud.db.collection('set').doc('x').get()).data).toEqual({ _id: 'x', n: 1 })
    await cloud.db.runTransaction(transaction => transaction.collection('inside').add({ data: { _id: 'y' } }))
    expect((await cloud.db.collection('inside').get()).data).toEqual([{ _id: 'y' }])
    expect((await refusalOf(cloud.db.collection('spoilt').add({ data: { $x: 1 } }))).errCode).toBe(-502001)
    expect(names()).not.toContain('spoilt')
  })

  it('joins nothing', async () => {
    await cloud.db
      .collection('set')
      .doc('x')
      .set({ data: { n: 1 } })
    const all = () => cloud.db.collection('set').aggregate()
    expect((await all().lookup({ from: 'absent', localField: 'n', foreignField: 'm', as: 'rows' }).end()).list).toEqual([
      { _id: 'x', n: 1, rows: [] },
    ])
    const stage = (stageKey: string, value: unknown) =>
      cloud.post({
        action: 'database.aggregateDocuments',
        collectionName: 'set',
        stages: [{ stageKey, stageValue: JSON.stringify(value) }],
      })
    expect(await stage('$unionWith', 'absent')).toMatchObject({ data: { list: ['{"_id":"x","n":1}'] } })
    const climb = { from: 'absent', startWith: '$n', connectFromField: 'a', connectToField: 'b', as: 'up' }
    expect(await stage('$graphLookup', climb)).toMatchObject({ data: { list: ['{"_id":"x","n":1,"up":[]}'] } })
  })
})

it('the nearest are found without a key, where the documents hold places in one field', async () => {
  const { Geo } = cloud.db
  const near = () => ({ near: Geo.Point(121, 31), distanceField: 'away', spherical: true })
  const found = async () => (await cloud.db.collection('spots').aggregate().geoNear(near()).end()).list.map(doc => doc['_id'])
  await cloud.db.createCollection('spots')
  expect(await found()).toEqual([])
  await cloud.db.collection('spots').add({ data: { _id: 'nowhere', name: 'x' } })
  await cloud.db.collection('spots').add({ data: { _id: 'far', where: { at: Geo.Point(122, 31) } } })
  await cloud.db.collection('spots').add({ data: { _id: 'near', where: { at: Geo.Point(121.1, 31) } } })
  expect(await found()).toEqual(['near', 'far'])
  await cloud.db.collection('spots').add({ data: { _id: 'two', home: Geo.Point(121, 31) } })
  expect((await refusalOf(found())).message).toContain('$geoNear needs a key: places stand in where.at, home')
})

it('where a project declares its collections, joining from another one is a mistake that is told', async () => {
  const declared = await openTestDatabase({ collections: [{ name: 'set' }] })
  const lookup = declared.db.collection('set').aggregate().match({ _id: 'x' }).lookup({ from: 'absent', localField: 'n', foreignField: 'm', as: 'rows' }) // prettier-ignore
  expect(await refusalOf(lookup.end())).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  expect((await refusalOf(declared.db.collection('other').add({ data: { n: 1 } }))).errCode).toBe(-502005)
  await declared.close()
})
