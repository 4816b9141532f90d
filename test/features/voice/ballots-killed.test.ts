import { randomUUID } from 'node:crypto'
import { closeBox, countOf, lookOnceMore, openBox } from '../../../cloudfunctions/features/voice/ballots/boxes'
import { type BallotBox, BallotBoxes, Ballots, BallotTickets, ticketId } from '../../../cloudfunctions/features/voice/ballots/documents'
import { memoryStore } from '../../../config/demo/memory-store'
import { MINUTE, MORNING } from '../support/branch'
import { memoryPorts } from '../support/ports'

const VOTERS = 40
let opened: BallotBox
beforeAll(async () => {
  const { store } = memoryStore({})
  opened = await openBox({ store }, { _id: 'box', kind: 'survey', orgId: 'branch-01', path: '/district/', questions: [{ kind: 'text' }] })
})

/** A box with forty answers, each of another grade or text, and a process that ends after so many operations. */
const startAgain = async () => {
  let left = Infinity
  const { store, rows } = memoryStore({ 'ballot-boxes': [structuredClone(opened)] }, () => {
    if (left-- <= 0) throw new Error('the process ended')
  })
  for (let nth = 0; nth < VOTERS; nth++) {
    await store
      .table(Ballots)
      .add({ _id: `hash-${String(nth)}`, boxId: 'box', state: 'in', round: '', answer: JSON.stringify([`答${String(nth)}`]) })
    const ticket = { _id: ticketId('box', `m-${String(nth)}`), boxId: 'box', memberId: `m-${String(nth)}`, blinded: 'hash' }
    await store.table(BallotTickets).add(ticket)
  }
  const within = async <T>(
    operations: number,
    now: number,
    act: (ports: ReturnType<typeof memoryPorts>) => Promise<T>,
  ): Promise<boolean> => {
    left = operations
    const done = await act({ ...memoryPorts(store, now), newId: randomUUID }).then(
      () => true,
      () => false,
    )
    left = Infinity
    return done
  }
  return { store, rows, within }
}

/** All that a closed box has left: each answer once, under new ids, and nothing else. */
const expectWhole = async ({ store, rows }: Awaited<ReturnType<typeof startAgain>>) => {
  const box = await store.table(BallotBoxes).get('box')
  expect(box).toMatchObject({ state: 'closed', tickets: VOTERS, ballots: VOTERS })
  expect(box).not.toHaveProperty('privateKey')
  const counted = box && (await countOf(store, box))
  const wanted = Array.from({ length: VOTERS }, (_, nth) => `答${String(nth)}`).sort()
  expect(counted).toMatchObject({ answers: VOTERS, questions: [{ texts: wanted }] })
  expect(rows('ballot-tickets')).toEqual([])
  expect(rows('ballots')).toHaveLength(VOTERS)
  expect(rows('ballots').filter(one => one._id.startsWith('hash-'))).toEqual([])
}

test('a closing that is cut off anywhere loses no answer, doubles none, and leaves no ticket', async () => {
  let cuts = 0
  for (let operations = 1; ; operations++) {
    const cut = await startAgain()
    const done = await cut.within(operations, MORNING, ports => closeBox(ports, 'box'))
    // Another call leaves it alone for a minute; then the timer goes on.
    await cut.within(Infinity, MORNING + 1, ports => closeBox(ports, 'box'))
    await cut.within(Infinity, MORNING + MINUTE, ports => closeBox(ports, 'box'))
    await expectWhole(cut)
    if (done) break
    cuts++
  }
  expect(cuts).toBeGreaterThan(6)
})

test('the rows of a closed box lie in another order than they came, and the timer looks once more', async () => {
  const box = await startAgain()
  expect(await box.within(Infinity, MORNING, ports => closeBox(ports, 'box'))).toBe(true)
  const answers = box.rows('ballots').map(one => one.answer)
  expect(answers).not.toEqual(Array.from({ length: VOTERS }, (_, nth) => JSON.stringify([`答${String(nth)}`])))
  // What a call that was under way left behind is not counted, and is removed.
  await box.store.table(Ballots).add({ _id: 'late', boxId: 'box', state: 'in', round: '', answer: '["晚了"]' })
  const closed = await box.store.table(BallotBoxes).get('box')
  if (!closed) throw new Error('there is a box')
  await box.within(Infinity, MORNING + MINUTE, ports => lookOnceMore(ports, closed))
  await expectWhole(box)
  expect(await box.store.table(BallotBoxes).get('box')).not.toHaveProperty('closeDue')
})
