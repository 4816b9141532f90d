import { sentenceOf } from '../exceptions'
import type { FunctionWorker, Outcome } from './worker'

/** Calls of one function wait here in the order in which they came; workers are added while calls wait, up to a limit. */
export interface Pool {
  /** Hands `work` a worker of the current version that nobody else uses. Resolves with its outcome, or with why no worker could load. */
  run: (work: (worker: FunctionWorker) => Promise<Outcome>) => Promise<Outcome>
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

export function createPool({ start, version, most }: Parts): Pool {
  const waiting: Waiting[] = []
  const alive = new Set<FunctionWorker>()
  const idle: FunctionWorker[] = []
  let starting = 0
  let stopped = false

  const retire = (worker: FunctionWorker) => {
    alive.delete(worker)
    void worker.stop()
  }

  function takeIdle(): FunctionWorker | undefined {
    const current = version()
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (!worker.dead() && worker.version === current) return worker
      retire(worker)
    }
    return undefined
  }

  async function grow(): Promise<void> {
    starting++
    try {
      const worker = start()
      alive.add(worker)
      const failure = await worker.loaded
      if (failure === undefined) idle.push(worker)
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

  // What does not load for one call does not load for the next either: nobody waits for the same failure once more.
  const refuseAll = (failure: Outcome) => {
    for (const { resolve } of waiting.splice(0)) resolve(failure)
  }

  async function use(worker: FunctionWorker, { work, resolve }: Waiting): Promise<void> {
    const outcome = await work(worker).catch(loadFailure)
    if (worker.dead()) alive.delete(worker)
    else idle.push(worker)
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
    async stop() {
      stopped = true
      refuseAll({ kind: 'threw', message: 'The cloud is stopping' })
      await Promise.all([...alive].map(worker => worker.stop()))
    },
  }
}

/** The function's files could not be used, e.g. in the middle of a build. */
function loadFailure(error: unknown): Outcome {
  return { kind: 'load-failed', message: sentenceOf(error) }
}
