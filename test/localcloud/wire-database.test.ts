/**
 * In a world of its own: the SDK keeps to the environment that it was first told.
 *
 * @jest-environment node
 */
import { createServer, type Server } from 'node:http'
import tcb from '@cloudbase/node-sdk'
import cloudSdk from 'wx-server-sdk'
import { adminHandler } from '../../localcloud/admin/admin'
import { openDatabase, type Database } from '../../localcloud/engine/database'
import { CloudError } from '../../localcloud/errors'
import { listen, NOON, openTestDatabase, pointSdkAt, refusalOf, sdkSchema, type TestDatabase } from './support/database'
import type { Fields, Sdk, Transaction } from './support/sdk-types'

/** Statements about the wire, in its words, that no other test here holds up. */
describe('the transport', () => {
  interface Heard {
    readonly method: string
    readonly query: URLSearchParams
    readonly body: Fields
  }
  let server: Server
  let heard: Heard[] = []
  let status = 200
  beforeAll(async () => {
    server = createServer((req, res) => {
      const chunks: Buffer[] = []
      req.on('data', (chunk: Buffer) => chunks.push(chunk))
      req.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Fields
        heard.push({ method: req.method ?? '', query: new URL(req.url ?? '/', 'http://x').searchParams, body })
        res.writeHead(status)
        res.end(JSON.stringify({ requestId: 'r', data: { list: [], insertedIds: [1], updated: 0 } }))
      })
    })
    pointSdkAt(`http://127.0.0.1:${await listen(server)}/admin`)
  })
  beforeEach(() => {
    heard = []
    status = 200
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const started = (env: string | symbol): Sdk => {
    cloudSdk.init({ env: String(env) })
    return sdkSchema.parse(cloudSdk.database())
  }

  it('is a POST to the URL with env and seqId, and a JSON body with an action', async () => {
    await started('some-env').collection('a').where({ b: 1 }).get()
    expect(heard).toMatchObject([{ method: 'POST', body: { action: 'database.getDocument', collectionName: 'a', limit: 100 } }])
    expect(heard[0]?.query.get('env')).toBe('some-env')
    expect(heard[0]?.query.get('seqId')).not.toBeNull()
  })

  it('sends ints, doubles, big ints, dates, patterns and null as canonical EJSON in a string, and drops undefined', async () => {
    const data = { i: 1, d: 1.5, l: 1_700_000_000_000, at: new Date(0), none: null, gone: undefined }
    await started('e').collection('a').add({ data })
    expect(JSON.parse(String((heard[0]?.body['data'] as string[])[0]))).toEqual({
      i: { $numberInt: '1' },
      d: { $numberDouble: '1.5' },
      l: { $numberLong: '1700000000000' },
      at: { $date: { $numberLong: '0' } },
      none: null,
    })
  })

  it('sends the parameters of stages that are no objects as plain JSON', async () => {
    await started('e').collection('a').aggregate().unwind('$l').sortByCount('$l').skip(1).limit(3).count('n').end()
    expect(heard[0]?.body['stages']).toEqual([
      { stageKey: '$unwind', stageValue: '"$l"' },
      { stageKey: '$sortByCount', stageValue: '"$l"' },
      { stageKey: '$skip', stageValue: '1' },
      { stageKey: '$limit', stageValue: '3' },
      { stageKey: '$count', stageValue: '"n"' },
    ])
  })

  it('makes of an answer that is not 200 an error of the platform', async () => {
    status = 500
    expect(await refusalOf(started('e').collection('a').get())).toMatchObject({ errCode: -501001 })
  })
})

/** The types of the SDK say nothing of what it begins. */
const transactionOf = (db: { startTransaction(): Promise<Transaction> }): Promise<Transaction> => db.startTransaction()

describe('the database', () => {
  let cloud: TestDatabase
  beforeAll(async () => {
    cloud = await openTestDatabase({ lockWait: 100, collections: [{ name: 'rows', indexes: [{ name: 'by-ref', keys: [{ field: 'ref', order: 1 }] }] }] }) // prettier-ignore
    await cloud.db.createCollection('free')
  })
  afterAll(() => cloud.close())
  const free = () => cloud.db.collection('free')
  const raw = (action: string, body: Fields) => cloud.post({ action: `database.${action}`, collectionName: 'free', ...body })
  const nodeSdk = () => tcb.init({ env: 'local', secretId: 'any', secretKey: 'any' }).database()

  it('takes a server date in a query for now and so many ms', async () => {
    cloud.setNow(NOON)
    await free().add({ data: { _id: 'early', at: new Date(NOON - 1) } })
    await free().add({ data: { _id: 'late', at: new Date(NOON + 10) } })
    const since = async (offset: number) =>
      (await free().where({ at: cloud.db.command.gte(cloud.db.serverDate({ offset })) }).get()).data.map(doc => doc['_id']) // prettier-ignore
    expect(await since(0)).toEqual(['late'])
    expect(await since(-1)).toEqual(['early', 'late'])
    expect(await since(11)).toEqual([])
  })

  it('keeps coordinates that are none, which the SDK then cannot read', async () => {
    const data = [JSON.stringify({ _id: 'off', at: { type: 'Point', coordinates: [200, 0] } })]
    expect(await raw('insertDocument', { data })).toMatchObject({ data: { insertedIds: ['off'] } })
    await expect(free().doc('off').get()).rejects.toThrow()
  })

  it('gives ObjectIds back as hex strings, and joins by them', async () => {
    const hex = '64b0c0ffee64b0c0ffee64b0'
    await raw('insertDocument', { data: [JSON.stringify({ _id: { $oid: hex } })] })
    const rows = cloud.db.collection('rows')
    await cloud.post({ action: 'database.insertDocument', collectionName: 'rows', data: [JSON.stringify({ _id: 'o', ref: { $oid: hex } })] }) // prettier-ignore
    expect((await rows.doc('o').get()).data['ref']).toBe(hex)
    const { list } = await rows.aggregate().match({ _id: 'o' }).lookup({ from: 'free', localField: 'ref', foreignField: '_id', as: 'who' }).end() // prettier-ignore
    expect(list).toMatchObject([{ who: [{ _id: hex }] }])
  })

  it('adds no _openid, and keeps keys that contain or end in a dot', async () => {
    await free().add({ data: { _id: 'plain', 'a.b': 1, 'c.': 2 } })
    expect((await free().doc('plain').get()).data).toEqual({ _id: 'plain', 'a.b': 1, 'c.': 2 })
  })

  it('finds a document by an id of either kind of whole number', async () => {
    for (const id of [123, 12_345_678_901]) {
      await free().add({ data: { _id: id, n: id } })
      expect((await free().doc(id).get()).data).toEqual({ _id: id, n: id })
    }
  })

  it('answers a set that makes the document with updated 0 and its id, and every other with updated 1', async () => {
    const set = (data: Fields) =>
      raw('modifyDocument', { queryType: 'DOC', query: '{"_id":"set"}', multi: false, merge: false, upsert: true, data: JSON.stringify(data) }) // prettier-ignore
    expect((await set({ a: 1 }))['data']).toEqual({ updated: 0, upsert_id: 'set' })
    expect((await set({ a: 1 }))['data']).toEqual({ updated: 1 })
  })

  it('counts 1 for updateAndReturn even where nothing changed', async () => {
    await free().add({ data: { _id: 'same', a: 1 } })
    expect(await nodeSdk().collection('free').where({ _id: 'same' }).updateAndReturn({ a: 1 })).toMatchObject({ updated: 1, doc: { _id: 'same', a: 1 } }) // prettier-ignore
  })

  it('refuses an update or a removal without where(), and takes where({}) for all', async () => {
    await cloud.db.createCollection('whole')
    const whole = cloud.db.collection('whole')
    for (const _id of [1, 2]) await whole.add({ data: { _id } })
    expect(await refusalOf(whole.update({ data: { a: 1 } }))).toMatchObject({ errCode: -501007 })
    expect(await refusalOf(whole.remove())).toMatchObject({ errCode: -501007 })
    expect((await whole.where({}).update({ data: { a: 1 } })).stats.updated).toBe(2)
    expect((await whole.where({}).remove()).stats.removed).toBe(2)
  })

  it('cuts the list of a pipeline without a limit at 20, as the cloud does, and none that has one', async () => {
    await cloud.db.createCollection('many')
    const data = Array.from({ length: 1100 }, (_none, _id) => JSON.stringify({ _id }))
    await cloud.post({ action: 'database.insertDocument', collectionName: 'many', data })
    const many = () => cloud.db.collection('many').aggregate()
    expect((await many().end()).list.map(doc => doc['_id'])).toEqual(Array.from({ length: 20 }, (_none, _id) => _id))
    expect((await many().sort({ _id: -1 }).end()).list).toHaveLength(20)
    expect((await many().project({ n: '$_id' }).end()).list).toHaveLength(20)
    expect((await many().group({ _id: '$_id' }).end()).list).toHaveLength(20)
    expect((await many().sample({ size: 30 }).end()).list).toHaveLength(20)
    expect((await many().sort({ _id: 1 }).limit(1100).end()).list).toHaveLength(1100)
    expect((await many().limit(50).addFields({ n: 1 }).end()).list).toHaveLength(50)
    expect((await many().count('n').end()).list).toEqual([{ n: 1100 }])
    const joined = { from: 'many', localField: 'one', foreignField: 'two', as: 'all' }
    const [first] = (await many().limit(1).lookup(joined).end()).list
    expect(first?.['all']).toHaveLength(1100)
  })

  it('empties a subobject by _.set({}) and not by {}', async () => {
    await free().add({ data: { _id: 'sub', e: { a: 1 } } })
    await refusalOf(free().doc('sub').update({ data: { e: {} } })) // prettier-ignore
    expect((await free().doc('sub').get()).data['e']).toEqual({ a: 1 })
    await free().doc('sub').update({ data: { e: cloud.db.command.set({}) } }) // prettier-ignore
    expect((await free().doc('sub').get()).data['e']).toEqual({})
  })

  it('measures as the cloud does, to the last bit', async () => {
    const [from, to] = [[121.4737, 31.2304], [116.4074, 39.9042]] as const // prettier-ignore
    await cloud.db.createCollection('far')
    await cloud.db.collection('far').add({ data: { at: cloud.db.Geo.Point(...to) } })
    const near = cloud.db.Geo.Point(...from)
    const { list } = await cloud.db.collection('far').aggregate().geoNear({ near, key: 'at', distanceField: 'm', spherical: true }).end()
    const vector = ([x, y]: readonly [number, number]): readonly [number, number, number] => {
      const [a, b] = [x * (Math.PI / 180), y * (Math.PI / 180)]
      return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)]
    }
    const [a, b] = [vector(from), vector(to)]
    const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]] as const
    const size = Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2])
    expect(list[0]?.['m']).toBe(6378100 * Math.atan2(size, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]))
  })

  it('calls what lacks null for node-sdk inside a transaction, and for wx-server-sdk where it was told not to throw', async () => {
    const transaction = await transactionOf(nodeSdk())
    expect(await transaction.collection('free').doc('absent').get()).toMatchObject({ data: null })
    await transaction.rollback()
    // An option that the SDK's own types do not know.
    const options: object = { throwOnNotFound: false }
    const lenient = sdkSchema.parse(cloudSdk.database(options))
    expect((await lenient.collection('free').doc('absent').get()).data).toBeNull()
  })

  it('lets a where().update inside a transaction wait for its own transaction until the limit', async () => {
    await free().add({ data: { _id: 'trap', n: 0 } })
    const transaction = await cloud.db.startTransaction()
    const within = transaction.collection('free')
    await within.doc('trap').update({ data: { n: 1 } })
    expect((await refusalOf(within.where({ _id: 'trap' }).update({ data: { n: 2 } }))).message).toContain('waited too long')
    await transaction.commit()
    expect((await free().doc('trap').get()).data['n']).toBe(1)
  })

  it('speaks to the app in numbers of documents alone: pipelines, collections and transactions carry the text of the code', async () => {
    expect(await refusalOf(free().doc('absent').get())).toMatchObject({ errCode: -1 })
    expect(await refusalOf(cloud.db.createCollection('free'))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(await refusalOf(free().aggregate().limit(0).end())).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    const transaction = await cloud.db.startTransaction()
    await transaction.commit()
    expect(await refusalOf(transaction.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })
})

describe('a conflict that only the commit tells', () => {
  let database: TestDatabase
  let behind: Database
  let server: Server
  let left = 0
  let runs = 0
  beforeAll(async () => {
    database = await openTestDatabase()
    await database.close({ keep: true })
    behind = await openDatabase({ folder: database.folder, collections: [], now: () => NOON })
    const { actions } = behind
    server = createServer(
      adminHandler({
        ...actions,
        // The engine tells every conflict at the write; a cloud of many machines may find one only here, and then the transaction is gone.
        'database.commitTransaction': async (body, request) => {
          if (left-- <= 0) return (await actions['database.commitTransaction']?.(body, request)) ?? {}
          await actions['database.abortTransaction']?.(body, request)
          throw new CloudError('DATABASE_TRANSACTION_CONFLICT', 'at the commit')
        },
      }),
    )
    pointSdkAt(`http://127.0.0.1:${await listen(server)}/admin`)
    cloudSdk.init({ env: 'local' })
    await sdkSchema.parse(cloudSdk.database()).createCollection('sums')
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await behind.close()
  })

  const addOne = (id: string, conflicts: number) => {
    const db = sdkSchema.parse(cloudSdk.database())
    left = conflicts
    runs = 0
    return db.runTransaction(async transaction => {
      runs++
      await transaction.collection('sums').doc(id).set({ data: { n: runs } }) // prettier-ignore
      return runs
    })
  }

  it('is tried again by the SDK, in four runs at most, and what the conflicting ones wrote is gone', async () => {
    expect(await addOne('third', 2)).toBe(3)
    expect(await addOne('fourth', 3)).toBe(4)
    expect((await sdkSchema.parse(cloudSdk.database()).collection('sums').get()).data).toEqual([{ _id: 'third', n: 3 }, { _id: 'fourth', n: 4 }]) // prettier-ignore
  })

  it('reaches the app with its code and without a number after the fourth', async () => {
    expect(await refusalOf(addOne('never', 4))).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT', errCode: undefined })
    expect(runs).toBe(4)
    expect((await sdkSchema.parse(cloudSdk.database()).collection('sums').where({ _id: 'never' }).count()).total).toBe(0)
  })
})
