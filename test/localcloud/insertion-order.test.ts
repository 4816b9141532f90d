import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'lmdb'
import { encodeValue } from '../../localcloud/engine/keys'
import { runTransfer } from '../../localcloud/transfer/command'
import { itemsOf, openTestDatabase, type TestDatabase } from './support/database'
import type { CollectionRef, Fields, Query } from './support/sdk-types'

const key = (field: string, order: 1 | -1 = 1) => ({ field, order })
/** A collection whose indexes serve what is asked below, and beside it one without any. */
const collections = [
  {
    name: 'indexed',
    indexes: [
      { name: 'kind', keys: [key('kind')] },
      { name: 'kind-rank-n', keys: [key('kind'), key('rank'), key('n', -1)] },
      { name: 'list', keys: [key('list'), key('rank', -1)] },
      { name: 'text', keys: [key('text')] },
    ],
  },
]
const KINDS = ['indexed', 'plain'] as const

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({ collections })
  await cloud.db.createCollection('plain')
})
afterAll(() => cloud.close())

const names = ({ data }: { data: readonly Fields[] }): unknown[] => data.map(doc => doc['_id'])
const read = async (query: Query) => names(await query.get())

/** Empties a collection and fills it, one request for each document. */
const fill = async (name: string, docs: readonly Fields[]): Promise<CollectionRef> => {
  const collection = cloud.db.collection(name)
  for (const { _id } of (await collection.limit(1000).get()).data) await collection.doc(String(_id)).remove()
  for (const data of docs) await collection.add({ data })
  return collection
}

describe.each(KINDS)('documents of the collection "%s"', name => {
  it('come back as they were inserted, with ids of their own or made ones', async () => {
    const collection = await fill(
      name,
      ['m', 'c', 'x', 'a'].map(_id => ({ _id })),
    )
    expect(await read(collection)).toEqual(['m', 'c', 'x', 'a'])
    expect(await read(collection.limit(1))).toEqual(['m'])
    expect(await read(collection.skip(1).limit(2))).toEqual(['c', 'x'])
    for (let n = 0; n < 8; n++) await collection.add({ data: { n } })
    expect((await collection.get()).data.slice(4).map(doc => doc['n'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect((await collection.skip(4).limit(1).get()).data[0]).toMatchObject({ n: 0 })
  })

  it('keep their place when they are changed, and lose it when they are removed', async () => {
    const collection = await fill(
      name,
      ['m', 'c', 'x', 'a'].map(_id => ({ _id, kind: 'k' })),
    )
    await collection.doc('m').update({ data: { kind: 'other' } })
    await collection.doc('c').set({ data: { kind: 'k' } })
    await collection.doc('c').remove()
    await collection.add({ data: { _id: 'c', kind: 'k' } })
    await collection.doc('b').set({ data: { kind: 'k' } })
    expect(await read(collection)).toEqual(['m', 'x', 'a', 'c', 'b'])
    expect(await read(collection.where({ kind: 'k' }))).toEqual(['x', 'a', 'c', 'b'])
  })

  const ranked = [
    { _id: 'm', kind: 'k', rank: 2, n: 1, list: [1, 2], text: 'long'.repeat(400) },
    { _id: 'z', kind: 'k', rank: 1, n: 5, list: [2], text: 'long'.repeat(400) },
    { _id: 'c', kind: 'l', rank: 2, n: 9, list: [1], text: 'b' },
    { _id: 'x', kind: 'k', rank: 2, n: 3, list: [2, 1], text: 'b' },
    { _id: 'a', kind: 'l', rank: 1, n: 7, list: [], text: 'a' },
    { _id: 'e', kind: 'k', rank: 1, n: 2, list: [1], text: 'long'.repeat(400) },
  ]

  it('come as they were inserted where they are equal in the order, whichever way it goes', async () => {
    const _ = cloud.db.command
    const collection = await fill(name, ranked)
    const k = collection.where({ kind: 'k' })
    expect(await read(k)).toEqual(['m', 'z', 'x', 'e'])
    expect(await read(k.orderBy('rank', 'asc'))).toEqual(['z', 'e', 'm', 'x'])
    expect(await read(k.orderBy('rank', 'desc'))).toEqual(['m', 'x', 'z', 'e'])
    expect(await read(k.orderBy('rank', 'desc').skip(1).limit(2))).toEqual(['x', 'z'])
    expect(await read(k.orderBy('kind', 'desc'))).toEqual(['m', 'z', 'x', 'e'])
    expect(await read(k.orderBy('rank', 'desc').orderBy('_id', 'desc'))).toEqual(['x', 'm', 'z', 'e'])
    const both = collection.where({ kind: _.in(['l', 'k']) })
    expect(await read(both)).toEqual(['m', 'z', 'c', 'x', 'a', 'e'])
    expect(await read(both.limit(3))).toEqual(['m', 'z', 'c'])
    expect(await read(both.orderBy('rank', 'asc'))).toEqual(['z', 'a', 'e', 'm', 'c', 'x'])
    expect(await read(both.orderBy('rank', 'desc').limit(4))).toEqual(['m', 'c', 'x', 'z'])
    expect(await read(collection.where({ list: 1 }))).toEqual(['m', 'c', 'x', 'e'])
    expect(await read(collection.where({ list: _.in([1, 2]) }))).toEqual(['m', 'z', 'c', 'x', 'e'])
    expect(await read(collection.where({ text: _.gt('a') }))).toEqual(['m', 'z', 'c', 'x', 'e'])
    expect(await read(collection.where({ text: _.gt('a') }).orderBy('text', 'desc'))).toEqual(['m', 'z', 'e', 'c', 'x'])
    expect(await read(collection.where(_.or([{ kind: 'l' }, { list: 2 }])))).toEqual(['m', 'z', 'c', 'x', 'a'])
    // What is found by its id comes by its id, as MongoDB has it from the index of ids.
    expect(await read(collection.where({ _id: _.in(['x', 'm', 'c']) }))).toEqual(['c', 'm', 'x'])
    expect(await read(collection.where({ _id: _.gt('e') }).limit(2))).toEqual(['m', 'x'])
  })

  it('go through a pipeline as they were inserted', async () => {
    const { aggregate: $ } = cloud.db.command
    const collection = await fill(name, ranked)
    const list = async (stages: { end(): Promise<{ list: readonly Fields[] }> }) => names({ data: (await stages.end()).list })
    const k = () => collection.aggregate().match({ kind: 'k' })
    expect(await list(k())).toEqual(['m', 'z', 'x', 'e'])
    expect(await list(k().limit(1))).toEqual(['m'])
    expect(await list(k().sort({ rank: -1 }))).toEqual(['m', 'x', 'z', 'e'])
    expect(
      await list(
        k()
          .addFields({ minus: $.sum(['$rank', 1]) })
          .sort({ minus: 1 }),
      ),
    ).toEqual(['z', 'e', 'm', 'x'])
    const [joined] = (await k().limit(1).lookup({ from: name, localField: 'kind', foreignField: 'kind', as: 'same' }).end()).list
    expect(itemsOf(joined?.['same']).map(doc => (doc as Fields)['_id'])).toEqual(['m', 'z', 'x', 'e'])
  })

  it('are taken in that order where one of several is changed or removed', async () => {
    const collection = await fill(
      name,
      ['m', 'c', 'x', 'a'].map(_id => ({ _id, kind: 'k', rank: 1 })),
    )
    await collection.where({ kind: 'k', rank: 1 }).update({ data: { rank: 2 }, multi: false })
    expect((await collection.doc('m').get()).data['rank']).toBe(2)
    await cloud.post({ action: 'database.removeDocument', collectionName: name, query: '{"kind":"k","rank":1}', multi: false })
    expect(await read(collection)).toEqual(['m', 'x', 'a'])
    const answer = await cloud.post({ action: 'database.modifyAndReturnDoc', collectionName: name, query: '{"kind":"k","rank":1}', data: '{"$set":{"rank":3}}' }) // prettier-ignore
    expect(answer).toMatchObject({ data: { updated: 1, doc: expect.stringContaining('"x"') as unknown } })
  })

  it('stand in a transaction where they were written, before its commit and after', async () => {
    const collection = await fill(name, [{ _id: 'm', kind: 'k', rank: 1 }])
    const transaction = await cloud.db.startTransaction()
    const inside = transaction.collection(name)
    await inside.add({ data: { _id: 'x', kind: 'k', rank: 1 } })
    await collection.add({ data: { _id: 'outside', kind: 'k', rank: 1 } })
    await inside.add({ data: { _id: 'c', kind: 'k', rank: 1 } })
    await inside.doc('m').update({ data: { n: 1 } })
    expect(await read(inside.where({ kind: 'k' }))).toEqual(['m', 'x', 'c'])
    expect(await read(inside.where({ kind: 'k' }).orderBy('rank', 'desc'))).toEqual(['m', 'x', 'c'])
    await inside.doc('x').remove()
    await inside.add({ data: { _id: 'x', kind: 'k', rank: 1 } })
    expect(await read(inside.where({ kind: 'k' }))).toEqual(['m', 'c', 'x'])
    await transaction.commit()
    expect(await read(collection.where({ kind: 'k' }))).toEqual(['m', 'outside', 'c', 'x'])
    expect(await read(collection)).toEqual(['m', 'outside', 'c', 'x'])
  })
})

it('places as far away as one another come as they were inserted', async () => {
  const spots = [{ name: 'spots', indexes: [{ name: 'at', keys: [{ field: 'at', order: '2dsphere' as const }] }] }]
  const one = await openTestDatabase({ collections: spots })
  const { Geo, command } = one.db
  for (const _id of ['m', 'c', 'x', 'a']) await one.db.collection('spots').add({ data: { _id, at: Geo.Point(_id === 'c' ? 121.001 : 121, 31) } }) // prettier-ignore
  const near = command.geoNear({ geometry: Geo.Point(121, 31), maxDistance: 1000, minDistance: 0 })
  expect(await read(one.db.collection('spots').where({ at: near }))).toEqual(['m', 'x', 'a', 'c'])
  const ring = Geo.Polygon([Geo.LineString([[120, 30], [122, 30], [122, 32], [120, 32], [120, 30]].map(([x = 0, y = 0]) => Geo.Point(x, y)))]) // prettier-ignore
  expect(await read(one.db.collection('spots').where({ at: command.geoWithin({ geometry: ring }) }))).toEqual(['m', 'c', 'x', 'a'])
  await one.close()
})

describe('the order of insertion', () => {
  const homes: string[] = []
  const home = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'order-'))
    homes.push(folder)
    return folder
  }
  afterAll(() => {
    for (const folder of homes) rmSync(folder, { recursive: true, force: true })
  })
  const things = [{ name: 'things', indexes: [{ name: 'kind', keys: [key('kind')] }] }]
  const opened = (folder: string) => openTestDatabase({ folder: join(folder, 'database'), collections: things })
  const inFolder = async (folder: string) => {
    const one = await opened(folder)
    const found = [await read(one.db.collection('things')), await read(one.db.collection('things').where({ kind: 'k' }))]
    await one.close({ keep: true })
    return found
  }
  const filled = async (...ids: string[]): Promise<string> => {
    const folder = home()
    const one = await opened(folder)
    for (const _id of ids) await one.db.collection('things').add({ data: { _id, kind: 'k' } })
    await one.close({ keep: true })
    return folder
  }

  it('outlives a restart, and goes on where it was', async () => {
    const folder = await filled('m', 'c', 'x')
    const again = await opened(folder)
    await again.db.collection('things').add({ data: { _id: 'a', kind: 'k' } })
    await again.close({ keep: true })
    expect(await inFolder(folder)).toEqual([['m', 'c', 'x', 'a'], ['m', 'c', 'x', 'a']]) // prettier-ignore
  })

  it('goes out into a file and comes in from one', async () => {
    const folder = await filled('m', 'c', 'x')
    const file = join(home(), 'things.json')
    const move = (verb: string, data: string, ...more: string[]) =>
      runTransfer([verb, '--data', data, '--collection', 'things', '--file', file, ...more])
    await move('export', folder)
    expect(readFileSync(file, 'utf8').trim().split('\n').map(line => (JSON.parse(line) as Fields)['_id'])).toEqual(['m', 'c', 'x']) // prettier-ignore
    const other = home()
    mkdirSync(join(other, 'database'))
    await move('import', other)
    expect(await inFolder(other)).toEqual([['m', 'c', 'x'], ['m', 'c', 'x']]) // prettier-ignore
    const some = await filled('b', 'x')
    await move('import', some, '--conflict', 'upsert')
    expect(await inFolder(some)).toEqual([['b', 'x', 'm', 'c'], ['b', 'x', 'm', 'c']]) // prettier-ignore
  })

  /** A folder as the local cloud wrote it before documents were numbered. */
  const unnumbered = async (count: number): Promise<string> => {
    const folder = home()
    const env = open({ path: join(folder, 'database'), noSubdir: false, maxDbs: 8 })
    const docs = env.openDB<string, Buffer>({ name: 'docs', keyEncoding: 'binary', encoding: 'string' })
    const entries = env.openDB<Buffer, Buffer>({ name: 'entries', keyEncoding: 'binary', encoding: 'binary' })
    const catalog = env.openDB<string, string>({ name: 'catalog', encoding: 'string' })
    const space = (number: number) => Buffer.from([0, 0, 0, number])
    env.transactionSync(() => {
      for (let n = 0; n < count; n++) {
        const id = encodeValue(`id-${String(n).padStart(5, '0')}`)
        docs.putSync(Buffer.concat([space(1), id]), JSON.stringify({ _id: `id-${String(n).padStart(5, '0')}`, kind: 'k', list: [n] }))
        entries.putSync(Buffer.concat([space(2), encodeValue('k'), id]), id)
      }
      const kind = { name: 'kind', keys: [key('kind')], unique: false, space: 2, arrays: [] }
      catalog.putSync('things', JSON.stringify({ space: 1, indexes: [kind] }))
    })
    await env.close()
    return folder
  }

  it('is that of the ids for a folder written before there was one, and of insertion from then on', async () => {
    const folder = await unnumbered(2500)
    const one = await opened(folder)
    const all = one.db.collection('things')
    await all.add({ data: { _id: 'a', kind: 'k' } })
    const ids = ['id-00000', 'id-00001', 'id-00002']
    expect(await read(all.limit(3))).toEqual(ids)
    expect(await read(all.where({ kind: 'k' }).limit(3))).toEqual(ids)
    expect(await read(all.where({ kind: 'k' }).skip(2499).limit(5))).toEqual(['id-02499', 'a'])
    expect((await all.where({ kind: 'k' }).count()).total).toBe(2501)
    await all.doc('id-00001').update({ data: { kind: 'l' } })
    await all.doc('id-00000').remove()
    await one.close({ keep: true })
    const again = await opened(folder)
    expect(await read(again.db.collection('things').where({ kind: 'k' }).limit(2))).toEqual(['id-00002', 'id-00003'])
    expect((await again.db.collection('things').where({ kind: 'k' }).count()).total).toBe(2499)
    await again.close()
  })

  it('is made by whichever opens such a folder first, an export too', async () => {
    const folder = await unnumbered(3)
    const file = join(home(), 'things.json')
    await runTransfer(['export', '--data', folder, '--collection', 'things', '--file', file])
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3)
    expect(await inFolder(folder)).toEqual([['id-00000', 'id-00001', 'id-00002'], ['id-00000', 'id-00001', 'id-00002']]) // prettier-ignore
  })
})
