import {
  Musters,
  MusterTallies,
  type Muster,
  type MusterCall,
  type MusterTally,
} from '../../../cloudfunctions/features/service/musters/documents'
import { countMusters } from '../../../cloudfunctions/features/service/musters/figures'
import type { Store } from '../../../cloudfunctions/kernel/store'
import { memoryStore } from '../../../config/demo/memory-store'
import { countOf } from '../../../core/service/musters/rules'
import { HOUR, MINUTE, MORNING } from '../support/branch'
import { memoryPorts } from '../support/ports'

const BRANCHES = 200
const by = { openid: 'demo-bureau', memberId: 's-02', name: '老干部局' }
const shift = { startsAt: MORNING + HOUR, endsAt: MORNING + 4 * HOUR }
const muster: Muster = {
  ...{
    _id: 'flood',
    orgId: 'district',
    orgName: '全区',
    path: '/district/',
    scopes: ['district'],
    small: false,
    title: '巡堤护湖',
    why: '',
  },
  ...{ places: [{ name: '东堤' }], shifts: [shift], need: 9, elders: true, ...shift, state: 'open', acts: [], ringAt: MORNING, leads: [] },
  ...{ handOvers: [], asked: 0, secret: 's', createdBy: by, createdAt: MORNING },
}
const callOf = (n: number, answer: MusterCall['answer']): MusterCall => ({
  ...{ _id: `flood:m-${String(n)}`, musterId: 'flood', memberId: `m-${String(n)}`, name: '', branchId: `b-${String(n)}`, bound: true },
  ...{ path: `/district/b-${String(n)}/`, endsAt: muster.endsAt, answer, cells: answer === 'coming' ? ['0-0'] : [], arrivals: [] },
  ...{ calledAt: MORNING, tries: [], history: [], version: 1 },
})
const SILENT = countOf([callOf(0, null)])
const tallyOf = (n: number): MusterTally => ({
  ...{ _id: `flood:b-${String(n)}`, musterId: 'flood', branchId: `b-${String(n)}`, path: `/district/b-${String(n)}/` },
  ...{ figures: SILENT, marks: 1 },
})
const all = Array.from({ length: BRANCHES }, (_, n) => n)

/** A muster of a whole district of which every branch was counted as silent, and these have answered since. */
const districtOf = (answered: readonly number[]) => {
  let left = Infinity
  const { store, rows } = memoryStore(
    {
      'muster-calls': all.map(n => callOf(n, answered.includes(n) ? 'coming' : null)),
      'muster-tallies': all.map(n => ({ ...tallyOf(n), ...(answered.includes(n) ? { due: MORNING, marks: 2 } : {}) })),
      musters: [{ ...muster, figures: countOf(all.map(n => callOf(n, null))) }],
    },
    () => {
      if (left-- <= 0) throw new Error('the process ended')
    },
  )
  return {
    store,
    /** A run of the timer that ends after so many operations; tells whether it came to its end. */
    runs: async (now: number, operations = Infinity, over: Store = store) => {
      left = operations
      const ended = await countMusters(memoryPorts(over, now)).then(
        () => true,
        () => false,
      )
      left = Infinity
      return ended
    },
    figures: () => rows('musters')[0]?.figures,
    /** What everybody has said. */
    truth: () => countOf(rows('muster-calls')),
    marked: () => rows('muster-tallies').filter(one => one.due !== undefined).length,
  }
}

/** The same store, which tells how many rows of searches it has answered. */
const watched = (store: Store) => {
  let found = 0
  const tell = <R>(rows: R[]): R[] => {
    found += rows.length
    return rows
  }
  const over: Store = {
    ...store,
    table: collection => {
      const table = store.table(collection)
      return {
        ...table,
        find: async (...asked) => tell(await table.find(...asked)),
        findAll: async filter => tell(await table.findAll(filter)),
      }
    },
  }
  return { over, found: () => found }
}

test('of a district in which two branches answer, those two are read and no other', async () => {
  const district = districtOf([3, 77])
  const { over, found } = watched(district.store)
  expect(await district.runs(MORNING + MINUTE, Infinity, over)).toBe(true)
  // Two marked branches, and their two people.
  expect(found()).toBe(4)
  expect(district.figures()).toEqual(district.truth())
  expect(district.figures()).toMatchObject({ called: BRANCHES, coming: 2 })
  expect(district.marked()).toBe(0)
})

test('a count that is cut off anywhere is right two minutes later, and nothing is added twice', async () => {
  let cuts = 0
  for (let operations = 0; ; operations++) {
    const district = districtOf([3, 77, 150])
    const ended = await district.runs(MORNING + MINUTE, operations)
    for (const minute of [2, 3, 4]) expect(await district.runs(MORNING + minute * MINUTE)).toBe(true)
    expect([operations, district.figures(), district.marked()]).toEqual([operations, district.truth(), 0])
    if (ended) break
    cuts++
  }
  expect(cuts).toBeGreaterThan(8)
})

test('two runs of the timer at once count each branch once', async () => {
  const district = districtOf([3, 77, 150])
  await Promise.all([district.runs(MORNING + MINUTE), district.runs(MORNING + MINUTE)])
  await district.runs(MORNING + 2 * MINUTE)
  expect([district.figures(), district.marked()]).toEqual([district.truth(), 0])
})

test('figures that came out of a backup beside other branches are right at the next full hour', async () => {
  const district = districtOf([3, 77])
  await district.store.table(Musters).update({ _id: 'flood' }, { set: { figures: countOf([callOf(0, 'no')]) } })
  await district.runs(MORNING + MINUTE)
  expect(district.figures()).not.toEqual(district.truth())
  await district.store.table(MusterTallies).update({ _id: 'flood:b-3' }, { set: { due: MORNING + HOUR - MINUTE }, inc: { marks: 1 } })
  await district.runs(MORNING + HOUR)
  expect(district.figures()).toEqual(district.truth())
})
