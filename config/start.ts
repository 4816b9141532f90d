import { existsSync, watch } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { startCloud } from '../localcloud/cloud'
import { buildCloudIfStale } from './build-cloud'
import { buildH5IfStale, taro } from './build-web'
import { demoPeople } from './demo/documents'
import { seed } from './demo/seed'
import { root } from './fresh'

const Flags = z.object({
  port: z.coerce.number().int().min(0).max(65535).default(3650),
  data: z.string().default('.local'),
  fresh: z.boolean().default(false),
  demo: z.enum(['branch', 'district', 'none']).optional(),
  watch: z.boolean().default(false),
})

/** What the data folder was filled with; written after the last document, so that a filling cut off is begun again. */
const MARK = 'demo.json'
const Mark = z.object({ demo: z.enum(['branch', 'district', 'none']) })

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
  const flags = readFlags()
  const data = resolve(root, flags.data)
  if (await buildCloudIfStale()) console.log('Built the cloud functions.')
  if (!existsSync(join(root, 'dist/h5'))) console.log('Building the phones (about half a minute, once) …')
  if (await buildH5IfStale()) console.log('Built the phones.')

  const mark = join(data, MARK)
  const filled = !flags.fresh && existsSync(mark) ? Mark.parse(JSON.parse(await readFile(mark, 'utf8'))).demo : undefined
  const demo = flags.demo ?? filled ?? 'branch'
  if (filled !== undefined && filled !== demo)
    throw new Error(`${flags.data} holds the demo "${filled}". Add --fresh to begin anew with "${demo}", or --data DIR to keep both.`)
  // A folder without the mark but with a database was cut off while it was being filled.
  if (filled === undefined) await rm(mark, { force: true })
  await mkdir(data, { recursive: true })
  const people = join(data, 'people.json')
  await writeFile(people, JSON.stringify(demoPeople(demo), null, 2))

  const cloud = await startCloud({
    functions: join(root, 'dist/cloud'),
    collections: join(root, 'dist/cloud/collections.json'),
    web: join(root, 'dist/h5'),
    data,
    people,
    port: flags.port,
    fresh: filled === undefined,
    onInvocation: ({ console: lines }) => lines.forEach(({ level, text }) => (level === 'error' ? console.error(text) : undefined)),
  })
  if (filled === undefined) {
    await seed(cloud.url, demo, cloud.clock.now())
    await writeFile(mark, JSON.stringify({ demo }))
  }
  console.log(`常青365 is at ${cloud.url} (${((Date.now() - began) / 1000).toFixed(1)} s). Ctrl-C stops it.`)

  const stopWatching = flags.watch ? watchSources() : () => undefined
  const stop = () => {
    stopWatching()
    cloud.close().then(() => process.exit(0), fail)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** Rebuilds functions when their sources change and leaves the phones to Taro's own watcher. */
const watchSources = (): (() => void) => {
  const phones = taro('h5', ['--watch'], 'inherit')
  let due: NodeJS.Timeout | undefined
  const rebuild = () => {
    clearTimeout(due)
    due = setTimeout(() => {
      buildCloudIfStale().then(
        built => (built ? console.log('Built the cloud functions anew.') : undefined),
        // A half-typed file is no reason to stop: the error is shown and the last good build keeps serving.
        (error: unknown) => console.error(error instanceof Error ? error.message : error),
      )
    }, 200)
  }
  const watchers = ['cloudfunctions', 'core'].map(folder => watch(join(root, folder), { recursive: true }, rebuild))
  return () => {
    watchers.forEach(one => one.close())
    phones.kill()
  }
}

const fail = (error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

main().catch(fail)
