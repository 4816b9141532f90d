import { finish } from '../../../cloudfunctions/features/people/duplicates/finish'
import type { Documents } from '../../../cloudfunctions/house'
import { demoDocuments } from '../../../config/demo/documents'
import { DAY, MORNING } from '../support/branch'
import { memoryStore } from '../../../config/demo/memory-store'
import { memoryPorts } from '../support/ports'
import { people } from '../support/people'

const demo = demoDocuments('branch', MORNING)
/** The two records, and what names them, of the demo; each run begins with all of it. */
const few = Object.fromEntries(
  Object.entries(demo).map(([name, rows]) => [
    name,
    name === 'organizations' ? rows : rows.filter((row: object) => /"m-0[56][:"]/.test(JSON.stringify(row))).slice(0, 6),
  ]),
)
const by = { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '书记' }
const merge: Documents['merges'] = {
  ...{ _id: 'm-05', into: 'm-06', name: '甲', intoName: '乙', branchId: 'branch-01', homes: ['branch-01'], state: 'merged', by },
  ...{ at: MORNING, undoUntil: MORNING + DAY, dueAt: MORNING, round: 1, commands: ['c'] },
}
const marked = (memberId: string, state: 'present' | 'absent'): Documents['attendance'] => ({
  ...{ _id: `act:${memberId}`, activityId: 'act', memberId, state, by, at: MORNING, late: false, history: [] },
})
const moving = ['members', 'accounts', 'attendance', 'messages', 'caseloads', 'visits', 'requests', 'activities'] as const

const startAgain = () => {
  let left = Infinity
  const { store, rows } = memoryStore(
    { ...few, merges: [structuredClone(merge)], attendance: [marked('m-05', 'present'), marked('m-06', 'absent')] },
    () => {
      if (left-- <= 0) throw new Error('the process ended')
    },
  )
  const ports = memoryPorts(store, MORNING)
  return {
    /** Goes on with the merge as it stands, and ends after so many operations of the database. */
    goesOn: async (operations = Infinity) => {
      left = operations
      const [row] = rows('merges')
      const ended = row
        ? await finish(ports, row).then(
            () => true,
            () => false,
          )
        : false
      left = Infinity
      return ended
    },
    undoes: () => store.table({ name: 'merges' } as never).update({ _id: 'm-05' }, { set: { state: 'undone', round: 2 } } as never),
    /** All rows that a merge moves, without what counts their changes. */
    stand: () =>
      moving.map(name =>
        rows(name)
          .map(row => JSON.stringify(Object.entries({ ...row, version: 0 }).sort()))
          .sort(),
      ),
  }
}

test('a merge that is cut off after any operation is finished by the next run as if it had not been, and so is its undo', async () => {
  const straight = startAgain()
  const before = straight.stand()
  expect(await straight.goesOn()).toBe(true)
  const merged = straight.stand()
  expect(merged).not.toEqual(before)
  await straight.undoes()
  expect(await straight.goesOn()).toBe(true)
  expect(straight.stand()).toEqual(before)

  let cuts = 0
  for (let operations = 0; ; operations += 1 + Math.floor(operations / 12)) {
    const cut = startAgain()
    if (await cut.goesOn(operations)) break
    cuts += 1
    expect(await cut.goesOn()).toBe(true)
    expect(cut.stand()).toEqual(merged)
    await cut.undoes()
    await cut.goesOn(operations)
    expect(await cut.goesOn()).toBe(true)
    expect(cut.stand()).toEqual(before)
  }
  expect(cuts).toBeGreaterThan(15)
}, 240_000)
