import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import * as z from 'zod'
import type { Migration } from '../../migrations'
import type { Index } from '../cloud/environment'
import { Fault } from '../cloud/fault'

/** A function as a deployment is to leave it. */
export interface WantedFunction {
  name: string
  runtime: string
  /** MB; seconds. */
  memorySize: number
  timeout: number
  variables: Readonly<Record<string, string>>
  timers: readonly { name: string; config: string }[]
  zip: Buffer
}

/** What an environment is to be. */
export interface Wanted {
  collections: readonly { name: string; indexes: readonly Index[] }[]
  functions: readonly WantedFunction[]
  functionRules: object
  storageRule: { read: string; write: string }
  migrations: readonly Migration[]
  /** What `git describe` says. */
  version: string
}

/** Fixed when a function is made; the newest that the platform has. */
const RUNTIME = 'Nodejs20.19'
/** The variable that says of which code a function is. */
export const BUILD = 'CHANGQING_BUILD'
/** The variable that holds what the configuration says; the functions read it (`wx/environment.ts`). */
const SETTINGS = 'CHANGQING'
/** The longest archive that the platform takes within a call, bytes. */
const LONGEST_ZIP = 1.5 * 1024 * 1024
/** Any day will do, so that the same files make the same archive. */
const MTIME = new Date(1980, 0, 2)

/** Made again by each build from the same sources: quicker first calls, nothing else. */
const isCache = (file: string) => file.endsWith('.cache')
/** Those that every start reads, and what checks the first input. */
const FIRST_CACHES: readonly string[] = ['bundle.cache', 'second.cache', 'schemas.cache']
/** For reading stack traces; it stays with the technician. */
const isMap = (file: string) => file.endsWith('.map')

const Config = z.object({
  timeout: z.number().default(3),
  memorySize: z.number().default(256),
  triggers: z.array(z.object({ name: z.string(), type: z.literal('timer'), config: z.string() })).default([]),
})
const order = z.union([z.literal(1), z.literal(-1), z.literal('2dsphere')])
const Collections = z.object({
  collections: z.array(
    z.object({
      name: z.string(),
      indexes: z.array(z.object({ name: z.string(), unique: z.boolean(), keys: z.array(z.object({ field: z.string(), order })) })),
    }),
  ),
})

const read = async <T>(file: string, schema: z.ZodType<T>): Promise<T> => schema.parse(JSON.parse(await readFile(file, 'utf8')))

const zipOf = (name: string, files: Readonly<Record<string, Buffer>>): Buffer => {
  const pack = (some: readonly string[]) => {
    const items: Zippable = {}
    for (const file of some) items[file] = [files[file] ?? Buffer.alloc(0), { level: 9, mtime: MTIME }]
    return Buffer.from(zipSync(items))
  }
  const all = Object.keys(files).sort()
  const fewer = [() => true, (file: string) => !isCache(file) || FIRST_CACHES.includes(file), (file: string) => !isCache(file)]
  let length = 0
  for (const isIn of fewer) {
    const zip = pack(all.filter(isIn))
    if (zip.length <= LONGEST_ZIP) return zip
    length = zip.length
  }
  throw new Fault(
    `云函数 ${name} 打包后有 ${(length / 1024 / 1024).toFixed(2)} MB，超过平台一次能收的 1.5 MB。`,
    '这要改程序，请告诉开发者。',
  )
}

const functionOf = async (folder: string, name: string, settings: object): Promise<WantedFunction> => {
  const home = join(folder, name)
  const names = (await readdir(home)).filter(file => !isMap(file)).sort()
  const files = Object.fromEntries(await Promise.all(names.map(async file => [file, await readFile(join(home, file))] as const)))
  const { timeout, memorySize, triggers } = await read(join(home, 'config.json'), Config)
  const hash = createHash('sha256')
  for (const file of names)
    if (!isCache(file))
      hash
        .update(file)
        .update('\0')
        .update(files[file] ?? '')
        .update('\0')
  const variables = { [SETTINGS]: JSON.stringify(settings), [BUILD]: hash.digest('hex').slice(0, 32) }
  return {
    name,
    runtime: RUNTIME,
    timeout,
    memorySize,
    variables,
    timers: triggers.map(({ name: timer, config }) => ({ name: timer, config })),
    zip: zipOf(name, files),
  }
}

interface Parts {
  /** Folder of the built cloud: `dist/cloud`. */
  folder: string
  /** What the configuration says of the environment; the functions read it. */
  settings: object
  migrations: readonly Migration[]
  version: string
}

/** What an environment is to be by a build and a configuration. */
export const readWanted = async ({ folder, settings, migrations, version }: Parts): Promise<Wanted> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  const [{ collections }, functionRules, storageRule, functions] = await Promise.all([
    read(join(folder, 'collections.json'), Collections),
    read(join(folder, 'rules.json'), z.record(z.string(), z.object({ invoke: z.union([z.string(), z.boolean()]) }))),
    read(join(folder, 'storage-rules.json'), z.object({ read: z.string(), write: z.string() })),
    Promise.all(names.sort().map(name => functionOf(folder, name, settings))),
  ])
  return { collections, functions, functionRules, storageRule, migrations, version }
}
