import { collections } from '../../cloudfunctions/house'
import { erase } from '../../delivery/erase'
import { good } from '../features/support/attendance'
import { MINUTE } from '../features/support/branch'
import { agreed, silent, startPlace, type Place } from './backup/support'

let place: Place
beforeAll(async () => void (place = await startPlace('branch')))
afterAll(() => place.close())
beforeEach(() => place.begin())

const erasing = { agree: agreed, say: silent, by: '技术员' }
const handOver = async () => {
  const bureau = place.as('demo-bureau')
  const { exportId } = good(await bureau.calls('upkeep.export', { orgId: 'district' }))
  await place.clock.advance(4 * MINUTE, 4 * MINUTE)
  good(await bureau.calls('upkeep.confirm', { exportId }))
}
const left = async () => {
  const counts = await Promise.all(collections.map(async ({ name }) => ({ name, rows: await place.remote.count(name) })))
  return counts.filter(one => one.rows > 0)
}

test('nothing is erased before the bureau has confirmed an export of everything, nor a week after', async () => {
  await expect(erase(place.remote, erasing)).rejects.toThrow('没有确认过的全部资料导出')
  await handOver()
  const [row] = await place.remote.after('hand-overs', '', 1)
  if (!row) throw new Error('nothing was handed on')
  await place.remote.put('hand-overs', { ...row, confirmedAt: place.clock.now() - 8 * 24 * 60 * MINUTE })
  await expect(erase(place.remote, erasing)).rejects.toThrow('没有确认过的全部资料导出')
  expect(await place.remote.count('members')).toBeGreaterThan(80)
})

test('a technician who does not agree has changed nothing', async () => {
  await handOver()
  expect(await erase(place.remote, { ...erasing, agree: () => Promise.resolve(false) })).toBe('declined')
  expect(await place.remote.count('members')).toBeGreaterThan(80)
})

test('everything goes, files too, but for the trace that it was erased; cut off, it goes on; then the environment waits for a first officer', async () => {
  await handOver()
  let removals = 0
  const cut = {
    ...place.remote,
    remove: async (collection: string, ids: readonly string[]) => {
      if (++removals > 3) throw new Error('no network')
      await place.remote.remove(collection, ids)
    },
  }
  await expect(erase(cut, erasing)).rejects.toThrow('no network')
  expect(good(await place.as('demo-secretary').calls('me.get', {})).member).toBeNull()
  expect(await erase(place.remote, erasing)).toBe('erased')
  expect(await left()).toEqual([{ name: 'audit', rows: 1 }])
  expect(await place.remote.after('audit', '', 2)).toMatchObject([{ what: 'environment.erased', by: { name: '技术员' } }])
  expect(good(await place.as('demo-secretary').calls('setup.state', {}))).toEqual({ needed: true })
})
