import { CelebrationPlans } from '../../cloudfunctions/features/care/birthdays/documents'
import { AllDispatchSettings } from '../../cloudfunctions/features/help/documents'
import { Limits } from '../../cloudfunctions/kernel/documents'
import { usualSettings } from '../../core/help/requests/settings'
import { slicesOf } from '../../cloudfunctions/kernel/in-groups'
import { inheritedAt } from '../../cloudfunctions/kernel/inherited'
import { byNumber, byText, firstBy, pageBy, rowsBy } from '../../cloudfunctions/kernel/keyset'
import { mark, markAll, markedRows, unmark } from '../../cloudfunctions/kernel/marks'
import { peeking } from '../../cloudfunctions/kernel/peeking'
import { settle } from '../../cloudfunctions/kernel/settle'
import { rawFilter } from '../../cloudfunctions/wx/raw-filter'
import { MINUTE, startBranch } from './support/branch'
import { memoryStore } from '../../config/demo/memory-store'

const NOW = 1_795_222_800_000

test.each([
  [[], []],
  [[1, 2], [[1, 2]]],
  [[1, 2, 3], [[1, 2, 3]]],
  [
    [1, 2, 3, 4],
    [[1, 2, 3], [4]],
  ],
])('a request takes three at once of %j: each is asked for, once and in order', (items, slices) => {
  expect(slicesOf<number>(items, 3)).toEqual(slices)
})

describe('settle: an optimistic change', () => {
  test('is tried again while others are faster, and answers what the last try did', async () => {
    let tries = 0
    expect(await settle(async () => (++tries < 4 ? undefined : `after ${String(tries)}`))).toBe('after 4')
  })

  test('ends with CONFLICT where it never gets its turn, and hands on every other fault', async () => {
    await expect(settle(async () => undefined)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(settle(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  })

  test('twenty who add to one number at once lose nothing', async () => {
    const { store, rows } = memoryStore({ limits: [{ _id: 'one', count: 0, until: NOW }] })
    const table = store.table(Limits)
    const addOne = () =>
      settle(async () => {
        const row = await table.get('one')
        const count = row?.count ?? 0
        return (await table.update({ _id: 'one', count }, { set: { count: count + 1 } })) > 0 || undefined
      })
    await Promise.all(Array.from({ length: 20 }, addOne))
    expect(rows('limits')).toEqual([{ _id: 'one', count: 20, until: NOW }])
  })
})

describe('peeking: many jobs that mostly find nothing', () => {
  const limits = (...ids: string[]) => ids.map(_id => ({ _id, count: 1, until: NOW }))
  const peek = (seed: Parameters<typeof memoryStore>[0]) => {
    const asked: string[] = []
    const { store, rows } = memoryStore(seed, operation => void asked.push(operation))
    return { store: peeking(store, Limits), asked, left: () => rows('celebration-plans').map(row => row._id) }
  }
  const due = { due: { lte: NOW } }
  const plan = { _id: 'b', due: NOW, marks: 1, unknown: [] }

  test('are one request, and only what finds something is asked again', async () => {
    const { store, asked } = peek({ limits: limits('one'), 'celebration-plans': [plan] })
    const found = await Promise.all([
      store.table(CelebrationPlans).find(due),
      store.table(Limits).find({ until: { lt: NOW } }),
      store.table(Limits).remove({ until: { lt: NOW } }),
    ])
    expect(found).toEqual([[plan], [], 0])
    expect(asked).toEqual(['anyOf', 'celebration-plans.find'])
  })

  test('a job that only asks whether there is something is answered by that one request', async () => {
    const { store, asked } = peek({ limits: limits('one'), 'celebration-plans': [plan] })
    const answers = [store.table(CelebrationPlans).has(due), store.table(CelebrationPlans).has({ due: { lt: NOW } })]
    expect(await Promise.all(answers)).toEqual([true, false])
    expect(await store.table(Limits).has({ count: 1 })).toBe(true)
    expect(asked).toEqual(['anyOf', 'limits.has'])
  })

  test('what is there is removed, and what is looked for later is looked for by itself', async () => {
    const { store, asked, left } = peek({ limits: limits('one'), 'celebration-plans': [plan] })
    expect(await store.table(CelebrationPlans).remove(due)).toBe(1)
    expect(left()).toEqual([])
    expect(await store.table(Limits).find({ until: { lt: NOW } })).toEqual([])
    expect(asked).toEqual(['anyOf', 'celebration-plans.remove', 'limits.find'])
  })

  test('where the anchor is empty nothing is taken for done, and a fault of the request is the fault of each', async () => {
    const { store } = peek({ 'celebration-plans': [plan] })
    expect(await store.table(CelebrationPlans).find(due)).toEqual([plan])
    const failing = memoryStore({}, operation => {
      if (operation === 'anyOf') throw new Error('no database')
    })
    const table = peeking(failing.store, Limits).table(Limits)
    const results = await Promise.allSettled([table.find({ count: 1 }), table.remove({ count: 1 })])
    expect(results.map(one => one.status)).toEqual(['rejected', 'rejected'])
  })

  test('what is asked reads for the database as the same search does', () => {
    const filter = {
      a: 1,
      b: null,
      c: { in: ['x', 'y'] },
      d: { not: 2 },
      e: { gt: 1 },
      f: { gte: 1, lt: 3 },
      g: { lte: 4 },
      'h.i': { startsWith: '/a/' },
      j: { exists: false },
      k: { size: 2 },
      l: undefined,
    }
    expect(rawFilter(filter)).toEqual({
      a: 1,
      b: null,
      c: { $in: ['x', 'y'] },
      d: { $ne: 2 },
      e: { $gt: 1 },
      f: { $gte: 1, $lt: 3 },
      g: { $lte: 4 },
      'h.i': { $gte: '/a/', $lt: '/a/\uffff' },
      j: { $exists: false },
      k: { $size: 2 },
    })
    expect(() => rawFilter({ a: { includes: 'x' } })).toThrow('not asked for beside others')
  })

  test('an idle minute of the whole product is one request to the database', async () => {
    const branch = await startBranch()
    try {
      await branch.clock.advance(11 * MINUTE, 11 * MINUTE)
      const response = await fetch(`${branch.url}/log`)
      const log = (await response.json()) as { items: { functionName: string; databaseOperations: number }[] }
      expect(log.items.at(-1)).toMatchObject({ functionName: 'timer', databaseOperations: 1 })
    } finally {
      await branch.close()
    }
  })
})

describe('marks: a row to be worked out again', () => {
  const acting = (now = NOW) => {
    const { store, rows } = memoryStore({})
    return { store, now, plans: () => rows('celebration-plans') }
  }
  const blank = (now = NOW) => ({ _id: 'b', due: now, marks: 1, unknown: [] })

  test('is made by its first mark, and marking twice is marking once', async () => {
    const { store, now, plans } = acting()
    await mark({ store, now }, CelebrationPlans, 'b', blank)
    await mark({ store, now }, CelebrationPlans, 'b', blank)
    expect(plans()).toEqual([{ _id: 'b', due: NOW, marks: 2, unknown: [] }])
    expect(await markedRows({ store, now }, CelebrationPlans, 10)).toHaveLength(1)
  })

  test('many are marked by one request, and those that are missing are made', async () => {
    const asked: string[] = []
    const { store, rows } = memoryStore(
      { 'celebration-plans': [{ _id: 'there', due: NOW - 1, marks: 7, unknown: [] }] },
      operation => void asked.push(operation),
    )
    const blanks = ['there', 'missing'].map(_id => ({ _id, due: NOW, marks: 1, unknown: [] }))
    await markAll({ store, now: NOW }, CelebrationPlans, blanks)
    const marks = () => rows('celebration-plans').map(({ _id, due, marks: count }) => [_id, due, count])
    expect(marks()).toEqual([
      ['there', NOW, 8],
      ['missing', NOW, 1],
    ])
    asked.length = 0
    await markAll({ store, now: NOW }, CelebrationPlans, blanks)
    expect(marks()).toEqual([
      ['there', NOW, 9],
      ['missing', NOW, 2],
    ])
    expect(asked).toEqual(['celebration-plans.update'])
  })

  test('is not made where there shall be none', async () => {
    const { store, now, plans } = acting()
    await mark({ store, now }, CelebrationPlans, 'b', () => null)
    expect(plans()).toEqual([])
  })

  test('loses its mark once it was worked out', async () => {
    const { store, now } = acting()
    await mark({ store, now }, CelebrationPlans, 'b', blank)
    for (const row of await markedRows({ store, now }, CelebrationPlans, 10)) await unmark({ store }, CelebrationPlans, row)
    expect(await markedRows({ store, now }, CelebrationPlans, 10)).toEqual([])
  })

  test('keeps its mark where it changed during the work', async () => {
    const { store, now } = acting()
    await mark({ store, now }, CelebrationPlans, 'b', blank)
    const [seen] = await markedRows({ store, now }, CelebrationPlans, 10)
    await mark({ store, now }, CelebrationPlans, 'b', blank)
    if (seen) await unmark({ store }, CelebrationPlans, seen)
    expect(await markedRows({ store, now }, CelebrationPlans, 10)).toHaveLength(1)
  })

  test('comes in its time, the longest waiting first', async () => {
    const { store } = acting()
    for (const [_id, now] of [
      ['late', NOW + 2],
      ['first', NOW],
      ['second', NOW + 1],
    ] as const)
      await mark({ store, now }, CelebrationPlans, _id, () => ({ ...blank(now), _id }))
    const ids = async (now: number) => (await markedRows({ store, now }, CelebrationPlans, 10)).map(row => row._id)
    expect(await ids(NOW + 1)).toEqual(['first', 'second'])
    expect(await ids(NOW + 2)).toEqual(['first', 'second', 'late'])
  })
})

describe('inherited settings', () => {
  const by = { openid: 'o', memberId: 'm', name: '马静宜' }
  const settings = (_id: string, name: string) => ({ ...usualSettings, _id, name, by, at: NOW })
  const { store } = memoryStore({ 'dispatch-settings': [settings('d', '区'), settings('s', '街道')] })

  test('those of the nearest organization at or above a place hold there, and none where none stands above', async () => {
    const at = await inheritedAt(store, AllDispatchSettings, ['/d/s/b/', '/d/other/', '/elsewhere/'])
    expect(['/d/s/b/', '/d/s/', '/d/other/', '/elsewhere/'].map(path => at(path)?.name ?? null)).toEqual(['街道', '街道', '区', null])
  })

  test('one question is enough for many places, and none for none', async () => {
    const asked: string[] = []
    const counted = memoryStore({}, operation => void asked.push(operation))
    await inheritedAt(counted.store, AllDispatchSettings, ['/d/s/b1/', '/d/s/b2/', '/d/s/b3/'])
    await inheritedAt(counted.store, AllDispatchSettings, [])
    expect(asked).toEqual(['dispatch-settings.getMany'])
  })
})

describe('keyset order: a list page by page', () => {
  const rows = Array.from({ length: 25 }, (_, at) => ({
    _id: `r-${String(at).padStart(2, '0')}`,
    count: Math.floor(at / 4),
    until: NOW + at,
  }))
  const { store } = memoryStore({ limits: rows })
  const table = store.table(Limits)
  const walk = async (keyset: ReturnType<typeof byNumber<'count'>>, size: number) => {
    const seen: string[] = []
    let cursor: string | undefined
    for (;;) {
      const page = await pageBy(table, {}, keyset, { size, cursor })
      seen.push(...page.items.map(row => row._id))
      if (page.cursor === null) return seen
      cursor = page.cursor
    }
  }

  test.each([1, 3, 4, 7, 25, 100])('by %i at a time every row comes once, those of one value too', async size => {
    const ids = rows.map(row => row._id)
    expect(await walk(byNumber('count'), size)).toEqual(ids)
    expect(await walk(byNumber('count', 'desc'), size)).toEqual([...ids].reverse())
  })

  test('a list in the order of its ids alone is walked as well, either way', async () => {
    const ids = rows.map(row => row._id)
    const first = await pageBy(table, {}, byText('_id'), { size: 20, cursor: undefined })
    const second = await pageBy(table, {}, byText('_id'), { size: 20, cursor: first.cursor ?? '' })
    expect([...first.items, ...second.items].map(row => row._id)).toEqual(ids)
    expect((await firstBy(table, {}, byText('_id', 'desc'), 1)).map(row => row._id)).toEqual([ids.at(-1)])
  })

  test('the last page has no cursor, even where it is full', async () => {
    const page = await pageBy(table, {}, byNumber('count'), { size: 25, cursor: undefined })
    expect([page.items.length, page.cursor]).toEqual([25, null])
  })

  test('a cursor that no such list gave is refused and named', async () => {
    for (const cursor of ['', 'nonsense', '5'])
      await expect(pageBy(table, {}, byNumber('count'), { size: 5, cursor })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(pageBy(table, {}, byText('_id'), { size: 5, cursor: '%%%' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('a sheet holds at most so many rows and says where the next begins', async () => {
    const sheet = await rowsBy(table, {}, byNumber('count'), { most: 20 })
    expect(sheet.items).toHaveLength(20)
    const rest = await rowsBy(table, {}, byNumber('count'), { most: 20, cursor: sheet.cursor ?? '' })
    expect([rest.items.length, rest.cursor]).toEqual([5, null])
  })

  test('the first few are one question', async () => {
    expect((await firstBy(table, {}, byNumber('until', 'desc'), 2)).map(row => row._id)).toEqual(['r-24', 'r-23'])
  })
})
