import * as z from 'zod'
import type { Organization } from '../cloudfunctions/features/people/documents'
import { startBench, type BenchCloud, type Documented } from './cloud'
import { compare, type Spent, spentBy } from './service'
import type { Row } from './table'

const [FEW, MANY] = [25, 985]
const ROUNDS = 11
const MINUTE = 60_000
const ROOT = '/district/'
/** Branches of one street of the chain. */
const OF_A_STREET = 25
/** More minutes than a chain takes. */
const MOST_MINUTES = 60

const branchOf = (n: number, parentId: string, path: string): Organization => {
  const id = `judged-${String(n)}`
  return {
    ...{ _id: id, name: `第${id}支部`, kind: 'branch', branchKind: 'established', parentId, path: `${path}${id}/` },
    ...{ rosterVersion: 0, history: [{ at: Date.UTC(2025, 0, 1), by: 'bench', what: `created: ${id}` }] },
  }
}

const branchesOf = (count: number): Documented => {
  function* organizations(): Iterable<Organization> {
    for (let n = 0; n < count; n++) yield branchOf(n, 'changqing', `${ROOT}changqing/`)
  }
  return { organizations: organizations() }
}

/** As many branches in streets of twenty-five. */
const streetsOf = (count: number): Documented => {
  function* organizations(): Iterable<Organization> {
    for (let n = 0; n < count; n++) {
      const street = `street-${String(Math.floor(n / OF_A_STREET))}`
      const path = `${ROOT}${street}/`
      if (n % OF_A_STREET === 0)
        yield {
          ...{ _id: street, name: street, kind: 'street', parentId: 'district', path, rosterVersion: 0 },
          history: [{ at: Date.UTC(2025, 0, 1), by: 'bench', what: `created: ${street}` }],
        }
      yield branchOf(n, street, path)
    }
  }
  return { organizations: organizations() }
}

/** The evidence of one branch counted for a round, in a district of many branches ÷ in a street of few: what the timer's chain does to each. */
const evidence = async (): Promise<Row[]> => {
  const clouds = [await startBench(branchesOf(FEW)), await startBench(branchesOf(MANY))] as const
  const round = { orgId: 'district', templateId: 'six-goods-2022', period: '2026', closesOn: '2026-12-31' }
  const rounds = [
    (await clouds[0].tap('demo-bureau', 'assessment.open', round)).roundId,
    (await clouds[1].tap('demo-bureau', 'assessment.open', round)).roundId,
  ] as const
  const rows = await compare(`evidence of a branch, ${String(MANY)} branches ÷ ${String(FEW)}`, ROUNDS, which =>
    spentBy(clouds[which], 'api', 'assessment.recount', () =>
      clouds[which].tap('demo-bureau', 'assessment.recount', { roundId: rounds[which], branchId: 'judged-7' }),
    ),
  )
  await Promise.all(clouds.map(cloud => cloud.close()))
  return rows.map(row => (row.what.endsWith('examined') ? row : { ...row, budget: { most: 1.1 } }))
}

const Listed = z.object({ data: z.object({ list: z.array(z.string()) }) })
const RoundRow = z.object({ acts: z.array(z.object({ what: z.string() })), frozen: z.boolean() })
const FigureRow = z.object({ due: z.number().optional() })

const rowsOf = async (cloud: BenchCloud, collection: string, query: object): Promise<unknown[]> =>
  Listed.parse(
    await cloud.admin('getDocument', collection, { queryType: 'WHERE', query: JSON.stringify(query), limit: 1000 }),
  ).data.list.map(one => JSON.parse(one) as unknown)
/** No figure waits to be counted. */
const isCounted = async (cloud: BenchCloud): Promise<boolean> =>
  (await rowsOf(cloud, 'rollups', { due: { $gt: 0 } })).map(one => FigureRow.parse(one)).length === 0

type Cost = Pick<Spent, 'cpu' | 'operations'>
const minute = (cloud: BenchCloud): Promise<Spent> => spentBy(cloud, 'timer', undefined, () => cloud.advance(MINUTE))
const sum = (all: readonly Cost[]): Cost => all.reduce((one, other) => ({ cpu: one.cpu + other.cpu, operations: one.operations + other.operations }), { cpu: 0, operations: 0 }) // prettier-ignore

/** The minutes of the timer until it is done, without what minutes of such a place cost by themselves. */
const until = async (cloud: BenchCloud, idle: Cost, done: () => Promise<boolean>): Promise<Cost> => {
  const minutes: Cost[] = []
  while (!(await done())) {
    if (minutes.length > MOST_MINUTES) throw new Error('the chain came to no end')
    minutes.push(await minute(cloud))
  }
  const { cpu, operations } = sum(minutes)
  return { cpu: cpu - minutes.length * idle.cpu, operations: operations - minutes.length * idle.operations }
}

interface Chain {
  opening: Cost
  closing: Cost
}

/** A round over all branches, from its opening until every branch has its sheet, its secretaries are told and the map stands; then its closing, until all is frozen. */
const chain = async (branches: number): Promise<Chain> => {
  const cloud = await startBench(streetsOf(branches))
  // What else there is to do in a place that is new is done first.
  for (let at = 0; at < MOST_MINUTES && !((await isCounted(cloud)) && at > 10); at++) await cloud.advance(MINUTE)
  const idle = sum([await minute(cloud), await minute(cloud)])
  const each = { cpu: idle.cpu / 2, operations: idle.operations / 2 }
  let roundId = ''
  const round = { orgId: 'district', templateId: 'six-goods-2022', period: '2026', closesOn: '2026-12-31' }
  const opened = await spentBy(cloud, 'api', 'assessment.open', async () => {
    roundId = (await cloud.tap('demo-bureau', 'assessment.open', round)).roundId
  })
  const stands = async () => RoundRow.parse((await rowsOf(cloud, 'assessment-rounds', { _id: roundId }))[0])
  const entered = await until(cloud, each, async () => {
    const { acts } = await stands()
    return !acts.some(one => one.what === 'enter' || one.what === 'tell') && (await isCounted(cloud))
  })
  const { left, whole } = await cloud.tap('demo-bureau', 'assessment.map', { roundId, orgId: 'district' })
  if (left !== 0 || (whole?.branches ?? 0) < branches)
    throw new Error(`${String(whole?.branches)} of ${String(branches)} branches have a sheet`)
  const closed = await spentBy(cloud, 'api', 'assessment.close', () => cloud.tap('demo-bureau', 'assessment.close', { roundId }))
  const frozen = await until(cloud, each, async () => (await stands()).frozen && (await isCounted(cloud)))
  const all = whole?.branches ?? branches
  await cloud.close()
  const per = (cost: Cost): Cost => ({ cpu: cost.cpu / all, operations: cost.operations / all })
  return { opening: per(sum([opened, entered])), closing: per(sum([closed, frozen])) }
}

/** The whole chain of the timer, per branch: at a district's 985 ÷ at 25. */
const chains = async (): Promise<Row[]> => {
  // The first one warms the machine and is not counted.
  await chain(FEW)
  const [few, many] = [await chain(FEW), await chain(MANY)]
  return (['opening', 'closing'] as const).flatMap(part =>
    (['operations', 'cpu'] as const).map((key): Row => {
      const [one, other] = [few[part][key], many[part][key]]
      const name = key === 'cpu' ? 'CPU' : 'operations'
      const shown = (value: number) => (key === 'cpu' ? `${(value / 1000).toFixed(1)} ms` : value.toFixed(1))
      return {
        ...{ what: `${part} a round, per branch, ${String(MANY)} branches ÷ ${String(FEW)}: ${name}`, figure: other / one },
        ...{ budget: { most: 1.1 }, note: `${shown(other)} ÷ ${shown(one)}` },
      }
    }),
  )
}

/** Assessments: what counting costs a branch, by itself and in the whole chain of a round. */
export const assessments = async (): Promise<Row[]> => [...(await evidence()), ...(await chains())]
