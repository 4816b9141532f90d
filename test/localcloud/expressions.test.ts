import { openTestDatabase, refusalOf, type TestDatabase } from './support/database'
import type { Fields } from './support/sdk-types'

let cloud: TestDatabase
/** 2026-11-21 (a Saturday) 23:04:05.006 UTC, which is the next morning in Shanghai. */
const AT = new Date(Date.UTC(2026, 10, 21, 23, 4, 5, 6))
const doc = {
  _id: 1,
  n: 7,
  half: 2.5,
  minus: -7.9,
  zero: 0,
  none: null,
  yes: true,
  empty: '',
  list: [3, 1, 2, 3],
  words: ['b', 'a'],
  flags: [true, 1],
  text: '党日Day',
  csv: 'a,b,c',
  at: AT, // prettier-ignore
  o: { a: 1, b: 2 },
  swapped: { b: 2, a: 1 },
  pairs: [
    ['x', [1, 2]],
    ['y', 2],
  ],
  people: [{ name: 'p', age: 70 }, { name: 'q' }, 5], // prettier-ignore
}
beforeAll(async () => {
  cloud = await openTestDatabase()
  await cloud.db.createCollection('docs')
  await cloud.db.collection('docs').add({ data: doc })
})
afterAll(() => cloud.close())

/** What an expression is for the document above; undefined where it is missing. */
const valueOf = async (expression: unknown): Promise<unknown> => {
  const { list } = await cloud.db.collection('docs').aggregate().project({ _id: 0, value: expression }).end()
  return list[0]?.['value']
}
/** An expression as the SDK makes it. */
const $ = (name: string, operand: unknown): unknown => {
  const make = Object.entries(cloud.db.command.aggregate).find(([key]) => key === name)?.[1]
  if (make === undefined) throw new Error(`the SDK has no ${name}`)
  return make(operand)
}

type Case = readonly [operator: string, operand: unknown, value: unknown]

/** Operators of the SDK, each with what MongoDB makes of it. */
const cases: readonly Case[] = [
  ['abs', '$minus', 7.9],
  ['abs', '$none', null],
  ['add', ['$n', 1, 2], 10],
  ['add', ['$n', '$none'], null],
  ['add', ['$at', 1000], new Date(AT.getTime() + 1000)],
  ['ceil', '$minus', -7],
  ['divide', ['$n', 2], 3.5],
  ['exp', 0, 1],
  ['floor', '$minus', -8],
  ['ln', 1, 0],
  ['log', [8, 2], 3],
  ['log', ['$none', 2], null],
  ['log10', 1000, 3],
  ['mod', ['$n', 4], 3],
  ['mod', ['$minus', 4], -3.9000000000000004],
  ['mod', ['$none', 4], null],
  ['multiply', ['$n', '$half'], 17.5],
  ['pow', ['$n', 2], 49],
  ['sqrt', 49, 7],
  ['sqrt', '$missing', null],
  ['subtract', ['$n', 10], -3],
  ['subtract', ['$at', 6], new Date(AT.getTime() - 6)],
  ['subtract', ['$at', new Date(AT.getTime() - 5)], 5],
  ['trunc', '$minus', -7],
  ['trunc', ['$minus', 1], -7.9],
  ['arrayElemAt', ['$list', -1], 3],
  ['arrayElemAt', ['$list', 9], undefined],
  ['arrayElemAt', ['$none', 0], null],
  ['arrayToObject', '$pairs', { x: [1, 2], y: 2 }],
  ['arrayToObject', [[{ k: 'a', v: null }]], { a: null }],
  ['concatArrays', ['$list', '$words'], [3, 1, 2, 3, 'b', 'a']],
  ['concatArrays', ['$list', '$none'], null],
  ['filter', { input: '$list', as: 'x', cond: { $gte: ['$$x', 2] } }, [3, 2, 3]],
  ['filter', { input: '$people', cond: { $gt: ['$$this.age', 60] } }, [{ name: 'p', age: 70 }]],
  ['in', [2, '$list'], true],
  ['in', [{ b: 2, a: 1 }, ['$o']], false],
  ['indexOfArray', ['$list', 3, 1], 3],
  ['indexOfArray', ['$list', 9, 1], -1],
  ['isArray', '$list', true],
  ['isArray', ['$n'], false],
  ['map', { input: '$list', as: 'x', in: { $multiply: ['$$x', '$n'] } }, [21, 7, 14, 21]],
  ['map', { input: '$words', in: { $let: { vars: { w: '$$this' }, in: { $concat: ['$$w', '!'] } } } }, ['b!', 'a!']],
  ['range', [0, 10, 4], [0, 4, 8]],
  ['reduce', { input: '$list', initialValue: '$n', in: { $add: ['$$value', '$$this'] } }, 16],
  ['reverseArray', '$words', ['a', 'b']],
  ['size', '$list', 4],
  ['slice', ['$list', 2], [3, 1]],
  ['slice', ['$list', -2], [2, 3]],
  ['slice', ['$list', 1, 2], [1, 2]],
  ['slice', ['$none', 1], null],
  ['zip', { inputs: ['$words', [1]] }, [['b', 1]]],
  ['zip', { inputs: ['$words', []] }, []],
  ['zip', { inputs: ['$words', [1]], useLongestLength: true, defaults: ['', 0] }, [['b', 1], ['a', 0]]], // prettier-ignore
  ['and', ['$yes', '$n'], true],
  ['and', ['$yes', '$zero'], false],
  ['and', ['$empty'], true],
  ['and', [], true],
  ['not', ['$empty'], false],
  ['not', ['$missing'], true],
  ['or', ['$none', '$zero', '$n'], true],
  ['cmp', ['$n', 'text'], -1],
  ['cmp', [[1], [2]], -1],
  ['eq', ['$list', 3], false],
  ['eq', ['$o', { a: 1, b: 2 }], true],
  ['eq', ['$o', '$swapped'], false],
  ['eq', ['$missing', null], false],
  ['gt', ['$missing', 5], false],
  ['gt', ['$list', 100], true],
  ['gt', ['$none', '$missing'], true],
  ['gte', ['$n', 7], true],
  ['lt', ['$missing', 5], true],
  ['lte', ['$none', 5], true],
  ['neq', ['$list', 3], true],
  ['cond', ['$zero', 'a', 'b'], 'b'],
  ['cond', { if: { $eq: ['$n', 7] }, then: 'a', else: 'b' }, 'a'],
  ['ifNull', ['$none', '$missing', 'x'], 'x'],
  ['switch', { branches: [{ case: '$zero', then: 1 }, { case: '$n', then: 2 }], default: 3 }, 2], // prettier-ignore
  ['dateFromParts', { year: 2026, month: 11, day: 22, hour: 7, timezone: 'Asia/Shanghai' }, new Date(Date.UTC(2026, 10, 21, 23))],
  ['dateFromParts', { year: 2026, month: 14, day: 0 }, new Date(Date.UTC(2027, 0, 31))],
  ['dateFromParts', { isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 1 }, new Date(Date.UTC(2025, 11, 29))],
  ['dateFromParts', { year: '$none' }, null],
  ['dateFromString', { dateString: '2026-11-21' }, new Date(Date.UTC(2026, 10, 21))],
  ['dateFromString', { dateString: '2026-11-22T07:00:00+08:00' }, new Date(Date.UTC(2026, 10, 21, 23))],
  ['dateFromString', { dateString: '2026-11-22 07:00', timezone: '+0800' }, new Date(Date.UTC(2026, 10, 21, 23))],
  ['dateFromString', { dateString: '21/11/2026', format: '%d/%m/%Y' }, new Date(Date.UTC(2026, 10, 21))],
  ['dateFromString', { dateString: 'never', onError: 'bad' }, 'bad'],
  ['dateFromString', { dateString: '2026-02-30', onError: 'bad' }, 'bad'],
  ['dateFromString', { dateString: '$none', onNull: 'no' }, 'no'],
  ['dayOfMonth', '$at', 21],
  ['dayOfMonth', { date: '$at', timezone: 'Asia/Shanghai' }, 22],
  ['dayOfWeek', '$at', 7],
  ['dayOfWeek', { date: '$at', timezone: '+08' }, 1],
  ['dayOfYear', '$at', 325],
  ['isoDayOfWeek', '$at', 6],
  ['isoWeek', '$at', 47],
  ['isoWeek', new Date(Date.UTC(2027, 0, 1)), 53],
  ['isoWeekYear', new Date(Date.UTC(2027, 0, 1)), 2026],
  ['millisecond', '$at', 6],
  ['minute', { date: '$at', timezone: '-05:30' }, 34],
  ['month', '$at', 11],
  ['month', '$none', null],
  ['second', '$at', 5],
  ['hour', { date: '$at', timezone: 'Asia/Shanghai' }, 7],
  ['hour', { date: '$at', timezone: 'America/New_York' }, 18],
  ['week', '$at', 46],
  ['week', new Date(Date.UTC(2026, 0, 3)), 0],
  ['year', '$at', 2026],
  ['dateToString', { date: '$at' }, '2026-11-21T23:04:05.006Z'],
  [
    'dateToString',
    { date: '$at', format: '%Y年%m月%d日 %H:%M %% %j %u %w %U %V %G', timezone: 'Asia/Shanghai' },
    '2026年11月22日 07:04 % 326 7 1 47 47 2026',
  ],
  ['dateToString', { date: '$at', format: '%z %Z', timezone: '-0330' }, '-0330 -210'],
  ['dateToString', { date: '$none', onNull: 'never' }, 'never'],
  ['literal', '$n', '$n'],
  ['mergeObjects', ['$o', { b: 3, c: '$n' }, '$none'], { a: 1, b: 3, c: 7 }],
  ['objectToArray', '$o', [{ k: 'a', v: 1 }, { k: 'b', v: 2 }]], // prettier-ignore
  ['allElementsTrue', ['$flags'], true],
  ['anyElementTrue', [[0, null]], false],
  ['setDifference', ['$list', [3]], [1, 2]],
  ['setEquals', ['$list', [1, 2, 3]], true],
  ['setIntersection', ['$list', [3, 9, 2]], [3, 2]],
  ['setIntersection', [[{ a: 1, b: 2 }], ['$swapped']], []],
  ['setIsSubset', [[1, 3], '$list'], true],
  ['setUnion', ['$words', ['a', 'c']], ['b', 'a', 'c']],
  ['setUnion', ['$words', '$none'], null],
  ['concat', ['$text', '!'], '党日Day!'],
  ['concat', ['$text', '$none'], null],
  ['indexOfBytes', ['$text', '日'], 3],
  ['indexOfBytes', ['$text', 'x'], -1],
  ['indexOfCP', ['$text', 'Day'], 2],
  ['split', ['$csv', ','], ['a', 'b', 'c']],
  ['split', ['$none', ','], null],
  ['strLenBytes', '$text', 9],
  ['strLenCP', '👵a', 2],
  ['strcasecmp', ['ABC', 'abd'], -1],
  ['substr', ['$text', 6, -1], 'Day'],
  ['substrBytes', ['$text', 0, 3], '党'],
  ['substrCP', ['$text', 1, 2], '日D'],
  ['toLower', '$text', '党日day'],
  ['toUpper', '$none', ''],
  ['avg', '$list', 2.25],
  ['avg', ['$n', '$half', '$none'], 4.75],
  ['first', '$list', 3],
  ['last', '$list', 3],
  ['max', ['$list'], 3],
  ['max', ['$n', '$half'], 7],
  ['min', '$list', 1],
  ['min', '$n', 7],
  ['stdDevPop', '$list', Math.sqrt(2.75 / 4)],
  ['stdDevSamp', '$n', null],
  ['sum', '$list', 9],
  ['sum', ['$n', '$half', 'x'], 9.5],
  ['let', { vars: { x: '$n', y: 2 }, in: { $multiply: ['$$x', '$$y'] } }, 14],
]

it.each(cases)('computes $%s of %j', async (operator, operand, value) => {
  expect(await valueOf($(operator, operand))).toEqual(value)
})

it('knows every operator that the SDK offers', () => {
  const tested = new Set(cases.map(([operator]) => operator))
  // These are no expressions: complete.test.ts has a case for each.
  const elsewhere = ['pipeline', 'meta', 'addToSet', 'push']
  expect(Object.keys(cloud.db.command.aggregate).filter(name => !tested.has(name) && !elsewhere.includes(name))).toEqual([])
})

it('looks through arrays on a path, and gives what is missing no name', async () => {
  expect(await valueOf('$people.name')).toEqual(['p', 'q'])
  expect(await valueOf({ a: '$missing', b: ['$missing', '$n'] })).toEqual({ b: [null, 7] })
  expect(await valueOf('$missing')).toBeUndefined()
})

/** Wrong types that MongoDB refuses and a lenient engine would let pass. */
const refused: readonly (readonly [operator: string, operand: unknown, message: string])[] = [
  ['size', '$n', 'must be an array'],
  ['size', '$missing', 'must be an array'],
  ['add', ['$n', '$text'], 'numeric'],
  ['divide', ['$n', 0], 'zero'],
  ['mod', ['$n', 0], 'zero'],
  ['sqrt', -1, 'greater than or equal to 0'],
  ['ln', 0, 'positive'],
  ['in', [1, '$n'], 'array'],
  ['concat', ['$text', '$n'], 'only supports strings'],
  ['strLenCP', '$none', 'string'],
  ['slice', ['$list', 1, 0], 'positive'],
  ['substrBytes', ['$text', 1, 2], 'UTF-8'],
  ['year', '$n', 'Date'],
  ['dateFromString', { dateString: 'never' }, 'Error parsing date string'],
  ['hour', { date: '$at', timezone: 'Mars/Base' }, 'time zone'],
  ['switch', { branches: [{ case: false, then: 1 }] }, 'no default'],
  ['setEquals', ['$list', '$none'], 'array'],
  ['cmp', ['$n'], 'exactly 2'],
  ['meta', 'textScore', 'text score metadata'],
  ['arrayToObject', [['a']], 'requires an array of pairs'],
]
it.each(refused)('refuses $%s of %j', async (operator, operand, message) => {
  const refusal = await refusalOf(valueOf($(operator, operand)))
  expect(refusal.code).toBe('DATABASE_REQUEST_FAILED')
  expect(refusal.message).toContain(message)
})

it('refuses operators and variables that do not exist', async () => {
  const wrong: Fields[] = [{ $nonsense: 1 }, { $function: { body: 'x', args: [], lang: 'js' } }, { $add: ['$$absent', 1] }, { $eq: [1, 1], $ne: [1, 2] }] // prettier-ignore
  for (const expression of wrong) expect((await refusalOf(valueOf(expression))).code).toBe('DATABASE_REQUEST_FAILED')
})

it('searches texts by patterns with all options of MongoDB', async () => {
  const found = (regex: unknown, options?: string) => valueOf({ $regexMatch: { input: '$text', regex, ...(options && { options }) } })
  const { text } = doc
  expect(await found(`^${text.slice(0, 1)}`)).toBe(true)
  expect(await found(`^ ${text.slice(0, 1)} # its beginning`, 'x')).toBe(true)
  expect(await found(`^ ${text.slice(0, 1)}`)).toBe(false)
  expect(await valueOf({ $regexFind: { input: 'Name', regex: 'N A', options: 'ix' } })).toMatchObject({ match: 'Na', idx: 0 })
})
