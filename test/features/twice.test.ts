import { contract, type OperationName } from '../../core/contract'
import { startBranch, type Branch } from './support/branch'
import { operations, phones } from './support/every'
import { inputs, type World } from './support/inputs'
import { worldOf } from './support/world'

/** What answers two that came at once otherwise, and why that is right. */
const otherwise: Partial<Record<OperationName, string>> = {
  'attendance.mark': 'each mark has an id of its own, and one of the two is told that it is known',
  'attendance.kioskOpen': 'a token is kept nowhere; where it was lost with its answer, there is another one',
  'activity.remind': 'who was not reached is known only once WeChat has answered the call that sends',
}

let branch: Branch
let world: World
beforeAll(async () => {
  branch = await startBranch()
  world = await worldOf(branch)
})
afterAll(() => branch.close())

/** Some six hundred operations, each by several phones, ms. */
const A_LONG_WALK = 180_000

test(
  'every operation, tapped twice or sent again while it is under way, answers both alike',
  async () => {
    const different: [OperationName, unknown, unknown][] = []
    for (const [index, op] of operations.entries())
      for (const [nth, openid] of phones.entries()) {
        const ask = () => branch.as(openid).calls(op, inputs[op](world), `twice-${String(index)}-${String(nth)}`)
        const [one, other] = await Promise.all([ask(), ask()])
        if (!one.ok && !other.ok && nth < phones.length - 1) continue
        // What the one removed is not there for the other, until its answer is kept.
        const gone = 'kept' in contract[op] && [one, other].some(reply => !reply.ok && reply.code === 'NOT_FOUND')
        if (JSON.stringify(one) !== JSON.stringify(other) && !gone && otherwise[op] === undefined) different.push([op, one, other])
        break
      }
    expect(different).toEqual([])
  },
  A_LONG_WALK,
)
