import { NOON, openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({
    collections: [
      {
        name: 'visits',
        indexes: [
          { name: 'by-branch', keys: [{ field: 'branch', order: 1 }, { field: 'at', order: -1 }] }, // prettier-ignore
          { name: 'by-state', keys: [{ field: 'state', order: 1 }] },
          { name: 'by-claimant', keys: [{ field: 'claims.by', order: 1 }, { field: 'at', order: 1 }] }, // prettier-ignore
        ],
      },
      {
        name: 'accounts',
        indexes: [
          { name: 'one-openid', keys: [{ field: 'openid', order: 1 }], unique: true },
          { name: 'one-phone-per-org', keys: [{ field: 'org', order: 1 }, { field: 'phones', order: 1 }], unique: true }, // prettier-ignore
        ],
      },
      { name: 'places', indexes: [{ name: 'by-place', keys: [{ field: 'kind', order: 1 }, { field: 'at', order: '2dsphere' }] }] }, // prettier-ignore
    ],
  })
  const rows = Array.from({ length: 60 }, (_, i) => ({
    _id: `v${String(i).padStart(2, '0')}`,
    branch: `b${i % 3}`,
    at: NOON + (i % 20) * 1000,
    state: i % 10 === 0 ? 'open' : 'done',
    claims: i % 2 === 0 ? [{ by: `p${i % 4}`, n: i }, { by: 'all', n: 1 }] : [], // prettier-ignore
  }))
  await cloud.post({ action: 'database.insertDocument', collectionName: 'visits', data: rows.map(row => JSON.stringify(row)) })
})
afterAll(() => cloud.close())

const visits = () => cloud.db.collection('visits')
const refused = async (call: Promise<unknown>) => {
  const { errCode, code, message } = await refusalOf(call)
  expect([errCode, code]).toContain(errCode === -1 ? 'DATABASE_REQUEST_FAILED' : -502001)
  return message
}
const ids = (found: { data: Fields[] }) => found.data.map(doc => doc['_id'])

describe('a query that an index serves', () => {
  it('finds by the first field, ordered by the next, from where the last page ended', async () => {
    const _ = cloud.db.command
    const first = await visits().where({ branch: 'b1' }).orderBy('at', 'desc').orderBy('_id', 'asc').limit(4).get()
    expect(ids(first)).toEqual(['v19', 'v58', 'v37', 'v16'])
    const { at, _id } = first.data[3] ?? {}
    const behind = _.or([{ at: _.lt(at) }, { at, _id: _.gt(_id) }])
    const next = await visits()
      .where(_.and([{ branch: 'b1' }, behind]))
      .orderBy('at', 'desc')
      .orderBy('_id', 'asc')
      .limit(3)
      .get()
    expect(ids(next)).toEqual(['v55', 'v34', 'v13'])
  })

  it('merges several first values into one order', async () => {
    const found = await visits()
      .where({ branch: cloud.db.command.in(['b2', 'b0']) })
      .orderBy('at', 'desc')
      .limit(5)
      .get()
    expect(found.data.map(doc => doc['at'])).toEqual([19, 19, 18, 18, 17].map(second => NOON + second * 1000))
  })

  it('walks an index backwards', async () => {
    const found = await visits().where({ branch: 'b0' }).orderBy('at', 'asc').limit(3).get()
    expect(found.data.map(doc => doc['at'])).toEqual([NOON, NOON + 1000, NOON + 2000])
  })

  it('bounds a range on both sides', async () => {
    const _ = cloud.db.command
    const query = { branch: 'b0', at: _.and([_.gte(NOON + 3000), _.lt(NOON + 6000)]) }
    expect((await visits().where(query).count()).total).toBe(3)
  })

  it('finds what an array holds, each document once', async () => {
    const found = await visits()
      .where({ 'claims.by': cloud.db.command.in(['p0', 'all']) })
      .orderBy('at', 'asc')
      .limit(100)
      .get()
    expect(found.data).toHaveLength(30)
    expect(new Set(ids(found)).size).toBe(30)
    const { elemMatch } = cloud.db.command
    expect(
      (
        await visits()
          .where({ claims: elemMatch({ by: 'p2', n: 6 }) })
          .get()
      ).data,
    ).toHaveLength(1)
  })

  it('takes alternatives when each of them has its index', async () => {
    const _ = cloud.db.command
    expect(
      (
        await visits()
          .where(_.or([{ state: 'open' }, { branch: 'b1', at: NOON + 1000 }]))
          .count()
      ).total,
    ).toBe(7)
    expect(
      await refused(
        visits()
          .where(_.or([{ state: 'open' }, { at: NOON }]))
          .count(),
      ),
    ).toContain('visits')
  })

  it('sorts in memory what an equality bounds', async () => {
    const found = await visits().where({ state: 'open' }).orderBy('branch', 'desc').orderBy('_id', 'asc').get()
    expect(ids(found)).toEqual(['v20', 'v50', 'v10', 'v40', 'v00', 'v30'])
  })

  it('lists everything by id, page by page', async () => {
    const _ = cloud.db.command
    expect(ids(await visits().orderBy('_id', 'desc').limit(2).get())).toEqual(['v59', 'v58'])
    expect(
      ids(
        await visits()
          .where({ _id: _.gt('v57') })
          .orderBy('_id', 'asc')
          .limit(5)
          .get(),
      ),
    ).toEqual(['v58', 'v59'])
    expect(ids(await visits().where({}).limit(2).get())).toEqual(['v00', 'v01'])
  })

  it('follows every change of a document', async () => {
    const _ = cloud.db.command
    await visits().add({ data: { _id: 'moving', branch: 'old', claims: [{ by: 'm' }] } })
    await visits()
      .doc('moving')
      .update({ data: { branch: 'new', claims: _.push([{ by: 'n' }]) } })
    expect(ids(await visits().where({ branch: 'old' }).get())).toEqual([])
    expect(ids(await visits().where({ branch: 'new' }).get())).toEqual(['moving'])
    expect(ids(await visits().where({ 'claims.by': 'n' }).get())).toEqual(['moving'])
    await visits()
      .doc('moving')
      .update({ data: { claims: _.pull({ by: 'n' }) } })
    expect(ids(await visits().where({ 'claims.by': 'n' }).get())).toEqual([])
    await visits().doc('moving').remove()
    expect(ids(await visits().where({ branch: 'new' }).get())).toEqual([])
  })

  it('finds what is missing as null', async () => {
    await visits().add({ data: { _id: 'bare' } })
    expect(ids(await visits().where({ branch: null }).get())).toEqual(['bare'])
    expect(
      ids(
        await visits()
          .where({ branch: cloud.db.command.exists(false) })
          .get(),
      ),
    ).toEqual(['bare'])
    await visits().doc('bare').remove()
  })
})

describe('a query that no index serves', () => {
  it('is refused, naming the collection, the fields and the index it needs', async () => {
    const _ = cloud.db.command
    const message = await refused(
      visits()
        .where({ note: 'x', size: _.gt(3) })
        .orderBy('made', 'desc')
        .get(),
    )
    expect(message).toContain('collection visits by note, size ordered by made -1')
    expect(message).toContain('{ note: 1, made: -1, size: 1 }')
  })

  it('is refused whatever it is asked for', async () => {
    const _ = cloud.db.command
    await refused(visits().where({ at: NOON }).get())
    await refused(visits().where({ at: NOON }).count())
    await refused(
      visits()
        .where({ at: NOON })
        .update({ data: { x: 1 } }),
    )
    await refused(visits().where({ at: NOON }).remove())
    await refused(
      visits()
        .where({})
        .update({ data: { x: 1 } }),
    )
    await refused(
      visits()
        .where({ branch: _.neq('b1') })
        .get(),
    )
    await refused(visits().orderBy('at', 'desc').get())
    await refused(
      visits()
        .where({ branch: _.gt('a') })
        .orderBy('state', 'asc')
        .get(),
    )
    await refused(visits().aggregate().match({ at: NOON }).end())
    await refused(visits().aggregate().group({ _id: '$branch' }).end())
    await refused(
      visits().aggregate().match({ branch: 'b1' }).lookup({ from: 'visits', localField: 'at', foreignField: 'at', as: 'same' }).end(),
    )
  })

  it('is free in a collection made ad hoc', async () => {
    await cloud.db.createCollection('scratch')
    await cloud.db.collection('scratch').add({ data: { a: 1 } })
    expect((await cloud.db.collection('scratch').where({ a: 1 }).orderBy('b', 'asc').get()).data).toHaveLength(1)
  })
})

describe('a unique index', () => {
  const accounts = () => cloud.db.collection('accounts')

  it('lets one document in and refuses the next with E11000, also under haste', async () => {
    const adding = Array.from({ length: 20 }, (_, i) => accounts().add({ data: { openid: 'o-1', org: i, phones: [`p${i}`] } }))
    const outcomes = await Promise.allSettled(adding)
    expect(outcomes.filter(outcome => outcome.status === 'fulfilled')).toHaveLength(1)
    const refusal = await refusalOf(accounts().add({ data: { openid: 'o-1' } }))
    expect(refusal.errCode).toBe(-502001)
    expect(refusal.message).toMatch(/E11000 duplicate key error .*index: one-openid dup key: \{ openid: \\*"o-1\\*" \}/)
  })

  it('counts a missing field as null', async () => {
    await accounts().add({ data: { org: 'x', phones: ['n1'] } })
    expect((await refusalOf(accounts().add({ data: { org: 'y', phones: ['n2'] } }))).message).toContain('E11000')
  })

  it('spans several fields and every element of an array', async () => {
    await accounts().add({ data: { openid: 'u1', org: 'a', phones: ['1', '2'] } })
    await accounts().add({ data: { openid: 'u2', org: 'b', phones: ['1'] } })
    expect((await refusalOf(accounts().add({ data: { openid: 'u3', org: 'a', phones: ['3', '2'] } }))).message).toContain(
      'one-phone-per-org',
    )
  })

  it('refuses an update into a taken place, and frees a place that is left', async () => {
    await accounts().add({ data: { _id: 'k1', openid: 'k1', org: 'k1' } })
    await accounts().add({ data: { _id: 'k2', openid: 'k2', org: 'k2' } })
    expect(
      (
        await refusalOf(
          accounts()
            .doc('k2')
            .update({ data: { openid: 'k1' } }),
        )
      ).message,
    ).toContain('E11000')
    await accounts()
      .doc('k1')
      .update({ data: { openid: 'free' } })
    expect(
      (
        await accounts()
          .doc('k2')
          .update({ data: { openid: 'k1' } })
      ).stats.updated,
    ).toBe(1)
    await accounts().doc('k2').remove()
    await accounts().add({ data: { openid: 'k1', org: 'again' } })
  })

  it('tells long values apart that differ only at their end', async () => {
    const long = '长'.repeat(600)
    await accounts().add({ data: { openid: `${long}1`, org: 'l1' } })
    await accounts().add({ data: { openid: `${long}2`, org: 'l2' } })
    expect((await refusalOf(accounts().add({ data: { openid: `${long}1`, org: 'l3' } }))).message).toContain('E11000')
    expect(
      (
        await accounts()
          .where({ openid: `${long}2` })
          .get()
      ).data,
    ).toHaveLength(1)
  })
})

describe('a geo index', () => {
  it('serves what is near, nearest first, and refuses a search by place without it', async () => {
    const _ = cloud.db.command
    const places = cloud.db.collection('places')
    for (let i = 0; i < 50; i++) await places.add({ data: { _id: i, kind: 'post', at: cloud.db.Geo.Point(121 + i / 100, 31) } })
    const near = _.geoNear({ geometry: cloud.db.Geo.Point(121.201, 31), maxDistance: 1500, minDistance: 0 })
    expect(ids(await places.where({ kind: 'post', at: near }).get())).toEqual([20, 21, 19])
    await refused(places.where({ at: near }).get())
  })
})

it('indexes follow their declaration when the folder is opened again', async () => {
  const one = await openTestDatabase({ collections: [{ name: 'things' }] })
  await one.db.collection('things').add({ data: { _id: 'x', kind: 'k' } })
  await refused(one.db.collection('things').where({ kind: 'k' }).get())
  const { folder } = one
  await one.close({ keep: true })
  const again = await openTestDatabase({
    folder,
    collections: [{ name: 'things', indexes: [{ name: 'by-kind', keys: [{ field: 'kind', order: 1 }] }] }],
  })
  expect(ids(await again.db.collection('things').where({ kind: 'k' }).get())).toEqual(['x'])
  await again.close()
})
