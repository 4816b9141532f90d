import { sentenceOf } from '../exceptions'
import type { FunctionWorker, Outcome } from './worker'

/** Calls of one function wait here in the order in which they came; workers are added while calls wait, up to a limit. */
export interface Pool {
  /** Hands `work` a worker of the current version that no other call uses. Resolves with its outcome, or with why no worker could load. */
  run: (work: (worker: FunctionWorker) => Promise<Outcome>) => Promise<Outcome>
  /** Ends the instances; those that work finish their call first. The next calls start cold. */
  cool: () => void
  stop: () => Promise<void>
}

interface Waiting {
  work: (worker: FunctionWorker) => Promise<Outcome>
  resolve: (outcome: Outcome) => void
}

interface Parts {
  /** Starts a worker of the version that is on the disk now. */
  start: () => FunctionWorker
  /** The version on the disk now; workers of another version get no more calls. */
  version: () => string
  most: number
}

/** An instance that has been idle for so long is ended, real ms. */
const IDLE_MS = 10 * 60_000

export function createPool({ start, version, most }: Parts): Pool {
  const waiting: Waiting[] = []
  const alive = new Set<FunctionWorker>()
  const idle: FunctionWorker[] = []
  /** Started before the last cooling: they get no more calls. */
  const outdated = new WeakSet<FunctionWorker>()
  const lastUse = new WeakMap<FunctionWorker, number>()
  let starting = 0
  let stopped = false

  const retire = (worker: FunctionWorker) => {
    alive.delete(worker)
    void worker.stop()
  }

  function takeIdle(): FunctionWorker | undefined {
    const current = version()
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (!worker.dead() && !outdated.has(worker) && worker.version === current) return worker
      retire(worker)
    }
    return undefined
  }

  const rest = (worker: FunctionWorker) => {
    lastUse.set(worker, performance.now())
    idle.push(worker)
  }

  const retireIdle = (since: number) => {
    const done = idle.filter(worker => (lastUse.get(worker) ?? 0) <= since)
    for (const worker of done) {
      idle.splice(idle.indexOf(worker), 1)
      retire(worker)
    }
  }
  const reaper = setInterval(() => retireIdle(performance.now() - IDLE_MS), IDLE_MS / 2)
  reaper.unref()

  async function grow(): Promise<void> {
    starting++
    try {
      const worker = start()
      alive.add(worker)
      const failure = await worker.loaded
      if (failure === undefined) rest(worker)
      else {
        alive.delete(worker)
        refuseAll(failure)
      }
    } catch (error) {
      refuseAll(loadFailure(error))
    } finally {
      starting--
    }
    pump()
  }

  // What does not load for one call does not load for the next either: no call waits for the same failure once more.
  const refuseAll = (failure: Outcome) => {
    for (const { resolve } of waiting.splice(0)) resolve(failure)
  }

  async function use(worker: FunctionWorker, { work, resolve }: Waiting): Promise<void> {
    const outcome = await work(worker).catch(loadFailure)
    if (worker.dead()) alive.delete(worker)
    else rest(worker)
    resolve(outcome)
    pump()
  }

  function pump(): void {
    if (stopped) return
    while (waiting.length > 0) {
      const worker = takeIdle()
      if (worker === undefined) break
      const next = waiting.shift()
      if (next !== undefined) void use(worker, next)
    }
    while (starting < waiting.length && alive.size < most) void grow()
  }

  return {
    run(work) {
      if (stopped) return Promise.resolve({ kind: 'threw', message: 'The cloud is stopping' })
      return new Promise(resolve => {
        waiting.push({ work, resolve })
        pump()
      })
    },
    cool() {
      for (const worker of alive) outdated.add(worker)
      retireIdle(performance.now())
    },
    async stop() {
      stopped = true
      clearInterval(reaper)
      refuseAll({ kind: 'threw', message: 'The cloud is stopping' })
      await Promise.all([...alive].map(worker => worker.stop()))
    },
  }
}

/** The function's files could not be used, e.g. in the middle of a build. */
function loadFailure(error: unknown): Outcome {
  return { kind: 'load-failed', message: sentenceOf(error) }
}
