import { Environment } from '../../../core/shared/environment'
import { house } from '../../../cloudfunctions/house'
import { adding, changeCaseload, ending, type Helper } from '../../../cloudfunctions/features/care/pairings/caseloads'
import { deliver } from '../../../cloudfunctions/features/care/pairings/deliver'
import { deliverPairings } from '../../../cloudfunctions/features/care/pairings/jobs'
import { endPairingsOf, restorePairingsOf } from '../../../cloudfunctions/features/care/pairings/departures'
import type { Caseload } from '../../../cloudfunctions/features/care/pairings/documents'
import type { Ports } from '../../../cloudfunctions/kernel/ports'
import type { Seed } from '../../../config/demo/shape'
import { MORNING } from '../support/branch'
import { memoryStore } from '../../../config/demo/memory-store'
import { people } from '../support/people'

const by = { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '书记' }
const helper = (_id: string): Helper => ({ _id, name: _id, branchId: 'b', path: '/b/', partner: false })
const entry = (memberId: string, since = MORNING - 1000) => ({
  memberId,
  name: memberId,
  branchId: 'b',
  kind: 'one-to-many' as const,
  since,
  by,
})
const caseload = (_id: string, elders: Caseload['elders']): Caseload => ({ ...helper(_id), elders, version: 1, news: [] })
const elders = ['m-1', 'm-2', 'm-3']
const seed = (): Seed => ({ caseloads: [caseload('old', elders.map(one => entry(one)))] }) // prettier-ignore

class Killed extends Error {}

/** Ports whose process ends before its n-th operation. */
const world = (killAt = Number.POSITIVE_INFINITY) => {
  let count = 0
  let dies = true
  const { store, rows } = memoryStore(seed(), () => {
    count++
    if (dies && count >= killAt) throw new Killed()
  })
  const unexpected = () => Promise.reject(new Error('not asked for'))
  const ports = (now = MORNING): Ports => ({
    store,
    house,
    environment: () => Environment.parse({}),
    now,
    elapsed: () => 0,
    newId: () => 'id',
    files: { read: unexpected, write: unexpected, addresses: unexpected, remove: unexpected },
    wechat: {
      textIsFit: unexpected,
      phoneNumber: unexpected,
      send: unexpected,
      newCard: unexpected,
      showOnCard: unexpected,
      pageCode: unexpected,
    },
  })
  const spared = () => {
    dies = false
  }
  const listOf = (id: string) => (rows('caseloads').find(one => one._id === id)?.elders ?? []).map(one => one.memberId)
  return { ports, rows, listOf, spared, operations: () => count }
}
type World = ReturnType<typeof world>

/** What the use-case does: the taker's list, the former helper's list, and what follows from both. */
const handOver = async ({ ports }: World) => {
  const entries = elders.map(one => entry(one, MORNING))
  await changeCaseload(ports(), helper('new'), adding(entries, by, { insteadOf: 'old', reason: '调走' }))
  await changeCaseload(
    ports(),
    helper('old'),
    ending(one => (elders.includes(one.memberId) ? { cause: 'handed-over', reason: '调走' } : null), by),
  )
  for (const id of ['old', 'new']) await deliver(ports(), id)
}

const untilKilled = async (act: () => Promise<void>) => {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Killed)) throw error
  }
}

test('a hand-over that dies before any of its steps leaves no elder alone, and the timer finishes what was begun', async () => {
  const whole = world()
  await handOver(whole)
  const steps = whole.operations()
  expect(steps).toBeGreaterThan(8)
  for (let step = 1; step <= steps; step++) {
    const cut = world(step)
    await untilKilled(() => handOver(cut))
    for (const one of elders) expect([...cut.listOf('old'), ...cut.listOf('new')]).toContain(one)
    cut.spared()
    await deliverPairings(cut.ports())
    await deliverPairings(cut.ports())
    const began = cut.listOf('new').length > 0
    expect([cut.listOf('old'), cut.listOf('new')]).toEqual(began ? [[], elders] : [elders, []])
    expect(cut.rows('pairing-history').map(one => [one.memberId, one.cause])).toEqual(began ? elders.map(one => [one, 'handed-over']) : [])
    expect(cut.rows('caseloads').flatMap(one => one.news)).toEqual([])
    // Each elder and each of both helpers was told once.
    expect(cut.rows('messages').filter(one => one.memberId === 'new')).toHaveLength(began ? 1 : 0)
    for (const one of elders) expect(cut.rows('messages').filter(row => row.memberId === one)).toHaveLength(began ? 1 : 0)
  }
})

test('a death ends the pairings of elder and helper; undone the same day, all is as before', async () => {
  const { ports, listOf, rows } = world()
  await endPairingsOf(ports(), 'm-2', '去世', by)
  expect(listOf('old')).toEqual(['m-1', 'm-3'])
  expect(rows('messages').filter(one => one.memberId === 'm-2')).toEqual([])
  await endPairingsOf(ports(MORNING + 1), 'old', '去世', by)
  expect(listOf('old')).toEqual([])
  expect(rows('pairing-history').map(one => [one.memberId, one.cause])).toEqual([['m-2', 'died'], ['m-1', 'helper-died'], ['m-3', 'helper-died']]) // prettier-ignore
  await restorePairingsOf(ports(MORNING + 2), 'old', MORNING, by)
  await restorePairingsOf(ports(MORNING + 2), 'm-2', MORNING, by)
  expect(listOf('old').sort()).toEqual(elders)
  expect(rows('pairing-history')).toEqual([])
})

test('an elder who got another helper meanwhile keeps that one when a death is undone', async () => {
  const { ports, listOf } = world()
  await endPairingsOf(ports(), 'old', '去世', by)
  await changeCaseload(ports(MORNING + 5), helper('new'), adding([entry('m-1', MORNING + 5)], by))
  await deliver(ports(MORNING + 5), 'new')
  await restorePairingsOf(ports(MORNING + 9), 'old', MORNING, by)
  expect([listOf('old').sort(), listOf('new')]).toEqual([['m-2', 'm-3'], ['m-1']])
})
