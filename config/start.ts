import { existsSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { buildCloudIfStale } from './cloud-if-stale'
import { type Built, buildParts } from './build-parts'
import { buildH5IfStale } from './build-web'
import { root } from './fresh'
import { makeSetupCode } from '../delivery/setup-code'
import { localDatabase } from './local-database'
import { startProduct } from './product'

const Flags = z.object({
  port: z.coerce.number().int().min(0).max(65535).default(3650),
  data: z.string().default('.local'),
  fresh: z.boolean().default(false),
  demo: z.enum(['branch', 'district', 'none']).optional(),
  watch: z.boolean().default(false),
})

const readFlags = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      fresh: { type: 'boolean' },
      demo: { type: 'string' },
      watch: { type: 'boolean' },
    },
  })
  const flags = Flags.safeParse(values)
  if (!flags.success) throw new Error(flags.error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))
  return flags.data
}

/** The whole product on this machine: builds what changed, serves it with the demo branch, stops at Ctrl-C. */
const main = async () => {
  const began = Date.now()
  // The platform's containers run in UTC, and workers cannot change it for themselves.
  process.env['TZ'] = 'UTC'
  const flags = readFlags()
  const data = resolve(root, flags.data)
  if (!existsSync(join(root, 'dist/h5'))) console.log('Building the cloud functions and the phones (about half a minute, once) …')
  // The longer one first: the other is done beside it.
  await buildParts({ 'the phones': buildH5IfStale, 'the cloud functions': buildCloudIfStale }, tell)
  const built = Date.now()

  const cloud = await startProduct({
    data,
    demo: flags.demo,
    fresh: flags.fresh,
    port: flags.port,
    onInvocation: ({ console: lines }) => {
      for (const { level, text } of lines) if (level === 'error') console.error(text)
    },
  })

  // In an empty environment, the code of the first officer; of the one before only a hash is kept.
  const setupCode = await makeSetupCode(localDatabase(cloud.url), cloud.clock.now())
  if (setupCode !== null) console.log(`Setup code: ${setupCode}`)
  const since = (moment: number) => `${((Date.now() - moment) / 1000).toFixed(1)} s`
  console.log(`常青365 is at ${cloud.url} (started in ${since(built)}, ${since(began)} in all). Ctrl-C stops it.`)

  const stopWatching = flags.watch ? watchSources() : () => undefined
  const stop = () => {
    stopWatching()
    cloud.close().then(() => process.exit(0), fail)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** What was not to be done is not worth a line. */
const tell = ({ name, built, seconds }: Built) => {
  if (built) console.log(`Built ${name} in ${seconds.toFixed(1)} s.`)
}

/** Rebuilds what a change of the sources affects, one build at a time; changes made meanwhile are built afterwards. */
const watchSources = (): (() => void) => {
  let due: NodeJS.Timeout | undefined
  let building: Promise<void> = Promise.resolve()
  const rebuild = async () => {
    await buildParts({ 'the phones': buildH5IfStale, 'the cloud functions': buildCloudIfStale }, tell)
  }
  const changed = () => {
    clearTimeout(due)
    due = setTimeout(() => {
      // A half-typed file must not stop it: the error is shown, and the next change tries again.
      building = building.then(rebuild).catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
    }, 200)
  }
  const watchers = ['cloudfunctions', 'core', 'src'].map(folder => watch(join(root, folder), { recursive: true }, changed))
  return () => {
    clearTimeout(due)
    watchers.forEach(one => one.close())
  }
}

const fail = (error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

main().catch(fail)
