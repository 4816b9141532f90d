import { unzipSync } from 'fflate'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import * as z from 'zod'
import { readConfig } from '../functions/config'
import type { Deployed, Shelf } from '../functions/deployed'
import { sentenceOf } from '../exceptions'
import { ManagementError } from './refusal'

/** What is kept of a function beside its files; its config.json says no more than what it may call. */
const recordSchema = z.object({
  handler: z.string(),
  runtime: z.string(),
  /** MB and seconds. */
  memorySize: z.number(),
  timeout: z.number(),
  environment: z.record(z.string(), z.string()),
  triggers: z.array(z.object({ name: z.string(), config: z.string() })),
  /** Folder of its files, beside this record. */
  code: z.string(),
  codeSize: z.number(),
  codeSha256: z.string(),
  /** Instants of the cloud's clock, ms. */
  addedAt: z.number(),
  changedAt: z.number(),
})
export type FunctionRecord = z.infer<typeof recordSchema>

/** What a call to the management API may change of a function; its runtime stands from its making on. */
export type FunctionChange = Partial<Pick<FunctionRecord, 'handler' | 'memorySize' | 'timeout' | 'environment' | 'triggers'>>

/** The functions that were uploaded: files in a folder of their own, in place of which a new version comes whole. */
export interface ManagedShelf extends Shelf {
  get: (name: string) => FunctionRecord | undefined
  make: (name: string, given: Pick<FunctionRecord, 'handler' | 'runtime' | 'memorySize' | 'timeout' | 'environment'>, zip: Buffer) => void
  putCode: (name: string, zip: Buffer, handler: string) => void
  change: (name: string, change: FunctionChange) => void
}

const NAME = /^[A-Za-z][\w-]{0,59}$/

/** Opens the functions of a data folder; made when absent. `now`: the cloud's clock, ms. */
export function openShelf(folder: string, now: () => number): ManagedShelf {
  mkdirSync(folder, { recursive: true })
  const records = new Map<string, FunctionRecord>()
  for (const file of readdirSync(folder).filter(one => one.endsWith('.json')))
    records.set(file.slice(0, -'.json'.length), readRecord(join(folder, file)))
  // What an upload that was cut off has left behind.
  const inUse = new Set([...records.values()].map(record => record.code))
  for (const item of readdirSync(folder, { withFileTypes: true }))
    if (item.isDirectory() && !inUse.has(item.name)) rmSync(join(folder, item.name), { recursive: true })

  const keep = (name: string, record: FunctionRecord) => {
    const file = join(folder, `${name}.json`)
    writeFileSync(`${file}.new`, JSON.stringify(record, null, 2))
    renameSync(`${file}.new`, file)
    records.set(name, record)
    found.delete(name)
  }
  const unpack = (name: string, zip: Buffer) => {
    const code = `${name}-${randomUUID()}`
    unzipInto(join(folder, code), zip)
    return { code, codeSize: zip.length, codeSha256: createHash('sha256').update(zip).digest('hex'), changedAt: now() }
  }
  const known = (name: string): FunctionRecord => {
    const record = records.get(name)
    if (record === undefined) throw new ManagementError('ResourceNotFound.Function', `The function ${name} does not exist.`)
    return record
  }

  const found = new Map<string, Deployed>()
  const deployed = (name: string, record: FunctionRecord): Deployed => {
    const home = resolve(folder, record.code)
    const { config, fault } = readConfig(join(home, 'config.json'), name)
    const { timeout, memorySize, environment, triggers } = record
    const own = { timeout, memorySize, environment, loading: Math.max(timeout, config.loading) }
    const timers = triggers.map(one => ({ ...one, type: 'timer' as const }))
    return { name, entry: join(home, 'index.js'), config: { ...config, ...own, triggers: timers }, fault, version: JSON.stringify(record) }
  }
  const find = (name: string): Deployed | undefined => {
    const record = records.get(name)
    if (record === undefined) return undefined
    const one = found.get(name) ?? deployed(name, record)
    found.set(name, one)
    return one
  }

  return {
    find,
    list: () => [...records.keys()].sort().flatMap(name => find(name) ?? []),
    get: name => records.get(name),
    make(name, given, zip) {
      if (!NAME.test(name)) throw new ManagementError('InvalidParameterValue.FunctionName', `${name} is no name of a function.`)
      if (records.has(name)) throw new ManagementError('ResourceInUse.Function', `The function ${name} exists already.`)
      keep(name, { ...given, triggers: [], addedAt: now(), ...unpack(name, zip) })
    },
    putCode(name, zip, handler) {
      const before = known(name)
      keep(name, { ...before, handler, ...unpack(name, zip) })
      // Instances of the version before may still be at work; what they have not loaded yet they lose, as on a platform that has gone on.
      rmSync(join(folder, before.code), { recursive: true, force: true })
    },
    change: (name, change) => keep(name, { ...known(name), ...change, changedAt: now() }),
  }
}

function readRecord(file: string): FunctionRecord {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} cannot be read, which says what a function of this cloud is: ${sentenceOf(cause)}`, { cause })
  }
}

function unzipInto(home: string, zip: Buffer): void {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(zip)
  } catch (cause) {
    throw new ManagementError('InvalidParameterValue.ZipFile', `ZipFile is no zip archive: ${sentenceOf(cause)}`)
  }
  if (files['index.js'] === undefined)
    throw new ManagementError('FailedOperation.CreateFunction', 'The archive has no index.js at its top.')
  const targets = Object.entries(files).map(([path, content]) => ({ path, content, target: resolve(home, path) }))
  const stray = targets.find(({ target }) => target !== resolve(home) && !target.startsWith(resolve(home) + sep))
  if (stray !== undefined) throw new ManagementError('InvalidParameterValue.ZipFile', `${stray.path} leads out of the archive.`)
  for (const { path, content, target } of targets) {
    if (path.endsWith('/')) continue
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
}
