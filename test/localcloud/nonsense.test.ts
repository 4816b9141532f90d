import fc from 'fast-check'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import { openTestDatabase, type TestDatabase } from './support/database'

let cloud: TestDatabase
beforeAll(async () => {
  cloud = await openTestDatabase({
    lockWait: 20,
    collections: [{ name: 'kept', indexes: [{ name: 'by-a', keys: [{ field: 'a', order: 1 }] }, { name: 'by-at', keys: [{ field: 'at', order: '2dsphere' }] }] }], // prettier-ignore
  })
  for (const name of ['free', 'own']) await cloud.db.createCollection(name)
  await restore()
  await cloud.post({ action: 'database.insertDocument', collectionName: 'own', data: ['{"_id":2}', '{"_id":"grows","a":1}'] })
})
afterAll(() => cloud.close())

/** Both collections as they were: nonsense may well have emptied them. */
const restore = async () => {
  const data = [{ _id: 1, a: 1, l: [1, { n: 1 }], o: { p: 1 } }, { _id: 'x', a: null, l: [], t: '党日' }, { _id: 2, at: { type: 'Point', coordinates: [1, 2] } }] // prettier-ignore
  for (const collectionName of ['kept', 'free']) {
    await cloud.post({ action: 'database.removeDocument', collectionName, query: '{"_id":{"$exists":true}}', multi: true })
    await cloud.post({ action: 'database.removeDocument', collectionName, query: '{"_id":{"$in":[1,"x",2]}}', multi: true })
    expect(await cloud.post({ action: 'database.insertDocument', collectionName, data: data.map(doc => JSON.stringify(doc)) })).not.toHaveProperty('code') // prettier-ignore
  }
}

const operators = [
  '$eq $ne $gt $gte $lt $lte $in $nin $and $or $nor $not $exists $type $mod $regex $options $size $all $elemMatch $expr $jsonSchema $text $where',
  '$bitsAllSet $bitsAnyClear $geoWithin $geoIntersects $nearSphere $geometry $centerSphere $maxDistance $minDistance',
  '$set $unset $inc $mul $min $max $push $addToSet $pull $pullAll $pop $bit $rename $currentDate $setOnInsert $each $position $slice $sort',
  '$numberInt $numberLong $numberDouble $date $oid $regularExpression $tcb_server_date $binary $undefined $literal',
]
const words = [
  ...operators.join(' ').split(' '),
  ...Object.keys(expressions),
  ...Object.keys(accumulators),
  ...'a b l o at _id a.b l.0 l.$ l.$[] l.n o.p $a $l $o.p $$ROOT $$NOW $$this __proto__ constructor toString'.split(' '),
  ...'input as in cond vars initialValue branches case then default if else date format timezone dateString type coordinates pattern options'.split(' '), // prettier-ignore
  ...'from localField foreignField pipeline let newRoot groupBy boundaries buckets output granularity path near distanceField query size coll'.split(' '), // prettier-ignore
  '',
]
const stages =
  'match project addFields set unset group sort skip limit unwind count lookup graphLookup unionWith facet bucket bucketAuto sortByCount replaceRoot replaceWith sample redact geoNear out merge setWindowFields densify fill nonsense'.split(' ') // prettier-ignore
const word = fc.constantFrom(...words)
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 0, 1, -1, 2.5, 1e308, 'free', 'kept', '2026-11-21', '%Y-%m', 'Point', [1, 2], {}),
    word,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 3 }),
  ),
}))
const ejson = fc.oneof({ weight: 9, arbitrary: value.map(one => JSON.stringify(one)) }, { weight: 1, arbitrary: fc.jsonValue() })
const mostly = (usual: readonly unknown[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.jsonValue() })
const body = fc.record(
  {
    action: mostly(['getDocument', 'calculateDocument', 'modifyDocument', 'removeDocument', 'modifyAndReturnDoc', 'aggregateDocuments', 'insertDocument'].map(name => `database.${name}`)), // prettier-ignore
    collectionName: mostly(['kept', 'free']),
    queryType: mostly(['WHERE', 'DOC']),
    query: ejson,
    data: fc.oneof(ejson, fc.array(ejson, { maxLength: 2 })),
    order: ejson,
    projection: ejson,
    limit: mostly([1, 100]),
    offset: mostly([0, 1]),
    multi: mostly([true, false]),
    merge: mostly([true, false]),
    upsert: mostly([true, false]),
    stages: fc.array(fc.record({ stageKey: fc.constantFrom(...stages.map(name => `$${name}`)), stageValue: ejson }), { maxLength: 3 }),
    transactionId: mostly(['none']),
  },
  { requiredKeys: ['action', 'collectionName'] },
)

const send = (text: string): Promise<unknown> => cloud.send(text)

/** `NONSENSE_RUNS=100000` for a long look. */
const RUNS = Number(process.env['NONSENSE_RUNS'] ?? 300)

/** What JavaScript says of a case the code did not think of. */
const ACCIDENT =
  /Cannot (read|convert|set|destructure)|is not (a function|iterable|defined|an object)|Maximum call stack|Invalid (array|string) length/

it('whatever is asked, the answer is the platform’s, never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(body, async ({ transactionId, ...asked }) => {
      // An id of a transaction ends every request; few have one.
      const sent = asked.limit === undefined ? { ...asked, transactionId } : asked
      const answer = await send(JSON.stringify(sent))
      expect(answer).not.toHaveProperty('code', 'SYS_ERR')
      expect(JSON.stringify(answer)).not.toMatch(ACCIDENT)
      if (!/get|calculate|aggregate/.test(JSON.stringify(asked.action))) await restore()
    }),
    { numRuns: RUNS },
  )
  expect((await cloud.db.collection('free').count()).total).toBe(3)
}, 600_000)

describe('what is nested 50,000 levels deep', () => {
  const LEVELS = 50_000
  const nested = (open: string, inside: string, close: string) => open.repeat(LEVELS) + inside + close.repeat(LEVELS)
  const texts: readonly (readonly [what: string, text: string])[] = [
    ['arrays', nested('[', '', ']')],
    ['objects', nested('{"a":', '1', '}')],
    ['$or', nested('{"$or":[', '{"a":1}', ']}')],
    ['$not', `{"a":${nested('{"$not":', '{"$gt":1}', '}')}}`],
    ['server dates', nested('{"$tcb_server_date":{"offset":', '1', '}}')],
  ]
  it.each(texts)('is refused wherever it stands: %s', async (_what, text) => {
    const inside = { collectionName: 'free', query: `{"a":${text}}`, data: `{"$set":{"a":${text}}}` }
    const requests = [
      { action: 'database.insertDocument', collectionName: 'free', data: [`{"a":${text}}`] },
      { action: 'database.getDocument', collectionName: 'free', query: text },
      { ...inside, action: 'database.getDocument' },
      { ...inside, action: 'database.modifyDocument', query: '{}', multi: true },
      { action: 'database.aggregateDocuments', collectionName: 'free', stages: [{ stageKey: '$match', stageValue: text }] },
      { action: 'database.aggregateDocuments', collectionName: 'free', stages: [{ stageKey: '$project', stageValue: `{"a":${text}}` }] },
    ]
    for (const request of requests) expect(await send(JSON.stringify(request))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(await send(`{"action":"nonsense","deep":${text}}`)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('is refused as a path, and as a document that grows step by step', async () => {
    const update = (data: string) => ({ action: 'database.modifyDocument', collectionName: 'own', query: '{"_id":2}', data })
    const path = Array.from({ length: LEVELS }, () => 'a').join('.')
    expect(await send(JSON.stringify(update(`{"$set":{"${path}":1}}`)))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    const grown = Array.from({ length: 150 }, () => 'a').join('.')
    const value = '{"a":'.repeat(100) + '1' + '}'.repeat(100)
    const grow = { ...update(`{"$set":{"b.${grown}":${value}}}`), query: '{"_id":"grows"}' }
    expect(await send(JSON.stringify(grow))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    const wrap = {
      stageKey: '$project',
      stageValue: JSON.stringify({ a: Array.from({ length: 90 }).reduce(inner => ({ a: inner }), '$$ROOT') }),
    }
    const stages = Array.from({ length: 500 }, () => wrap)
    expect(await send(JSON.stringify({ action: 'database.aggregateDocuments', collectionName: 'own', stages }))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' }) // prettier-ignore
  })
})

it('a body of 40 MB, and one that is no JSON, are refused', async () => {
  expect(await send('x'.repeat(40 * 1024 * 1024))).toMatchObject({ code: 'INVALID_PARAM' })
  for (const text of ['', 'null', '[]', '"text"', '{', '\u0000']) expect(await send(text)).toMatchObject({ code: 'INVALID_PARAM' })
})

it('what would fill the memory is refused', async () => {
  const compute = (expression: object) =>
    send(JSON.stringify({ action: 'database.aggregateDocuments', collectionName: 'own', stages: [{ stageKey: '$project', stageValue: JSON.stringify({ x: expression }) }] })) // prettier-ignore
  expect(await compute({ $range: [0, 1e12] })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  const twice = (operator: string) => ({ $reduce: { input: { $range: [0, 60] }, initialValue: operator === '$concat' ? 'x' : [1], in: { [operator]: ['$$value', '$$value'] } } }) // prettier-ignore
  expect(await compute(twice('$concat'))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  expect(await compute(twice('$concatArrays'))).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
})
