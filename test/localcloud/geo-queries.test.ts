import { openTestDatabase, refusalOf, type TestDatabase } from './support/database'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({
    collections: [{ name: 'indexed', indexes: [{ name: 'by-at', keys: [{ field: 'at', order: '2dsphere' }] }] }],
  })
  await cloud.db.createCollection('plain')
})
afterAll(() => cloud.close())

const point = (longitude: number, latitude: number) => cloud.db.Geo.Point(longitude, latitude)
const line = (...points: readonly (readonly [number, number])[]) => cloud.db.Geo.LineString(points.map(([x, y]) => point(x, y)))
const polygon = (...rings: readonly (readonly (readonly [number, number])[])[]) => cloud.db.Geo.Polygon(rings.map(ring => line(...ring)))
const square = (west: number, south: number, size: number): readonly (readonly [number, number])[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south], // prettier-ignore
]

/** Both collections hold the same places and must find the same. */
const found = async (condition: unknown): Promise<string[]> => {
  const ids = async (name: string) => (await cloud.db.collection(name).where({ at: condition }).get()).data.map(doc => String(doc['_id']))
  const [indexed, plain] = [await ids('indexed'), await ids('plain')]
  expect([...indexed].sort()).toEqual([...plain].sort())
  return indexed
}

beforeAll(async () => {
  const places: Readonly<Record<string, unknown>> = {
    bund: point(121.4905, 31.2417),
    people: point(121.4737, 31.2304),
    pudong: point(121.8083, 31.1443),
    middle: point(60, 50.5),
    road: line([121.47, 31.23], [121.5, 31.24]),
    district: polygon(square(121.4, 31.2, 0.1)),
    ringed: polygon(square(100, 30, 10), square(103, 33, 4)),
  }
  for (const [_id, at] of Object.entries(places)) {
    await cloud.db.collection('indexed').add({ data: { _id, at } })
    await cloud.db.collection('plain').add({ data: { _id, at } })
  }
})

it('finds what is near, to the metre, and not nearer than asked', async () => {
  const { geoNear } = cloud.db.command
  // 2,036 m on a sphere with MongoDB's radius.
  const near = (minDistance: number, maxDistance: number) =>
    found(geoNear({ geometry: point(121.4737, 31.2304), minDistance, maxDistance }))
  const exact = 6378100 * Math.acos(Math.sin((31.2304 * Math.PI) / 180) * Math.sin((31.2417 * Math.PI) / 180) + Math.cos((31.2304 * Math.PI) / 180) * Math.cos((31.2417 * Math.PI) / 180) * Math.cos((0.0168 * Math.PI) / 180)) // prettier-ignore
  expect(await near(0, Math.ceil(exact))).toEqual(['people', 'bund'])
  expect(await near(0, Math.floor(exact))).toEqual(['people'])
  expect(await near(Math.floor(exact), Math.ceil(exact))).toEqual(['bund'])
})

it('finds what lies wholly in an area, holes left out', async () => {
  const { geoWithin } = cloud.db.command
  expect((await found(geoWithin({ geometry: polygon(square(121.3, 31.1, 0.3)) }))).sort()).toEqual(['bund', 'district', 'people', 'road'])
  expect((await found(geoWithin({ geometry: polygon(square(121.3, 31.1, 0.3), square(121.45, 31.21, 0.03)) }))).sort()).toEqual(['bund'])
  const circle = cloud.db.command.geoWithin({ centerSphere: [point(121.4737, 31.2304), 3000 / 6378100] })
  expect((await found(circle)).sort()).toEqual(['bund', 'people', 'road'])
})

it('takes the sides of an area for great circles, as the cloud does', async () => {
  const { geoWithin } = cloud.db.command
  // Between two corners on the 50th parallel, 120 degrees apart, the shortest way runs far to the north: 50.5° lies outside.
  const wide = polygon([[0, 50], [120, 50], [120, 85], [0, 85], [0, 50]]) // prettier-ignore
  expect(await found(geoWithin({ geometry: wide }))).toEqual([])
  const below = polygon([[0, 30], [120, 30], [120, 50], [0, 50], [0, 30]]) // prettier-ignore
  expect(await found(geoWithin({ geometry: below }))).toContain('middle')
})

it('finds what touches a geometry', async () => {
  const { geoIntersects } = cloud.db.command
  expect((await found(geoIntersects({ geometry: point(121.45, 31.25) }))).sort()).toEqual(['district'])
  expect(await found(geoIntersects({ geometry: point(105, 35) }))).toEqual([])
  expect(await found(geoIntersects({ geometry: point(101, 31) }))).toEqual(['ringed'])
  expect((await found(geoIntersects({ geometry: line([121.485, 31.2], [121.485, 31.3]) }))).sort()).toEqual(['district', 'road'])
  expect((await found(geoIntersects({ geometry: point(121.4905, 31.2417) }))).sort()).toEqual(['bund', 'district'])
})

it('gives geometries back as the SDK made them', async () => {
  const { data } = await cloud.db.collection('plain').doc('ringed').get()
  expect(data['at']).toEqual(polygon(square(100, 30, 10), square(103, 33, 4)))
})

it('refuses what is no place where a geo index wants one', async () => {
  expect((await refusalOf(cloud.db.collection('indexed').add({ data: { at: 'Shanghai' } }))).message).toContain('geo keys')
  expect((await refusalOf(cloud.db.collection('indexed').add({ data: { at: { type: 'Nonsense', coordinates: [1, 2] } } }))).message).toContain('geo keys') // prettier-ignore
  expect(await cloud.db.collection('indexed').add({ data: { _id: 'nowhere', at: null } })).toMatchObject({ _id: 'nowhere' })
})
