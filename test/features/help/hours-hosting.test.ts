import { Hostings } from '../../../cloudfunctions/features/help/hours/documents'
import { reserveHosts, savedFor } from '../../../cloudfunctions/features/help/hours/hosting'
import { memoryStore } from '../../../config/demo/memory-store'
import { MINUTE, MORNING } from '../support/branch'

const ten = { startsAt: MORNING + 60 * MINUTE, endsAt: MORNING + 90 * MINUTE }
const noted = { _id: 'v-06', saving: [{ hoursId: 'theirs', title: '义诊', slots: [ten], at: MORNING }], version: 1 }
const wanted = { hoursId: 'ours', title: '坐诊', hostIds: ['v-06'], spans: [ten], now: MORNING }

/** The times that are left beside what is being saved. */
const judge = async (beingSaved: readonly object[]) => ({ slots: beingSaved.length > 0 ? [] : [ten] })

test('times that another was about to save and gave up are free', async () => {
  let asked = 0
  // At the third look the other finds their second host taken.
  const { store } = memoryStore({ hostings: [noted] }, () => {
    if (++asked === 3) void savedFor(store, 'theirs', ['v-06'])
  })
  expect((await reserveHosts(store, wanted, judge)).slots).toEqual([ten])
  expect((await store.table(Hostings).get('v-06'))?.saving.map(one => one.hoursId)).toEqual(['ours'])
})

test('who saves at the same time as one whose call was cut off is told after some looks; a minute later the time is free', async () => {
  const { store } = memoryStore({ hostings: [noted] })
  expect((await reserveHosts(store, wanted, judge)).slots).toEqual([])
  expect((await reserveHosts(store, { ...wanted, now: MORNING + 2 * MINUTE }, judge)).slots).toEqual([ten])
})
