import type { OperationName } from '../../core/contract'
import { startBranch, type Branch } from './support/branch'
import { type Cost, costsWritten, readCosts, writeCosts } from './support/costs'
import { operations, phones } from './support/every'
import { inputs, type World } from './support/inputs'
import { worldOf } from './support/world'

/** What answers otherwise when it is sent again, and why that is right. */
const otherwise: Partial<Record<OperationName, string>> = {
  'attendance.mark': 'each mark has an id of its own, and is told to be known already',
  'attendance.kioskOpen': 'a token is kept nowhere; where it was lost with its answer, there is another one',
}
/** Steps of an election after its preparation, the count of an appraisal whose box never opened, and acts of tellers on a box that has none: refused here to every phone, and the same when sent again. */
const notYet: ReadonlySet<OperationName> = new Set([
  ...(['tellerKey', 'sealed', 'count', 'result', 'export', 'drop'] as const).map(verb => `survey.${verb}` as const),
  'appraisalBallot.count',
  ...(['open', 'give', 'scribe', 'count', 'result', 'void', 'again', 'reduce', 'seat', 'report'] as const).map(
    verb => `election.${verb}` as const,
  ),
])

let branch: Branch
let world: World
beforeAll(async () => {
  branch = await startBranch()
  world = await worldOf(branch)
})
afterAll(() => branch.close())

/** The cloud's log keeps three hundred calls: it is read before those of so many operations have gone from it. */
const READ_EACH = 15
/** As many waves has a tap that an elder waits for, at the most. */
const FEW = 4
/** One request in so many may come or go. */
const CHANCE_OF = 8
const costs = new Map<OperationName, Cost>()

/** Some six hundred operations, each by several phones, ms. */
const A_LONG_WALK = 180_000

test(
  'every operation, sent again because its answer was lost, answers as it did',
  async () => {
    const different: [OperationName, unknown, unknown][] = []
    let done = 0
    for (const [index, op] of operations.entries()) {
      const ask = (openid: string, command: string) => branch.as(openid).calls(op, inputs[op](world), command)
      for (const [nth, openid] of phones.entries()) {
        const command = `again-${String(index)}-${String(nth)}`
        const first = await ask(openid, command)
        if (!first.ok && nth < phones.length - 1) continue
        if (first.ok) done++
        const second = await ask(openid, command)
        if (JSON.stringify(second) !== JSON.stringify(first) && otherwise[op] === undefined) different.push([op, first, second])
        break
      }
      if (index % READ_EACH === 0 || index === operations.length - 1) await readCosts(branch.url, costs)
    }
    expect(different).toEqual([])
    // The others refuse each of these phones, and do so again.
    expect(done / operations.filter(op => !notYet.has(op)).length).toBeGreaterThan(0.9)
  },
  A_LONG_WALK,
)

test('no operation asks more of the database than the table of costs says', () => {
  if (process.env['COSTS'] === 'write') writeCosts(costs)
  const written = costsWritten()
  expect(costs.size / operations.length).toBeGreaterThan(0.85)
  const more = [...costs].filter(([op, { requests, waves }]) => {
    const before = written.get(op)
    // Whether a request is sent while another is under way is chance where chains run side by side: waves are held where they are few.
    // Of what goes out to many a part is sent by the timer where the call takes long: there one in eight is left to chance, of a tap nothing.
    return (
      !before || requests > before.requests + Math.floor(before.requests / CHANCE_OF) || (before.waves <= FEW && waves > before.waves + 1)
    )
  })
  expect(more.map(([op, cost]) => ({ op, ...cost, written: written.get(op) }))).toEqual([])
})
