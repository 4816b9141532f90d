import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from '../config/fresh'
import { startBench, type BenchCloud } from './cloud'
import { month, type Habit } from './months'
import type { Row } from './table'
import { codeNow, PARTY_DAY } from './trips'

const DAYS = 30
/** Branches whose nights the demo's timer goes through. */
const OF_THE_DEMO = 2
/** What a branch's day and night take in the demo district, beyond hours in which nothing is due, as `nightInTheDistrict` measured it last: 28,687 requests in 985 branches. */
const A_NIGHT_IN_THE_DISTRICT = 29.1
const WHEN = 'measured on 2026-11-30; again with --full'
const HOUR = 60 * 60_000
/** A branch of S0, and the district. */
const [BRANCH, DISTRICT] = [
  { members: 87, branches: 1, district: 0 },
  { members: 27_364, branches: 985, district: 1 },
] as const
/** A call's memory, what a wave of the database and the rest of a call are taken to last, and to what a call's time is rounded up. */
const [GB, WAVE_MS, REST_MS, STEP_MS] = [0.25, 15, 20, 100] as const

/**
 * What the platform gives and asks, as its own pages say; see docs/money.md. The packages of the console change, so that it is the number of calls
 * that counts here: a call of a function and a request to the database are one call each.
 */
const [PACK_CALLS, PACK_YUAN] = [10_000_000, 400] as const
const [FREE_GBS, FREE_REQUESTS_A_DAY] = [40_000, 80_000] as const

interface Cost {
  requests: number
  waves: number
}
const Log = z.object({ items: z.array(z.object({ op: z.string().optional(), databaseOperations: z.number(), roundTrips: z.number() })) })
const Stats = z.object({ functions: z.record(z.string(), z.object({ invocations: z.number(), databaseOperations: z.number() })) })

/** The table that a test holds every operation to; what it cannot send again is not in it. */
const measured = async (): Promise<ReadonlyMap<string, Cost>> => {
  const text = await readFile(join(root, 'docs/costs.md'), 'utf8')
  const lines = [...text.matchAll(/^\| `([\w.]+)` +\| +(\d+) \| +(\d+) \|/gm)]
  return new Map(lines.map(([, op = '', requests, waves]) => [op, { requests: Number(requests), waves: Number(waves) }]))
}

/** What the timer asks of the database: in an hour in which nothing is due, and in a day and night beyond such hours. */
interface Timer {
  idleHour: number
  beyond: number
}

/** A day and night of the timer's, hour by hour: of a long way only the end is gone minute by minute. */
const timerDay = async (cloud: BenchCloud): Promise<Timer> => {
  const asked = async () => Stats.parse(await cloud.get('/stats')).functions['timer']?.databaseOperations ?? 0
  const hours: number[] = []
  for (let hour = 0; hour < 24; hour++) {
    const before = await asked()
    await cloud.advance(HOUR)
    hours.push((await asked()) - before)
  }
  const idleHour = Math.min(...hours)
  return { idleHour, beyond: hours.reduce((sum, one) => sum + one - idleHour, 0) }
}

/** What a sign-in asks of the database, and what the timer does in the demo. */
const inTheDemo = async () => {
  const cloud = await startBench()
  const code = await codeNow(cloud)
  for (const openid of ['demo-member-05', 'demo-member-06']) await cloud.tap(openid, 'attendance.signIn', { activityId: PARTY_DAY, code })
  const signIn = Log.parse(await cloud.get('/log')).items.findLast(one => one.op === 'attendance.signIn')
  if (!signIn) throw new Error('the sign-in is not in the log')
  // The first day works off what the demo brings along.
  await timerDay(cloud)
  const timer = await timerDay(cloud)
  await cloud.close()
  return { signIn: { requests: signIn.databaseOperations, waves: signIn.roundTrips }, timer }
}

const Counted = z.object({ data: z.object({ total: z.number() }) })

/** What a day and night of a branch ask for where there are as many as in a district; it takes half an hour, so that it is measured with `--full` alone. */
const nightInTheDistrict = async (): Promise<number> => {
  const cloud = await startBench({}, 'district')
  const branches = { queryType: 'WHERE', query: JSON.stringify({ kind: 'branch' }) }
  const { total } = Counted.parse(await cloud.admin('calculateDocument', 'organizations', branches)).data
  await timerDay(cloud)
  const { beyond } = await timerDay(cloud)
  await cloud.close()
  return beyond / total
}

interface Bill {
  calls: number
  requests: number
  gbs: number
}

const billOf = (
  { members, branches, district }: { members: number; branches: number; district: number },
  costs: ReadonlyMap<string, Cost>,
  timer: Timer,
  inTheDistrict: number,
): Bill => {
  const times = ({ times: each, per }: Habit) => each * { member: members, branch: branches, district }[per]
  const minutes = DAYS * 24 * 60
  const bill = { calls: minutes, requests: 0, gbs: 0 }
  for (const habit of month) {
    const cost = costs.get(habit.op)
    if (!cost) throw new Error(`docs/costs.md has no ${habit.op}`)
    bill.calls += times(habit)
    bill.requests += times(habit) * cost.requests
    bill.gbs += (times(habit) * GB * Math.ceil((REST_MS + cost.waves * WAVE_MS) / STEP_MS) * STEP_MS) / 1000
  }
  // Whether anything is due is asked every minute, once for all; what is then done, at night above all, grows with the branches.
  const night = branches === 1 ? timer.beyond / OF_THE_DEMO : inTheDistrict
  const done = DAYS * night * branches
  bill.requests += DAYS * 24 * timer.idleHour + done
  bill.gbs += (minutes * GB * STEP_MS + done * GB * WAVE_MS) / 1000
  return bill
}

/** What a month costs: calls, requests and GB·s, and what that is of the platform's packages. */
export const money = async (full: boolean): Promise<Row[]> => {
  const { signIn, timer: demo } = await inTheDemo()
  const night = full ? await nightInTheDistrict() : A_NIGHT_IN_THE_DISTRICT
  const costs = new Map([...(await measured()), ['attendance.signIn', signIn]])
  const rows: Row[] = []
  for (const [name, place] of [
    ['a branch of 87', BRANCH],
    ['a district of 27,364 in 985 branches', DISTRICT],
  ] as const) {
    const { calls, requests, gbs } = billOf(place, costs, demo, night)
    const what = (of: string) => `a month of ${name}: ${of}`
    rows.push(
      { what: what('calls of functions'), figure: calls, digits: 0 },
      {
        what: what('requests to the database'),
        figure: requests,
        digits: 0,
        note: `${(requests / DAYS / FREE_REQUESTS_A_DAY).toFixed(2)} of the free quota of a day`,
      },
      { what: what('GB·s'), figure: gbs, digits: 0, note: `${(gbs / FREE_GBS).toFixed(2)} of the free quota of a month` },
      { what: what('yuan for all calls, at the price of a pack'), figure: ((calls + requests) / PACK_CALLS) * PACK_YUAN, digits: 2 },
      { what: what('yuan a member'), figure: ((calls + requests) / PACK_CALLS / place.members) * PACK_YUAN, digits: 4 },
    )
  }
  return [
    { what: 'the timer, an hour in which nothing is due: requests', figure: demo.idleHour, digits: 0, budget: { most: 75 } },
    { what: 'the timer, a day and night of a branch beyond that: requests', figure: demo.beyond / OF_THE_DEMO, digits: 0 },
    {
      what: 'the timer, a day and night of a branch in the district beyond that: requests',
      figure: night,
      digits: 1,
      note: full ? '' : WHEN,
    },
    ...rows,
  ]
}
