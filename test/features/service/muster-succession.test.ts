import type { Muster, MusterCall } from '../../../cloudfunctions/features/service/musters/documents'
import { musterCallsGo } from '../../../cloudfunctions/features/service/musters/succession'
import { memoryStore } from '../../../config/demo/memory-store'
import { scopesOf } from '../../../core/shared/scopes'
import { HOUR, MORNING } from '../support/branch'
import { memoryPorts } from '../support/ports'

const STREET = '/district/changqing/'
const by = { openid: 'demo-bureau', memberId: 's-02', name: '老干部局' }
const shift = { startsAt: MORNING + HOUR, endsAt: MORNING + 4 * HOUR }
const musterOf = (orgId: string, path: string): Muster => ({
  ...{ _id: `flood-${orgId}`, orgId, orgName: orgId, path, scopes: scopesOf(path), small: path.includes('/b-') },
  ...{ title: '巡堤护湖', why: '', places: [{ name: '东堤' }], shifts: [shift], need: 9, elders: true, ...shift, state: 'open', acts: [] },
  ...{ ringAt: MORNING, leads: [], handOvers: [], asked: 0, secret: 's', createdBy: by, createdAt: MORNING },
})
const called = (muster: Muster): MusterCall => ({
  ...{ _id: `${muster._id}:m-1`, musterId: muster._id, memberId: 'm-1', name: '', branchId: 'b-old', path: `${STREET}b-old/`, bound: true },
  ...{ endsAt: muster.endsAt, answer: 'coming', cells: ['0-0'], arrivals: [], calledAt: MORNING, tries: [], history: [], version: 1 },
})

test('a branch that becomes part of another takes those called along, however many musters the district has', async () => {
  const others = Array.from({ length: 150 }, (_, n) => `b-${String(n)}`).map(id => musterOf(id, `${STREET}${id}/`))
  const above = [musterOf('district', '/district/'), musterOf('changqing', STREET), musterOf('b-old', `${STREET}b-old/`)]
  let looks = 0
  const { store, rows } = memoryStore({ musters: [...others, ...above], 'muster-calls': above.map(called) }, operation => {
    if (operation.startsWith('muster-calls.find')) looks++
  })
  await musterCallsGo(memoryPorts(store, MORNING), {
    ...{ from: 'b-old', fromName: '旧支部', into: 'b-new', intoName: '新支部', past: [], memberIds: ['m-1'] },
    paths: [{ from: `${STREET}b-old/`, into: `${STREET}b-new/` }],
  })
  expect(rows('muster-calls').map(one => [one.branchId, one.path])).toEqual(above.map(() => ['b-new', `${STREET}b-new/`]))
  expect(looks).toBe(above.length)
})
