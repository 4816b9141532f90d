import { type GapRow, GapRows } from '../../cloudfunctions/features/people/coverage/documents'
import { Limits } from '../../cloudfunctions/kernel/documents'
import { remembering, rememberingInGroups } from '../../cloudfunctions/kernel/remembering'
import type { Filter } from '../../cloudfunctions/kernel/store'
import { memoryStore } from '../../config/demo/memory-store'

const NOW = 1_795_222_800_000

test('a search that is made alike is made once, even at the same time; another is made by itself', async () => {
  const asked: string[] = []
  const { store } = memoryStore({ limits: [{ _id: 'one', count: 1, until: NOW }] }, operation => void asked.push(operation))
  const read = remembering(store)
  const [first, again] = await Promise.all([1, 2].map(() => read.table(Limits).findAll({ count: 1 })))
  expect(first).toEqual([{ _id: 'one', count: 1, until: NOW }])
  expect(again).toBe(first)
  expect(await read.table(Limits).findAll({ count: 2 })).toEqual([])
  expect(await read.table(Limits).count({ count: 1 })).toBe(1)
  expect(await read.table(Limits).count({ count: 1 })).toBe(1)
  expect(asked).toEqual(['limits.findAll', 'limits.findAll', 'limits.count'])
})

test('searches of one turn that differ in one value alone are one request, and each has its own rows', async () => {
  const asked: string[] = []
  const gap = (n: number, orgId: string, kind: GapRow['kind']): GapRow => ({
    _id: `${kind}:${String(n)}`,
    kind,
    of: String(n),
    why: '',
    since: '2026-11-21',
    orgId,
    scopes: ['/', `/${orgId}/`],
  })
  const rows = [gap(1, 'a', 'liaison'), gap(2, 'b', 'liaison'), gap(3, 'a', 'no-activity'), gap(4, 'c', 'liaison')]
  const { store } = memoryStore({ 'coverage-gaps': rows }, operation => void asked.push(operation))
  const found = async (...filters: Filter<GapRow>[]) => {
    asked.length = 0
    const table = remembering(store).table(GapRows)
    return (await Promise.all(filters.map(one => table.findAll(one)))).map(some => some.map(row => row._id))
  }
  expect(await found({ orgId: 'a', kind: 'liaison' }, { kind: 'liaison', orgId: 'b' }, { orgId: 'none', kind: 'liaison' })).toEqual([
    ['liaison:1'],
    ['liaison:2'],
    [],
  ])
  expect(asked).toEqual(['coverage-gaps.findAll'])
  // A value may be one of a list.
  expect(await found({ scopes: '/a/' }, { scopes: '/' })).toEqual([
    ['liaison:1', 'no-activity:3'],
    ['liaison:1', 'liaison:2', 'no-activity:3', 'liaison:4'],
  ])
  expect(asked).toHaveLength(1)
  // So are values of which each will do.
  expect(await found({ orgId: { in: ['a', 'b'] } }, { orgId: { in: ['b', 'c'] } }, { orgId: 'c' })).toEqual([
    ['liaison:1', 'liaison:2', 'no-activity:3'],
    ['liaison:2', 'liaison:4'],
    ['liaison:4'],
  ])
  expect(asked).toHaveLength(1)
  // What differs in two fields, or in more than a value, is asked by itself.
  expect(await found({ orgId: 'a', kind: 'no-activity' }, { orgId: 'b', kind: 'liaison' })).toEqual([['no-activity:3'], ['liaison:2']])
  expect(asked).toHaveLength(2)
  expect((await found({ since: { gt: '2026' } }, { since: { lt: '2026' } })).map(ids => ids.length)).toEqual([4, 0])
  expect(asked).toHaveLength(2)
})

test('those of a group read together, and the next group reads for itself', () => {
  const readOf = rememberingInGroups(memoryStore({}).store, 2)
  const [first, second, third] = [readOf(0), readOf(1), readOf(2)]
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})
