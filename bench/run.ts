import { parseArgs } from 'node:util'
import { buildCloudIfStale } from '../config/cloud-if-stale'
import { buildWeappIfStale } from '../config/build-web'
import { assessments } from './assessments'
import { backup } from './backup'
import { ballots } from './ballots'
import { burst } from './burst'
import { buildChildren } from './children'
import { cold } from './cold'
import { district } from './district'
import { growth } from './growth'
import { idle } from './idle'
import { jobs } from './jobs'
import { localcloud } from './localcloud'
import { dues } from './dues'
import { money } from './money'
import { musters } from './musters'
import { packages } from './packages'
import { near } from './near'
import { committed, note } from './results'
import { rhythm } from './rhythm'
import { scale } from './scale'
import { service } from './service'
import { everyPage, setdata } from './setdata'
import { signIns } from './sign-ins'
import { skeleton } from './skeleton'
import { keeps, tableOf, type Row } from './table'
import { trips } from './trips'
import { visits } from './visits'
import { wholeDistrict } from './whole-district'

/** How much of everything: a look in two minutes, what ten minutes hold, and what is said of the product. */
const sizes = {
  quick: {
    ...{ members: 10_000, backup: 1000, branches: 100, service: { volunteers: 10_000, open: 1000 } },
    burst: { signIns: 500, claims: 200, places: 50, reads: 200, muster: 200, ballots: 20 },
  },
  usual: {
    ...{ members: 27_364, backup: 5000, branches: 250, service: { volunteers: 27_364, open: 5000 } },
    burst: { signIns: 2000, claims: 1000, places: 50, reads: 1000, muster: 1000, ballots: 100 },
  },
  full: {
    ...{ members: 500_000, backup: 27_364, branches: 985, service: { volunteers: 100_000, open: 10_000 } },
    burst: { signIns: 10_000, claims: 1000, places: 50, reads: 5000, muster: 5000, ballots: 500 },
  },
} as const

/** Parts that are longer than the whole may be, and run where they are named. */
const APART = new Set(['growth', 'every-page', 'jobs', 'skeleton'])

/** See README.md. */
const main = async (): Promise<void> => {
  process.env['TZ'] = 'UTC'
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      members: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const { quick } = values
  if (quick && values.full) throw new Error('--quick and --full cannot be had together')
  const size = quick ? 'quick' : values.full ? 'full' : 'usual'
  const sized = sizes[size]
  const members = Number(values.members ?? sized.members)
  if (!Number.isInteger(members) || members < 1000) throw new Error('--members is a number from 1000')
  const only = values.only?.split(',') ?? []
  const parts: Record<string, () => Promise<Row[]>> = {
    cold: () => cold(quick),
    trips,
    'sign-ins': () => signIns(sized.burst.signIns),
    burst: () => burst(sized.burst),
    idle: () => idle(quick),
    scale: () => scale(members),
    localcloud: () => localcloud(quick),
    service: () => service(sized.service),
    visits: () => visits(quick),
    backup: () => backup(sized.backup),
    ballots: () => ballots(quick),
    near,
    rhythm: () => rhythm(sized.branches),
    musters: () => musters(sized.burst.muster),
    assessments,
    dues,
    money: () => money(values.full),
    district,
    'whole-district': wholeDistrict,
    growth: () => growth(members, only),
    jobs: () => jobs(members, only),
    setdata,
    'every-page': everyPage,
    skeleton,
    packages: async () => {
      await buildWeappIfStale()
      return packages()
    },
  }
  const unknown = positionals.find(name => !(name in parts))
  if (unknown !== undefined) throw new Error(`there is no "${unknown}"; there are ${Object.keys(parts).join(', ')}`)
  await buildCloudIfStale()
  await buildChildren()
  const [rows, earlier, started] = [[] as Row[], committed(), performance.now()]
  const since = (began: number) => (performance.now() - began) / 1000
  for (const [name, measure] of Object.entries(parts)) {
    if (positionals.length > 0 ? !positionals.includes(name) : APART.has(name)) continue
    const began = performance.now()
    const measured = await measure()
    console.error(`${name}: ${since(began).toFixed(0)} s`)
    rows.push(...measured)
    // Of other sizes and of a few operations the figures would say something else the next time.
    if (size === 'usual' && values.members === undefined && only.length === 0) note(name, measured, since(began))
  }
  if (positionals.length === 0)
    rows.push({ what: 'the whole bench', figure: since(started) / 60, budget: { most: 10 }, digits: 1, unit: ' min' })
  console.log(tableOf(rows, earlier))
  const over = rows.filter(row => !keeps(row)).length
  console.log(over === 0 ? 'All within their budgets.' : `${over} over their budgets.`)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
