import { createServer, type Server } from 'node:http'
import cloud from 'wx-server-sdk'
import { adminHandler } from '../../localcloud/admin/admin'
import { CloudError } from '../../localcloud/errors'
import { listen, openTestDatabase, pointSdkAt, refusalOf, sdkSchema, type TestDatabase } from './support/database'
import type { Sdk } from './support/sdk-types'

/** What the SDK makes of each code that a server may answer with. Rule: localcloud/WIRE.md, Errors. */
const codes: readonly (readonly [code: string, errCode: number])[] = [
  ['SYS_ERR', -501001],
  ['SOMETHING_NEW', -501001],
  ['SERVER_TIMEOUT', -501002],
  ['EXCEED_REQUEST_LIMIT', -501003],
  ['EXCEED_CONCURRENT_REQUEST_LIMIT', -501004],
  ['INVALIID_ENV', -501005],
  ['INVALID_COMMON_PARAM', -501006],
  ['INVALID_PARAM', -501007],
  ['INVALID_REQUEST_SOURCE', -501008],
  ['RESOURCE_NOT_INITIAL', -501009],
  ['DATABASE_REQUEST_FAILED', -502001],
  ['DATABASE_INVALID_OPERRATOR', -502002],
  ['DATABASE_PERMISSION_DENIED', -502003],
  ['DATABASE_COLLECTION_EXCEED_LIMIT', -502004],
  ['DATABASE_COLLECTION_NOT_EXIST', -502005],
]

describe('a code of the server', () => {
  let server: Server
  let db: Sdk
  beforeAll(async () => {
    const fail = (body: Record<string, unknown>) => Promise.reject(new CloudError(String(body['collectionName']), 'the reason'))
    const names = ['getDocument', 'insertDocument', 'modifyDocument', 'removeDocument', 'calculateDocument', 'aggregateDocuments']
    server = createServer(adminHandler(Object.fromEntries(names.map(name => [`database.${name}`, fail]))))
    pointSdkAt(`http://127.0.0.1:${await listen(server)}/admin`)
    cloud.init({ env: 'local' })
    db = sdkSchema.parse(cloud.database())
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it.each(codes)('%s reaches the app as %i, in every operation', async (code, errCode) => {
    const there = db.collection(code)
    const calls: readonly (readonly [api: string, call: Promise<unknown>])[] = [
      ['collection.get', there.where({ a: 1 }).get()],
      ['collection.add', there.add({ data: { a: 1 } })],
      ['collection.update', there.where({ a: 1 }).update({ data: { a: 2 } })],
      ['collection.remove', there.where({ a: 1 }).remove()],
      ['collection.count', there.count()],
      ['document.get', there.doc('x').get()],
      ['document.set', there.doc('x').set({ data: { a: 1 } })],
      ['document.update', there.doc('x').update({ data: { a: 1 } })],
      ['document.remove', there.doc('x').remove()],
    ]
    for (const [api, call] of calls) {
      const refusal = await refusalOf(call)
      expect(refusal).toMatchObject({ errCode, code: undefined })
      expect(refusal.message).toContain(`${api}:fail ${errCode}`)
      expect(refusal.message).toContain('the reason')
    }
    expect(await refusalOf(there.aggregate().end())).toMatchObject({ code })
  })
})

describe('what served an operation', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase({
      collections: [{ name: 'rows', indexes: [{ name: 'by-kind', keys: [{ field: 'kind', order: 1 }, { field: 'n', order: 1 }] }] }], // prettier-ignore
    })
    await database.db.createCollection('free')
    const data = Array.from({ length: 100 }, (_none, i) => JSON.stringify({ _id: i, kind: `k${i % 10}`, n: i }))
    for (const collectionName of ['rows', 'free']) await database.post({ action: 'database.insertDocument', collectionName, data })
  })
  afterAll(() => database.close())

  const seen = async (call: (db: Sdk) => Promise<unknown>) => {
    database.operations.length = 0
    await call(database.db)
    return database.operations.map(({ index, examined }) => [index, examined])
  }

  it('is told with how many documents were looked at', async () => {
    const rows = (db: Sdk) => db.collection('rows')
    expect(await seen(db => rows(db).where({ kind: 'k1' }).get())).toEqual([['by-kind', 10]])
    expect(await seen(db => rows(db).where({ kind: 'k1' }).orderBy('n', 'desc').limit(2).get())).toEqual([['by-kind', 2]])
    expect(
      await seen(db =>
        rows(db)
          .where({ kind: 'k1', n: db.command.gt(81) })
          .get(),
      ),
    ).toEqual([['by-kind', 1]])
    expect(
      await seen(db =>
        rows(db)
          .where({ kind: 'k1', n: db.command.lt(11) })
          .get(),
      ),
    ).toEqual([['by-kind', 1]])
    expect(
      await seen(db =>
        rows(db)
          .where({ kind: 'k1', n: db.command.gte(81) })
          .get(),
      ),
    ).toEqual([['by-kind', 2]])
    expect(await seen(db => rows(db).doc(5).get())).toEqual([['_id_', 1]])
    expect(
      await seen(db =>
        rows(db)
          .where({ kind: 'k1', n: 11 })
          .update({ data: { seen: 1 } }),
      ),
    ).toEqual([['by-kind', 1]])
    expect(await seen(db => rows(db).where({ kind: 'k2' }).count())).toEqual([['by-kind', 0]])
    expect(await seen(db => rows(db).count())).toEqual([['_id_', 0]])
    expect(await seen(db => db.collection('free').where({ kind: 'k1' }).get())).toEqual([['none', 100]])
    expect(await seen(db => rows(db).add({ data: { _id: 'new', kind: 'k1' } }))).toEqual([['', 0]])
    const join = { from: 'rows', localField: 'kind', foreignField: 'kind', as: 'same' }
    expect(await seen(db => rows(db).aggregate().match({ _id: 2 }).lookup(join).end())).toEqual([['_id_, by-kind', 11]])
  })

  it('is the same count from the index as one by one', async () => {
    const { db } = database
    expect((await db.collection('rows').where({ kind: 'k3' }).count()).total).toBe(10)
    expect((await db.collection('rows').where({ kind: 'k3', n: 13 }).count()).total).toBe(1)
    expect((await db.collection('rows').where({ kind: 'k3', n: 14 }).count()).total).toBe(0)
    expect(
      (
        await db
          .collection('rows')
          .where({ kind: db.command.in(['k3', 'k4']) })
          .count()
      ).total,
    ).toBe(20)
    expect((await db.collection('free').where({ kind: 'k3' }).count()).total).toBe(10)
  })
})
