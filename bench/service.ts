import * as z from 'zod'
import type { HelpRequest } from '../cloudfunctions/features/help/documents'
import { geoPoint } from '../cloudfunctions/kernel/geo'
import { filed } from '../core/help/requests/filing'
import { raise } from '../core/help/requests/rules'
import { usualSettings } from '../core/help/requests/settings'
import { MORNING, startBench, type BenchCloud, type Documented } from './cloud'
import { accountOf, memberOf } from './people'
import { median, ratio, spread, type Row } from './table'
import { publishPost, SECRETARY } from './trips'

const MINUTE = 60_000
const two = (n: number) => String(n).padStart(2, '0')
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
const Log = z.object({
  items: z.array(
    z.object({
      functionName: z.string(),
      op: z.string().optional(),
      ok: z.boolean(),
      databaseOperations: z.number(),
      operations: z.array(z.object({ examined: z.number() })),
    }),
  ),
})

export interface Spent {
  cpu: number
  operations: number
  examined: number
}

/** The cost of a job, with what the latest call of a function (and operation) in it asked of the database. */
export const spentBy = async (
  cloud: BenchCloud,
  functionName: string,
  op: string | undefined,
  job: () => Promise<unknown>,
): Promise<Spent> => {
  const before = process.cpuUsage()
  await job()
  const { user, system } = process.cpuUsage(before)
  const latest = Log.parse(await cloud.get('/log')).items.findLast(one => one.functionName === functionName && one.op === op)
  if (!latest?.ok) throw new Error(`${functionName} ${op ?? ''} did not succeed`)
  const examined = latest.operations.reduce((sum, one) => sum + one.examined, 0)
  return { cpu: user + system, operations: latest.databaseOperations, examined }
}

/** Both clouds in turn; the first rounds warm them and are not counted. Rows of the second over the first. */
export const compare = async (
  what: string,
  rounds: number,
  round: (which: 0 | 1, at: number) => Promise<Spent>,
  warm = 5,
): Promise<Row[]> => {
  const spent: [Spent[], Spent[]] = [[], []]
  for (let at = 0; at < rounds; at++) {
    for (const which of at % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const one = await round(which, at)
      if (at >= warm) spent[which].push(one)
    }
  }
  return (['operations', 'examined', 'cpu'] as const).map(key => {
    const [few, many] = [spent[0].map(one => one[key]), spent[1].map(one => one[key])]
    const name = { operations: 'operations', examined: 'documents examined', cpu: 'CPU' }[key]
    return { what: `${what}: ${name}`, ...ratio(many, few), ...(key === 'cpu' ? {} : { note: `${median(many)} ÷ ${median(few)}` }) }
  })
}

/** Fifty people tap at once for five places, on one post after another. */
const fiftyOnFive = async (): Promise<Row[]> => {
  const cloud = await startBench()
  const people = numbers(50).map(n => `demo-member-${two(n + 1)}`)
  const seconds: number[] = []
  const wrong: number[] = []
  for (const day of numbers(7)) {
    const post = await publishPost(cloud, 5, day)
    const began = performance.now()
    const answers = await Promise.all(people.map(openid => cloud.tap(openid, 'post.claim', post)))
    seconds.push((performance.now() - began) / 1000)
    const { shifts } = await cloud.tap(SECRETARY, 'post.holders', { postId: post.postId })
    const held = shifts[0]?.holders.filter(one => one.state === 'held').length ?? 0
    wrong.push(Math.abs(held - 5) + Math.abs(answers.filter(one => one.state === 'held').length - 5))
  }
  await cloud.close()
  const what = '50 people on 5 places, 7 times'
  return [
    { what: `${what}: places held beyond or short of 5`, figure: Math.max(...wrong), budget: { most: 0 }, digits: 0 },
    { what: `${what}: until all have heard`, ...spread(seconds), unit: ' s' },
  ]
}

const ELDERS = 105
/** A large database is read for the first time for so long: of the first thirty calls in it the CPU was 1.2 of the small one's, of the sixtieth and later 0.96 – 1.0. */
const WARM = 40
const FEW = 1000
const CENTRE = { lng: 114.2121, lat: 30.6402 }
/** A point in a town of about 20 km by 20 km, or so many times as wide; the fractions of multiples of two irrational numbers fill it evenly. */
const somewhere = (n: number, wider: number) => ({
  lng: CENTRE.lng + ((((n + 1) * Math.SQRT2) % 1) - 0.5) * 0.21 * wider,
  lat: CENTRE.lat + ((((n + 1) * Math.sqrt(3)) % 1) - 0.5) * 0.18 * wider,
})

/** Elders of a branch without officers or teams, so that volunteers near are asked first; and so many volunteers around. */
const town = (volunteers: number, wider = 1): Documented => {
  function* members() {
    for (const n of numbers(ELDERS)) yield { ...memberOf('branch-e', `e-${n}`, n), home: geoPoint(CENTRE) }
    for (let n = 0; n < volunteers; n++)
      yield {
        ...memberOf(`branch-x${Math.floor(n / 100)}`, `x-${n}`, n),
        home: geoPoint(somewhere(n, wider)),
        helping: { kinds: ['talk' as const] },
      }
  }
  return { members: members(), accounts: numbers(ELDERS).map(n => accountOf(`elder-${n}`, `e-${n}`)) }
}

/** An elder asks for company: five volunteers near are found and told. */
const dispatch = async (where: string, more: Documented, most: number): Promise<Row[]> => {
  const clouds = [await startBench(town(FEW)), await startBench(more)] as const
  const ask = (cloud: BenchCloud, at: number) =>
    spentBy(cloud, 'api', 'request.raise', async () => {
      const { told } = await cloud.tap(`elder-${at}`, 'request.raise', { kind: 'talk' })
      if (told.length !== usualSettings.volunteers) throw new Error(`${told.length} volunteers were told`)
    })
  const rows = await compare(`request.raise, ${where} ÷ ${FEW} in a town`, ELDERS, (which, at) => ask(clouds[which], at), WARM)
  await Promise.all(clouds.map(cloud => cloud.close()))
  // The cost of a tap must not grow with the people; the number of examined documents explains it where it does.
  return rows.map(row => (row.what.endsWith('examined') ? row : { ...row, budget: { most } }))
}

const TICKS = 15
const DUE = 20

/** A request of that branch, already delivered, whose liaison has an hour from then. */
const requestOf = (id: string, branchId: string, raisedAt: number): HelpRequest => {
  const { _id, name, path } = memberOf(branchId, `m-${id}`, 1)
  const liaison = [{ memberId: `l-${branchId}`, name: branchId, role: 'liaison' as const }]
  const candidates = { liaison, leaders: [], team: [], near: [], secretary: [], street: [] }
  const raisedBy = { openid: id, memberId: _id, name }
  const about = { kind: 'legal' as const, urgency: 'ordinary' as const, memberId: _id, name, branchId, path, text: '', photoFileIds: [] }
  const raised = raise({ _id: id, ...about, raisedBy }, { candidates, settings: usualSettings }, raisedAt)
  const delivered = { ...raised, toldUpTo: raised.timeline.length }
  return { ...delivered, ...filed(delivered, true) }
}

/** So many open requests that are not due for an hour, in branches of a hundred, beside those of which twenty climb each minute. */
const cases = (count: number): Documented => {
  function* requests() {
    for (const n of numbers(TICKS * DUE)) yield requestOf(`due-${n}`, 'branch-01', MORNING - 59 * MINUTE + Math.floor(n / DUE) * MINUTE)
    for (let n = 0; n < count; n++) yield requestOf(`open-${n}`, `branch-x${Math.floor(n / 100)}`, MORNING)
  }
  return { requests: requests() }
}

const Stored = z.object({ data: z.object({ list: z.array(z.string()) }) })
const Asked = z.object({ rung: z.string() })

/** @throws where a due request did not climb: the ticks have measured nothing then */
const checkClimbed = async (cloud: BenchCloud): Promise<void> => {
  const ids = numbers(TICKS * DUE).map(n => `due-${n}`)
  const query = JSON.stringify({ _id: { $in: ids } })
  const { list } = Stored.parse(await cloud.admin('getDocument', 'requests', { queryType: 'WHERE', query, limit: 1000 })).data
  if (list.length !== ids.length) throw new Error(`${list.length} of ${ids.length} requests are there`)
  const left = list.filter(one => Asked.parse(JSON.parse(one)).rung === 'liaison').length
  if (left > 0) throw new Error(`${left} requests wait for their liaison`)
}

/** One minute of the timer. */
const ticks = async (open: number): Promise<Row[]> => {
  const clouds = [await startBench(cases(100)), await startBench(cases(open))] as const
  const rows = await compare(`timer's minute, ${DUE} due, at ${open} open requests ÷ at 100`, TICKS, which =>
    spentBy(clouds[which], 'timer', undefined, () => clouds[which].advance(MINUTE)),
  )
  for (const cloud of clouds) await checkClimbed(cloud)
  await Promise.all(clouds.map(cloud => cloud.close()))
  return rows
}

/** Service posts and requests: a crowd on few places, and costs that must not grow with the town. */
export const service = async ({ volunteers, open }: { volunteers: number; open: number }): Promise<Row[]> => [
  ...(await fiftyOnFive()),
  ...(await dispatch(`${volunteers} volunteers in the same town`, town(volunteers), 1.1)),
  ...(await dispatch(`${volunteers} volunteers as far apart`, town(volunteers, Math.sqrt(volunteers / FEW)), 1.05)),
  ...(await ticks(open)),
]
