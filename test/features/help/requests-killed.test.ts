import { Requests } from '../../../cloudfunctions/features/help/documents'
import type { HelpRequest } from '../../../cloudfunctions/features/help/documents'
import type { Message } from '../../../cloudfunctions/kernel/documents'
import { advanceRequests } from '../../../cloudfunctions/features/help/requests/jobs'
import { storedCase } from '../../../cloudfunctions/features/help/requests/step'
import { demoDocuments } from '../../../config/demo/documents'
import type { Seed } from '../../../config/demo/shape'
import { instantOf } from '../../../core/shared/calendar'
import { usualSettings } from '../../../core/help/requests/settings'
import { accept, done } from '../../../core/help/requests/helper-steps'
import { raise } from '../../../core/help/requests/rules'
import { memoryStore, type Before } from '../../../config/demo/memory-store'
import { memoryPorts } from '../support/ports'
import { people } from '../support/people'

const NOON = instantOf('2026-11-21', '12:00')
const MINUTE = 60_000
const LATER = NOON + 20 * MINUTE

const demo = demoDocuments('branch', NOON)
const elder = (n: number) => demo.members?.[n] ?? fail()
const fail = () => {
  throw new Error('the demo has fewer members')
}
const told = (request: HelpRequest): HelpRequest => ({ ...request, toldUpTo: request.timeline.length })

/** An hour's worth of everything: a request that must climb, one that is still untold, one that was done long ago, one that is late. */
const requests = (): HelpRequest[] => {
  const none = { liaison: [], leaders: [], team: [], near: [], secretary: [], street: [] }
  const helper = { memberId: people.liaison.memberId, name: '联络员', role: 'liaison' as const }
  const ladder = { candidates: { ...none, liaison: [helper] }, settings: usualSettings }
  const by = { openid: people.liaison.openid, memberId: people.liaison.memberId, name: '联络员' }
  const raised = (id: string, n: number, now: number) => {
    const { _id: memberId, name, branchId, path } = elder(n)
    const raisedBy = { openid: `o-${memberId}`, memberId, name }
    const about = {
      _id: id,
      kind: 'leak' as const,
      urgency: 'prompt' as const,
      memberId,
      name,
      branchId,
      path,
      text: '漏水了',
      photoFileIds: [],
      raisedBy,
    }
    return raise(about, ladder, now)
  }
  const step = (one: { next: ReturnType<typeof raise> } | { refused: string }) => ('next' in one ? one.next : fail())
  const taken = (id: string, n: number, now: number) =>
    step(accept(raised(id, n, now), helper, undefined, { by, now, commandId: `accept-${id}` }))
  const finished = step(
    done(
      taken('silent', 8, NOON - 4 * 24 * 60 * MINUTE),
      people.liaison.memberId,
      {},
      { by, now: NOON - 4 * 24 * 60 * MINUTE, commandId: 'done-silent' },
    ),
  )
  return [
    told(storedCase(raised('climbs', 3, NOON))),
    storedCase(raised('untold', 7, LATER - MINUTE)),
    storedCase(taken('taken', 11, NOON)),
    told(storedCase(finished)),
    told(storedCase(taken('late', 15, NOON - 24 * 60 * MINUTE))),
  ].map(one => (one.toldUpTo > 0 ? { ...one, nextDueAt: NOON } : one))
}

const world = (before: Before = () => undefined) => {
  const seed: Seed = { ...demo, requests: requests() }
  const { store, rows } = memoryStore(seed, before)
  const sent: string[] = []
  const ports = memoryPorts(store, LATER, sent)
  const byId = <T extends { _id: string }>(all: T[]) => all.sort((one, other) => (one._id < other._id ? -1 : 1))
  const outcome = () => ({
    requests: byId(rows('requests')),
    messages: byId(rows('messages')).map((one: Message) => [one._id, one.title]),
  })
  return { ports, sent, outcome, rows }
}

let silenced: jest.SpyInstance
beforeEach(() => {
  silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  silenced.mockRestore()
})

const undisturbed = async () => {
  const { ports, sent, outcome } = world()
  await advanceRequests(ports)
  return { sent: [...sent].sort(), ...outcome() }
}

test('one run moves what is due and tells of it: a rung climbed, a promise broken, a silence ended', async () => {
  const { requests: after, messages } = await undisturbed()
  const of = (id: string) => after.find(one => one._id === id)
  expect(of('climbs')).toMatchObject({ rung: 'team', toldUpTo: 3 })
  expect(of('silent')).toMatchObject({ state: 'closed' })
  expect(of('late')).toMatchObject({ broken: true })
  expect(after.every(one => one.toldUpTo === one.timeline.length)).toBe(true)
  expect(messages.length).toBeGreaterThan(8)
})

test('run again in the same minute it does nothing; two runs at once do what one does, each message once', async () => {
  const whole = await undisturbed()
  const { ports, sent, outcome } = world()
  await Promise.all([advanceRequests(ports), advanceRequests(ports)])
  await advanceRequests(ports)
  expect(outcome()).toEqual({ requests: whole.requests, messages: whole.messages })
  expect([...sent].sort()).toEqual(whole.sent)
})

test('killed after any of its operations and run again, it ends where an undisturbed run ends: nothing lost, nothing twice', async () => {
  const whole = await undisturbed()
  let operations = 0
  const counted = world(() => {
    operations++
  })
  await advanceRequests(counted.ports)
  expect(operations).toBeGreaterThan(50)
  for (let after = 0; after <= operations; after++) {
    let left = after
    let alive = false
    const { ports, outcome } = world(() => {
      if (!alive && left-- <= 0) throw new Error('the process ended')
    })
    await advanceRequests(ports).catch(() => undefined)
    alive = true
    await advanceRequests(ports)
    expect(outcome()).toEqual({ requests: whole.requests, messages: whole.messages })
  }
})

test('a thousand more open requests that are not due cost the timer nothing', async () => {
  const looks = async (calm: number) => {
    let operations = 0
    const { ports } = world(() => {
      operations++
    })
    const [first] = requests()
    if (!first) throw new Error('there are requests')
    await ports.store.table(Requests).addAll(
      Array.from({ length: calm }, (_, n) => ({
        ...first,
        _id: `calm-${String(n)}`,
        sameness: `calm-${String(n)}`,
        nextDueAt: LATER + 60 * MINUTE,
      })),
    )
    operations = 0
    await advanceRequests(ports)
    return operations
  }
  expect(await looks(1000)).toBe(await looks(0))
})
