import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Contract, OperationName } from '../core/contract'
import type { Input } from '../core/shared/operation'
import { ASKED_BETWEEN_THREADS } from '../localcloud/admin/admin'
import { boardsOf } from './boards'
import { startBench, type BenchCloud, type Documented } from './cloud'
import { accountOf, memberOf } from './people'
import { ratio, type Row } from './table'
import { codeNow, PARTY_DAY, SECRETARY, tripsOf } from './trips'

const SMALL = 1000
const BRANCH = 100
const ROUNDS = 30
const TAPS_A_ROUND = 7

/** So many members beside the demo's, in branches of a hundred, each with an account and a row on a sheet. */
const others = (count: number): Documented => {
  const branchOf = (n: number) => `branch-x${Math.floor(n / BRANCH)}`
  function* each<D>(make: (n: number) => D): Generator<D> {
    for (let n = 0; n < count; n++) yield make(n)
  }
  return {
    rollups: boardsOf(count),
    members: each(n => memberOf(branchOf(n), `x-${n}`, n)),
    accounts: each(n => accountOf(`other-${n}`, `x-${n}`)),
    attendance: each(n => ({
      _id: `act-${branchOf(n)}:x-${n}`,
      activityId: `act-${branchOf(n)}`,
      memberId: `x-${n}`,
      state: 'present' as const,
      at: n,
      late: false,
      way: 'code' as const,
      by: { openid: `other-${n}`, memberId: `x-${n}`, name: `x-${n}` },
      history: [],
    })),
  }
}

export interface Asked {
  requests: number
  bytes: number
}

/** What every server of this process is asked and answers during a job: the requests of phones and other processes, by HTTP, and of functions, between threads. */
export const askedDuring = async (job: () => Promise<unknown>): Promise<Asked> => {
  const asked = { requests: 0, bytes: 0 }
  const count = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    asked.requests++
    asked.bytes += Number(request.headers['content-length'] ?? 0) + Number(response.getHeader('content-length') ?? 0)
  }
  const countThreads = (message: unknown) => {
    const { asked: question, answered } = message as { asked: string; answered: string }
    asked.requests++
    asked.bytes += Buffer.byteLength(question) + Buffer.byteLength(answered)
  }
  subscribe('http.server.response.finish', count)
  subscribe(ASKED_BETWEEN_THREADS, countThreads)
  await job()
  unsubscribe('http.server.response.finish', count)
  unsubscribe(ASKED_BETWEEN_THREADS, countThreads)
  return asked
}

/** The bytes of it alone. */
export const bytesDuring = async (job: () => Promise<unknown>): Promise<number> => (await askedDuring(job)).bytes

const two = (n: number) => String(n).padStart(2, '0')

export interface Tap<N extends OperationName> {
  op: N
  who: (n: number) => string
  input: Input<Contract[N]>
}
interface Spent {
  cpu: number
  bytes: number
  trips: number
}

/** Taps of one kind in turn on the small and the large cloud; the same people tap the same things. */
export const compare = async <N extends OperationName>(
  clouds: readonly [BenchCloud, BenchCloud],
  { op, who, input }: Tap<N>,
  rounds = ROUNDS,
): Promise<Row[]> => {
  const round = async (cloud: BenchCloud, at: number): Promise<Spent> => {
    let cpu = 0
    const bytes = await bytesDuring(async () => {
      const before = process.cpuUsage()
      for (let n = 0; n < TAPS_A_ROUND; n++) await cloud.tap(who(at * TAPS_A_ROUND + n + 1), op, input)
      const { user, system } = process.cpuUsage(before)
      cpu = user + system
    })
    return { cpu, bytes, trips: await tripsOf(cloud, op) }
  }
  const spent: [Spent, Spent][] = []
  for (let at = 0; at < rounds; at++) {
    // The order changes each round, so that neither cloud has the advantage.
    const large = at % 2 === 0 ? await round(clouds[1], at) : undefined
    const small = await round(clouds[0], at)
    spent.push([small, large ?? (await round(clouds[1], at))])
  }
  return (['trips', 'bytes', 'CPU'] as const).map(what => {
    const key = what === 'CPU' ? 'cpu' : what
    const [small, large] = [spent.map(([one]) => one[key]), spent.map(([, one]) => one[key])]
    return { what: `${op}: ${what}`, ...ratio(large, small), budget: { most: 1.1 } }
  })
}

/** The cost of taps beside very many members, over their cost beside a thousand. */
export const scale = async (members: number): Promise<Row[]> => {
  const clouds = [await startBench(others(SMALL)), await startBench(others(members))] as const
  const code = await codeNow(clouds[0])
  await codeNow(clouds[1])
  // The first seventy of the demo's 77 in turn: each signs in for the first time in the first round.
  const member = (n: number) => `demo-member-${two(((n - 1) % 70) + 1)}`
  // The instances of both clouds are warm before counting.
  for (let n = 1; n <= 40; n++) for (const cloud of clouds) await cloud.tap(member(n), 'me.get', {})
  const rows = [
    ...(await compare(clouds, { op: 'me.get', who: member, input: {} })),
    ...(await compare(clouds, { op: 'activity.list', who: member, input: {} })),
    ...(await compare(clouds, { op: 'activity.get', who: member, input: { activityId: PARTY_DAY } })),
    ...(await compare(clouds, { op: 'attendance.signIn', who: member, input: { activityId: PARTY_DAY, code } })),
    ...(await compare(clouds, { op: 'board.get', who: () => 'demo-bureau', input: { orgId: 'district' } })),
    ...(await compare(clouds, { op: 'roster.list', who: () => SECRETARY, input: { branchId: 'branch-01' } })),
  ]
  await Promise.all(clouds.map(cloud => cloud.close()))
  return rows.map(row => ({ ...row, what: `${members} ÷ ${SMALL} members, ${row.what}` }))
}
