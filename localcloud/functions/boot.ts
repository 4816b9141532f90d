import { AsyncLocalStorage } from 'node:async_hooks'
import diagnostics from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { format } from 'node:util'
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { readCell } from '../clock-cell'
import { standIn } from './own-folder'
import type { BootData, ConsoleLevel, Job, Sent, Told, WireEvent } from './protocol'
import { openShortWay } from './short-way'

/**
 * What runs inside a function worker before the function does: it gives the deployed bundle the platform's surroundings (folder, environment,
 * time, console) and invokes its `main`. Bundled into one text (scripts.ts).
 */
const port = parentPort
if (port === null) throw new Error('this file runs in a worker only')
/** How often the memory is looked at, ms. */
const MEMORY_LOOK_MS = 100
const tell = (told: Told) => port.postMessage(told)
const { entry, clock, memorySize, adminUrl } = workerData as BootData

/** What of the wire has not been told yet: a message for each would cost more than it says. */
let wire: WireEvent[] = []

/** The request on whose behalf code runs, however long after its answer. */
const origin = new AsyncLocalStorage<string>()

holdEnvironment()
followCloudTime()
captureConsole()
hearStrays()
standIn(dirname(entry))
watchWire()
watchMemory()
const hearAnswer = openShortWay(adminUrl, question => tell({ type: 'question', ...question }))
const main = loadMain()
if (main !== undefined) {
  let ownKeys: string[] = []
  port.on('message', (sent: Sent) => {
    if (sent.type === 'answer') {
      hearAnswer(sent)
      return
    }
    const job: Job = sent
    for (const key of ownKeys) Reflect.deleteProperty(process.env, key)
    ownKeys = Object.keys(job.env)
    Object.assign(process.env, job.env)
    void origin.run(job.context.request_id, () => invoke(main, job))
  })
  tell({ type: 'ready' })
}

type Main = (event: unknown, context: unknown) => unknown

/** The SDK reads dozens of variables for each request, and each of them is asked for outside of JavaScript. What is set becomes a text, as there. */
function holdEnvironment(): void {
  process.env = new Proxy({ ...process.env }, { set: (held, name, value) => Reflect.set(held, name, String(value)) })
}

/** Replaces Date by one that reads the cloud's clock wherever the machine's would be read. */
function followCloudTime(): void {
  const MachineDate = Date
  const now = () => readCell(clock, MachineDate.now())
  const CloudDate: DateConstructor = new Proxy(MachineDate, {
    apply: () => new MachineDate(now()).toString(),
    construct: (target, args: unknown[], newTarget) => {
      const built: unknown = Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === CloudDate ? target : newTarget)
      return built instanceof MachineDate ? built : new MachineDate(NaN)
    },
    get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  MachineDate.prototype.constructor = CloudDate
  globalThis.Date = CloudDate
}

function captureConsole(): void {
  const levels: ConsoleLevel[] = ['debug', 'log', 'info', 'warn', 'error']
  for (const level of levels) console[level] = (...args: unknown[]) => tell({ type: 'console', level, text: format(...args) })
  // What the other methods of the console (table, dir, time, ...) and the function itself write.
  process.stdout.write = written('log')
  process.stderr.write = written('error')
}

/** No call waits for these any more; the cloud decides by the request that they belong to. */
function hearStrays(): void {
  const stray = (error: unknown) => tell({ type: 'stray', requestId: origin.getStore(), message: describe(error) })
  process.on('uncaughtException', stray)
  process.on('unhandledRejection', stray)
}

function written(level: ConsoleLevel): typeof process.stdout.write {
  return (chunk: Uint8Array | string, ...more: unknown[]) => {
    tell({ type: 'console', level, text: (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')).replace(/\n$/, '') })
    const done = more.at(-1)
    if (typeof done === 'function') Reflect.apply(done, undefined, [])
    return true
  }
}

/** V8 ends a heap that grows too large by itself; buffers live outside of it and are looked at here, between two turns of the loop. */
function watchMemory(): void {
  const limit = memorySize * 1024 * 1024
  setInterval(() => {
    const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics()
    if (heap + buffers > limit) tell({ type: 'out-of-memory' })
    tellWire()
  }, MEMORY_LOOK_MS).unref()
}

function watchWire(): void {
  const pathOf = (message: unknown) => (message as { request: ClientRequest }).request.path
  diagnostics.subscribe('http.client.request.start', message => void wire.push({ phase: 'sent', path: pathOf(message) }))
  diagnostics.subscribe('http.client.response.finish', message => void wire.push({ phase: 'answered', path: pathOf(message) }))
}

function tellWire(): void {
  if (wire.length > 0) tell({ type: 'wire', events: untold() })
}

function untold(): WireEvent[] {
  const events = wire
  wire = []
  return events
}

function loadMain(): Main | undefined {
  try {
    const loaded: unknown = createRequire(entry)(entry)
    const found: unknown = typeof loaded === 'object' && loaded !== null && 'main' in loaded ? loaded.main : undefined
    if (typeof found !== 'function') throw new Error('index.js does not export a function named main')
    return (event, context): unknown => Reflect.apply(found, undefined, [event, context])
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND'
    const hint = missing ? `\nIf it is a package, run npm install in ${dirname(entry)}` : ''
    tell({ type: 'load-failed', message: describe(error) + hint })
    return undefined
  }
}

async function invoke(run: Main, { eventJson, context }: Job): Promise<void> {
  const started = performance.now()
  const getRemainingTimeInMillis = () => Math.max(0, Math.floor(context.time_limit_in_ms - (performance.now() - started)))
  try {
    const event: unknown = JSON.parse(eventJson)
    const result = await run(event, { ...context, getRemainingTimeInMillis })
    // A function that returns nothing answers null, as on the platform.
    const json = result === undefined ? 'null' : JSON.stringify(result)
    tell({ type: 'returned', json, wire: untold() })
  } catch (error) {
    tell({ type: 'threw', message: describe(error), wire: untold() })
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : format(error)
}
