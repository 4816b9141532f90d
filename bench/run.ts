import { parseArgs } from 'node:util'
import { buildCloudIfStale } from '../config/build-cloud'
import { buildWeappIfStale } from '../config/build-web'
import { assessments } from './assessments'
import { backup } from './backup'
import { ballots } from './ballots'
import { buildChildren } from './children'
import { cold } from './cold'
import { district } from './district'
import { idle } from './idle'
import { localcloud } from './localcloud'
import { dues } from './dues'
import { musters } from './musters'
import { packages } from './packages'
import { near } from './near'
import { rhythm } from './rhythm'
import { scale } from './scale'
import { service } from './service'
import { signIns } from './sign-ins'
import { keeps, tableOf, type Row } from './table'
import { trips } from './trips'
import { visits } from './visits'
import { wholeDistrict } from './whole-district'

/** See README.md. */
const main = async (): Promise<void> => {
  process.env['TZ'] = 'UTC'
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, members: { type: 'string' } },
  })
  const { quick } = values
  const members = Number(values.members ?? (quick ? 10_000 : 100_000))
  if (!Number.isInteger(members) || members < 1000) throw new Error('--members is a number from 1000')
  const parts: Record<string, () => Promise<Row[]>> = {
    cold: () => cold(quick),
    trips,
    'sign-ins': () => signIns(quick),
    idle: () => idle(quick),
    scale: () => scale(members),
    localcloud: () => localcloud(quick),
    service: () => service(quick),
    visits: () => visits(quick),
    backup: () => backup(quick ? 2000 : 27_364),
    ballots: () => ballots(quick),
    near,
    rhythm,
    musters,
    assessments,
    dues,
    district,
    'whole-district': wholeDistrict,
    packages: async () => {
      await buildWeappIfStale()
      return packages()
    },
  }
  const unknown = positionals.find(name => !(name in parts))
  if (unknown !== undefined) throw new Error(`there is no "${unknown}"; there are ${Object.keys(parts).join(', ')}`)
  await buildCloudIfStale()
  await buildChildren()
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.error(`${name} …`)
    const began = performance.now()
    rows.push(...(await measure()))
    console.error(`${name} ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  console.log(tableOf(rows))
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
