import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { ClockCell } from '../clock-cell'
import { hasCode, stackOf } from '../exceptions'
import type { Deployed } from './deployed'
import type { BootData, ConsoleLevel, Job, Sent, Told, WireEvent } from './protocol'

/** How an invocation ended. `threw`: the function's own exception or a crash of its worker; `message` has the stack. */
export type Outcome =
  | { kind: 'returned'; json: string }
  | { kind: 'threw'; message: string }
  | { kind: 'timed-out'; seconds: number }
  | { kind: 'out-of-memory'; mb: number }
  | { kind: 'load-failed'; message: string }

/** Hears of an invocation while it runs. */
export interface Listener {
  onConsole: (level: ConsoleLevel, text: string) => void
  onWire: (event: WireEvent) => void
}

/** A warm container of one function: one invocation at a time, its own process.env. */
export interface FunctionWorker {
  readonly version: string
  /** Stands in the address of the admin API given to this worker, so that each request tells which invocation sent it. */
  readonly token: string
  /** Resolves to what went wrong, or undefined when the function is loaded. */
  readonly loaded: Promise<Outcome | undefined>
  /** Runs one invocation. Never call it while another one runs. A worker that timed out or crashed is `dead` afterwards. */
  run: (job: Job, listener: Listener) => Promise<Outcome>
  readonly dead: () => boolean
  /** Whether it has served a call before: the next one meets what that one left in its module variables. */
  readonly warm: () => boolean
  stop: () => Promise<void>
}

export interface WorkerParts {
  /** The text of boot.ts. */
  script: string
  deployed: Deployed
  clock: ClockCell
  /** The address of the cloud's own API for a worker, given its token. */
  adminUrlOf: (token: string) => string
  /** The environment of a worker, given that address. */
  envOf: (adminUrl: string) => Record<string, string>
  /** Answers a call of that API that the worker sends between threads. */
  answer: (path: string, body: string, token: string) => Promise<string>
  /** Hears of an exception that a call left behind and that came after its answer. */
  onStray: (requestId: string, message: string) => void
}

const KEPT_EARLY_LINES = 50

export function startWorker({ script, deployed, clock, adminUrlOf, envOf, answer, onStray }: WorkerParts): FunctionWorker {
  const token = randomUUID()
  const { timeout, loading, memorySize } = deployed.config
  const adminUrl = adminUrlOf(token)
  const bootData: BootData = { entry: deployed.entry, clock, memorySize, adminUrl }
  const thread = new Worker(script, {
    eval: true,
    name: deployed.name,
    workerData: bootData,
    env: envOf(adminUrl),
    resourceLimits: { maxOldGenerationSizeMb: memorySize },
  })
  thread.unref()
  const send = (message: Sent) => thread.postMessage(message)

  let dead = false
  let warm = false
  /** Printed while no call was running: at loading, or by work that outlived its call. The next call's log has it, as on the platform. */
  const early: { level: ConsoleLevel; text: string }[] = []
  let settle: ((outcome: Outcome) => void) | undefined
  let listener: Listener | undefined
  /** The call that is being served. */
  let current: string | undefined
  let isLoaded = false
  let tellLoaded: (outcome: Outcome | undefined) => void = () => undefined
  const loaded = new Promise<Outcome | undefined>(resolve => (tellLoaded = resolve))

  const end = (outcome: Outcome) => {
    const done = settle
    settle = undefined
    listener = undefined
    done?.(outcome)
  }
  const die = (outcome: Outcome) => {
    dead = true
    tellLoaded(outcome)
    end(outcome)
    void thread.terminate()
  }
  const limit = (seconds: number) => setTimeout(() => die({ kind: 'timed-out', seconds }), seconds * 1000)
  const keep = (level: ConsoleLevel, text: string) => {
    if (early.length < KEPT_EARLY_LINES) early.push({ level, text })
  }
  /** What a call leaves behind is its own affair: neither the worker ends of it, nor the call that is being served by then. */
  const hearStray = (requestId: string | undefined, message: string) => {
    if (!isLoaded) die({ kind: 'load-failed', message })
    else if (requestId === undefined) keep('error', message)
    else if (requestId === current && settle !== undefined) die({ kind: 'threw', message })
    else onStray(requestId, message)
  }

  const hearWire = (events: readonly WireEvent[]) => {
    for (const event of events) listener?.onWire(event)
  }

  const hear = (told: Told) => {
    switch (told.type) {
      case 'question':
        void answer(told.path, told.body, token).then(body => send({ type: 'answer', id: told.id, body }))
        break
      case 'ready':
        isLoaded = true
        tellLoaded(undefined)
        break
      case 'load-failed':
        die({ kind: 'load-failed', message: told.message })
        break
      case 'returned':
        hearWire(told.wire)
        end({ kind: 'returned', json: told.json })
        break
      case 'threw':
        hearWire(told.wire)
        end({ kind: 'threw', message: told.message })
        break
      case 'console':
        if (listener !== undefined) listener.onConsole(told.level, told.text)
        else keep(told.level, told.text)
        break
      case 'stray':
        hearStray(told.requestId, told.message)
        break
      case 'out-of-memory':
        die({ kind: 'out-of-memory', mb: memorySize })
        break
      case 'wire':
        hearWire(told.events)
        break
    }
  }
  thread.on('message', hear)
  thread.on('error', error => {
    const exhausted = hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY')
    die(exhausted ? { kind: 'out-of-memory', mb: memorySize } : { kind: 'threw', message: stackOf(error) })
  })
  thread.on('exit', () => die({ kind: 'threw', message: `The process of the function ${deployed.name} has ended` }))

  const loadLimit = limit(loading)
  void loaded.then(() => clearTimeout(loadLimit))

  return {
    version: deployed.version,
    token,
    loaded,
    run(job, hearing) {
      if (dead) return Promise.resolve({ kind: 'threw', message: `The process of the function ${deployed.name} has ended` })
      listener = hearing
      warm = true
      for (const { level, text } of early.splice(0)) hearing.onConsole(level, text)
      current = job.context.request_id
      const runLimit = limit(timeout)
      return new Promise<Outcome>(resolve => {
        settle = outcome => {
          clearTimeout(runLimit)
          resolve(outcome)
        }
        send({ type: 'job', ...job })
      })
    },
    dead: () => dead,
    warm: () => warm,
    async stop() {
      die({ kind: 'threw', message: 'The cloud is stopping' })
      await thread.terminate()
    },
  }
}
