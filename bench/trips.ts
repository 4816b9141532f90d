import type { Contract, OperationName } from '../core/contract'
import type { Input } from '../core/shared/operation'
import { MORNING, startBench, type BenchCloud } from './cloud'
import type { Row } from './table'

export const PARTY_DAY = 'act-party-day'
export const SECRETARY = 'demo-secretary'

/** The code on the secretary's screen. */
export const codeNow = async (cloud: BenchCloud): Promise<string> => {
  const [first] = (await cloud.tap(SECRETARY, 'attendance.codes', { activityId: PARTY_DAY })).codes
  if (!first) throw new Error('the screen shows no code')
  return first.code
}

const HOUR = 60 * 60_000

/** Publishes a post of the demo branch with one shift of an hour, so many days after tomorrow morning. */
export const publishPost = async (cloud: BenchCloud, places: number, day = 0): Promise<{ postId: string; shiftId: string }> => {
  const startsAt = MORNING + (day + 1) * 24 * HOUR
  const { postId, shiftIds } = await cloud.tap(SECRETARY, 'post.publish', {
    orgId: 'branch-01',
    kind: '邻里帮',
    title: '邻里帮',
    place: { name: '小区东门', point: { lng: 114.2121, lat: 30.6402 } },
    audience: 'branch',
    shifts: [{ startsAt, endsAt: startsAt + HOUR, places }],
  })
  const [shiftId] = shiftIds
  if (shiftId === undefined) throw new Error('a post without a shift')
  return { postId, shiftId }
}

/** Waves of database operations of the latest call of an operation. */
export const tripsOf = async (cloud: BenchCloud, op: OperationName): Promise<number> => {
  const log = (await cloud.get('/log')) as { items: { op?: string; roundTrips: number }[] }
  const latest = log.items.findLast(one => one.op === op)
  if (!latest) throw new Error(`${op} has not been called`)
  return latest.roundTrips
}

/** Round trips to the database of the most frequent taps, by a warm instance. */
export const trips = async (): Promise<Row[]> => {
  const cloud = await startBench()
  const code = await codeNow(cloud)
  const row = async <N extends OperationName>(op: N, input: Input<Contract[N]>, openid = 'demo-member-06', note = ''): Promise<Row> => {
    await cloud.tap(openid, 'me.get', {})
    await cloud.tap(openid, op, input)
    return { what: `round trips, warm: ${op}`, figure: await tripsOf(cloud, op), budget: { most: 2 }, digits: 0, note }
  }
  const post = await publishPost(cloud, 5)
  // The liaison of the first group takes a request of an elder of that group.
  const { requestId } = await cloud.tap('demo-member-36', 'request.raise', { kind: 'water' })
  const tomorrow = MORNING + 24 * HOUR
  const room = { venueId: 'venue-branch', startsAt: tomorrow, endsAt: tomorrow + HOUR, purpose: '读书会' }
  const rows = [
    await row('activity.list', {}),
    await row('activity.get', { activityId: PARTY_DAY }),
    await row('attendance.signIn', { activityId: PARTY_DAY, code }),
    await row('signup.join', { activityId: 'act-phone-course' }),
    await row('post.claim', post, 'demo-member-06', 'budget 1, at most 2'),
    await row('venue.book', room, SECRETARY, 'one write, whether the day was there or not'),
    await row('request.accept', { requestId }, 'demo-volunteer-02', 'budget 1, at most 2'),
  ]
  await cloud.close()
  return rows
}
