import type { Contract, OperationName } from '../core/contract'
import type { Input } from '../core/shared/operation'
import { startBench, type BenchCloud } from './cloud'
import type { Row } from './table'

export const PARTY_DAY = 'act-party-day'
export const SECRETARY = 'demo-secretary'

/** The code on the secretary's screen. */
export const codeNow = async (cloud: BenchCloud): Promise<string> => {
  const [first] = (await cloud.tap(SECRETARY, 'attendance.codes', { activityId: PARTY_DAY })).codes
  if (!first) throw new Error('the screen shows no code')
  return first.code
}

/** Waves of database operations of the latest call of an operation. */
export const tripsOf = async (cloud: BenchCloud, op: OperationName): Promise<number> => {
  const log = (await cloud.get('/log')) as { items: { op?: string; roundTrips: number }[] }
  const latest = log.items.findLast(one => one.op === op)
  if (!latest) throw new Error(`${op} has not been called`)
  return latest.roundTrips
}

/** Round trips to the database of what people tap most, by an instance that is warm. */
export const trips = async (): Promise<Row[]> => {
  const cloud = await startBench()
  const code = await codeNow(cloud)
  const row = async <N extends OperationName>(op: N, input: Input<Contract[N]>): Promise<Row> => {
    await cloud.tap('demo-member-06', 'me.get', {})
    await cloud.tap('demo-member-06', op, input)
    return { what: `round trips, warm: ${op}`, figure: await tripsOf(cloud, op), budget: { most: 2 }, digits: 0 }
  }
  const rows = [
    await row('activity.list', {}),
    await row('activity.get', { activityId: PARTY_DAY }),
    await row('attendance.signIn', { activityId: PARTY_DAY, code }),
    await row('signup.join', { activityId: 'act-phone-course' }),
  ]
  await cloud.close()
  return rows
}
