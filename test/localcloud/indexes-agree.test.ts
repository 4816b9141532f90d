import fc from 'fast-check'
import { openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

/**
 * The same documents in a collection with many indexes and in one without any: whatever is asked, both must answer the same, for an index
 * only finds candidates.
 */
let cloud: TestDatabase
beforeAll(async () => {
  const key = (field: string, order: 1 | -1 = 1) => ({ field, order })
  cloud = await openTestDatabase({
    collections: [
      {
        name: 'indexed',
        indexes: [
          { name: 'a', keys: [key('a')] },
          { name: 'b-down-a', keys: [key('b', -1), key('a')] },
          { name: 'a-c-down', keys: [key('a'), key('c', -1)] },
          { name: 'list', keys: [key('list')] },
          { name: 'items', keys: [key('items.x'), key('items.y', -1)] },
          { name: 'deep-a', keys: [key('o.p'), key('a', -1)] },
          { name: 'c-id', keys: [key('c'), key('_id', -1)] },
        ],
      },
    ],
  })
  await cloud.db.createCollection('plain')
})
afterAll(() => cloud.close())

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'a\u0000b', 'b', '中'),
  fc.constantFrom(null, true, false, 1.5),
  fc.constantFrom({ p: 1, q: 2 }, { q: 2, p: 1 }, { p: null }, {}),
)
const item = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] })
const document = fc.record(
  {
    a: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })),
    b: scalar,
    c: scalar,
    list: fc.oneof(fc.array(scalar, { maxLength: 3 }), scalar),
    items: fc.oneof(fc.array(fc.oneof(item, scalar), { maxLength: 3 }), item),
    o: fc.oneof(fc.record({ p: scalar }), scalar),
  },
  { requiredKeys: [] },
)
const field = fc.constantFrom('a', 'b', 'c', 'list', 'items.x', 'items.y', 'o.p')
const comparison = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }).map($in => ({ $in })),
  fc.record({ $gt: scalar, $gte: scalar, $lt: scalar, $lte: scalar }, { requiredKeys: [] }).filter(range => Object.keys(range).length > 0),
  fc.boolean().map($exists => ({ $exists })),
  fc.constantFrom({ $regex: '^a' }, { $regex: '^ab*' }, { $regex: '^A', $options: 'i' }, { $regex: '^ a', $options: 'x' }, { $regex: { $regularExpression: { pattern: '^ a b', options: '' } }, $options: 'x' }, { $ne: 1 }, { $all: ['a', 'ab'] }, { $elemMatch: { $gt: 0 } }, { $not: { $gt: 1 } }, { $type: 'object' }, { $size: 1 }), // prettier-ignore
)
const clause = fc.tuple(field, comparison).map(([name, condition]): Fields => ({ [name]: condition }))
const inItems = fc.tuple(scalar, scalar).map(([x, y]): Fields => ({ items: { $elemMatch: { x, y: { $gte: y } } } }))
const query = fc.oneof(
  clause,
  inItems,
  fc.tuple(clause, clause).map(([one, other]): Fields => ({ ...one, ...other })),
  fc.tuple(clause, clause, clause).map(([one, two, three]): Fields => ({ $and: [one, { $or: [two, three] }] })),
  fc.tuple(clause, clause).map(([one, other]): Fields => ({ $or: [one, other] })),
)
const order = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'o.p', 'list', 'items.x', 'items.y'), fc.constantFrom(1, -1)), {
  maxLength: 2,
  selector: ([name]) => name,
})

const ask = (collectionName: string, body: Fields) =>
  cloud.post({ action: 'database.getDocument', queryType: 'WHERE', collectionName, limit: 1000, ...body })

const texts = (answer: Record<string, unknown>): string[] => {
  const data: unknown = answer['data']
  const list: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'list') : undefined
  if (!Array.isArray(list)) throw new Error(JSON.stringify(answer))
  return list.map(String)
}

it('an index never changes an answer, nor its order', async () => {
  let served = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(query, order, fc.constantFrom(undefined, undefined, 1, -1)), { minLength: 8, maxLength: 8 }),
      async (docs, asked) => {
        const data = docs.map((doc, i) => JSON.stringify({ _id: (i * 7) % 12, ...doc }))
        for (const collectionName of ['indexed', 'plain']) {
          await cloud.post({ action: 'database.removeDocument', collectionName, query: '{"_id":{"$gte":0}}', multi: true })
          const { code, message } = await cloud.post({ action: 'database.insertDocument', collectionName, data })
          if (code !== undefined) throw new Error(String(message))
        }
        for (const [wanted, sort, endsInId] of asked) {
          // What is equal in the order comes as it was inserted, or by the _id where that is asked for.
          const order = JSON.stringify({ ...Object.fromEntries(sort), ...(endsInId === undefined ? {} : { _id: endsInId }) })
          const body = { query: JSON.stringify(wanted), order }
          const answer = await ask('indexed', body)
          if (answer['code'] !== undefined) continue
          served++
          expect({ wanted, order, list: texts(answer) }).toEqual({ wanted, order, list: texts(await ask('plain', body)) })
        }
      },
    ),
    { numRuns: 40 },
  )
  expect(served).toBeGreaterThan(100)
}, 120_000)

it('refuses two lists in one index, which has no place for their product', async () => {
  const both = await openTestDatabase({
    collections: [{ name: 'pairs', indexes: [{ name: 'two', keys: [{ field: 'l', order: 1 }, { field: 'm', order: 1 }] }] }], // prettier-ignore
  })
  expect((await refusalOf(both.db.collection('pairs').add({ data: { l: [1], m: [1] } }))).message).toContain('parallel arrays')
  await both.db.collection('pairs').add({ data: { l: [1], m: 1 } })
  await both.close()
})
