import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { open } from 'lmdb'
import { openTestDatabase, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

/** The same places with a geo index and without one: whatever is asked, both must answer the same. */
const collections = [{ name: 'indexed', indexes: [{ name: 'by-kind-at', keys: [{ field: 'kind', order: 1 as const }, { field: 'at', order: '2dsphere' as const }] }] }] // prettier-ignore
let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({ collections })
  await cloud.db.createCollection('plain')
})
afterAll(() => cloud.close())

/** Longitude and latitude: in one street, in one town, anywhere, at the date line and at the poles. */
const around = (longitude: number, latitude: number, spread: number) => {
  const by = fc.integer({ min: -spread * 1e5, max: spread * 1e5 })
  return fc.tuple(by, by).map(([x, y]): readonly [number, number] => [longitude + x / 1e5, latitude + y / 1e5])
}
const position = fc.oneof(
  around(121.47, 31.23, 0.002),
  around(121.47, 31.23, 0.2),
  around(0, 0, 85),
  fc.constantFrom<readonly [number, number]>([179.999, 10], [-179.999, 10], [0, 89.99], [180, -90], [-180, 0]),
)
const place = (at: readonly [number, number]) => ({ type: 'Point', coordinates: at })
const metres = fc.constantFrom(0, 10, 300, 2000, 40_000, 1_000_000, 15_000_000)

const send = (collectionName: string, body: Fields) => cloud.post({ collectionName, queryType: 'WHERE', ...body })
const idsOf = (answer: Record<string, unknown>): unknown[] => {
  const data: unknown = answer['data']
  const list: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'list') : undefined
  if (!Array.isArray(list)) throw new Error(JSON.stringify(answer))
  return list.map(text => (JSON.parse(String(text)) as Fields)['_id'])
}

it('a geo index never changes an answer, nor the order of the nearest, however few are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(position, { minLength: 1, maxLength: 40 }),
      fc.array(fc.tuple(position, metres, fc.option(metres), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 6,
        maxLength: 6,
      }),
      async (positions, asked) => {
        const data = positions.map((at, i) => JSON.stringify({ _id: (i * 7) % 41, kind: 'k', at: place(at) }))
        for (const name of ['indexed', 'plain']) {
          await send(name, { action: 'database.removeDocument', query: '{"_id":{"$gte":0}}', multi: true })
          await send(name, { action: 'database.insertDocument', data })
        }
        for (const [center, $minDistance, $maxDistance, limit, offset] of asked) {
          const $geometry = place(center)
          const near = { $geometry, $minDistance, ...($maxDistance === null ? {} : { $maxDistance }) }
          const within = { $centerSphere: [center, ($maxDistance ?? 1_000_000) / 6378100] }
          const queries = [
            { query: { kind: 'k', at: { $nearSphere: near } }, limit, offset },
            { query: { kind: 'k', at: { $nearSphere: near } }, limit: 1000 },
            { query: { kind: 'k', at: { $geoWithin: within } }, limit: 5 },
          ]
          for (const { query, ...rest } of queries) {
            const body = { action: 'database.getDocument', query: JSON.stringify(query), ...rest }
            expect({ query, found: idsOf(await send('indexed', body)) }).toEqual({ query, found: idsOf(await send('plain', body)) })
          }
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

it('looks at about as many documents for the ten nearest in a crowded town as in a village', async () => {
  const examined = async (count: number): Promise<number> => {
    const data = Array.from(
      { length: count },
      (_none, n) =>
      JSON.stringify({ _id: `${count}-${n}`, kind: `crowd-${count}`, at: place([121 + ((n * Math.SQRT2) % 1) * 0.2, 31 + ((n * Math.sqrt(3)) % 1) * 0.2]) }), // prettier-ignore
    )
    await send('indexed', { action: 'database.insertDocument', data })
    cloud.operations.length = 0
    const near = cloud.db.command.geoNear({ geometry: cloud.db.Geo.Point(121.1, 31.1), minDistance: 0, maxDistance: 20_000 })
    const found = await cloud.db
      .collection('indexed')
      .where({ kind: `crowd-${count}`, at: near })
      .limit(10)
      .get()
    expect(found.data).toHaveLength(10)
    return cloud.operations[0]?.examined ?? NaN
  }
  const [village, town] = [await examined(200), await examined(4000)]
  expect(town).toBeLessThan(150)
  expect(village).toBeLessThan(150)
})

it('a pipeline that takes the nearest few looks at no more either', async () => {
  cloud.operations.length = 0
  const { list } = await cloud.db
    .collection('indexed')
    .aggregate()
    .geoNear({ near: cloud.db.Geo.Point(121.1, 31.1), distanceField: 'away', spherical: true, query: { kind: 'crowd-4000' } })
    .limit(5)
    .end()
  expect(list).toHaveLength(5)
  const away = list.map(doc => Number(doc['away']))
  expect(away).toEqual([...away].sort((a, b) => a - b))
  expect(cloud.operations[0]?.examined).toBeLessThan(150)
})

it('an index that counts places in another way is built again at the next start', async () => {
  const first = await openTestDatabase({ collections })
  await first.db.collection('indexed').add({ data: { _id: 'here', kind: 'k', at: first.db.Geo.Point(121.47, 31.23) } })
  await first.close({ keep: true })
  const env = open({ path: first.folder, noSubdir: false, maxDbs: 8 })
  const catalog = env.openDB<string, string>({ name: 'catalog', encoding: 'string' })
  const saved = catalog.get('indexed') ?? ''
  expect(saved).toContain('"grid":2')
  await catalog.put('indexed', saved.replace(',"grid":2', ''))
  await env.openDB({ name: 'entries', keyEncoding: 'binary', encoding: 'binary' }).clearAsync()
  await env.close()
  const again = await openTestDatabase({ folder: first.folder, collections })
  const near = again.db.command.geoNear({ geometry: again.db.Geo.Point(121.47, 31.23), minDistance: 0, maxDistance: 100 })
  expect((await again.db.collection('indexed').where({ kind: 'k', at: near }).get()).data).toHaveLength(1)
  await again.close({ keep: true })
  await rm(first.folder, { recursive: true })
})
