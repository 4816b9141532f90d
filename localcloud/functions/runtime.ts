import { randomUUID } from 'node:crypto'
import type { ClockCell } from '../clock-cell'
import type { Deployed, Shelf } from './deployed'
import { createFigures, createWireCount, type Figures, type Invocation, type WireCount } from './figures'
import { createPool, type Pool } from './pool'
import { jobOf, workerEnv, type Caller } from './surroundings'
import { startWorker, type FunctionWorker, type Outcome } from './worker'

/** The answer to a call; `json` is the function's result as text. Codes as the platform's clients see them. */
export type Reply = { requestId: string } & ({ ok: true; json: string } | { ok: false; status: number; errCode: number; errMsg: string })

/** An invocation that is running, found by the token in its worker's admin address. */
export interface Running {
  requestId: string
  functionName: string
  caller: Caller
  /** What its config.json lets it call. */
  openapi: readonly string[]
  count: WireCount
}

export interface Runtime {
  /** Calls a function with an event (JSON text of an object). */
  call: (functionName: string, eventJson: string, caller: Caller) => Promise<Reply>
  running: (token: string) => Running | undefined
  /** Ends every instance, as the platform does with those that have not been called for a while: the next calls start cold. */
  cool: () => void
  figures: Figures
  /** Resolves once no invocation runs. */
  settled: () => Promise<void>
  stop: () => Promise<void>
}

interface Parts {
  /** The text of boot.ts, with which a worker begins. */
  script: string
  shelf: Pick<Shelf, 'find'>
  clock: ClockCell
  now: () => number
  envId: string
  appId: string
  environment?: Readonly<Record<string, string>> | undefined
  /** How many instances of one function there are at the most. */
  instances?: number | undefined
  /** Address of the admin API for a worker's token. */
  adminUrl: (token: string) => string
  /** Answers a call of that API which does not come by HTTP. */
  answer: (path: string, body: string, running: Running | undefined) => Promise<string>
  onInvocation?: (invocation: Invocation) => void
  /** Hears a sentence of what no caller is told, such as an exception that came after the answer of the call that left it behind. */
  onTrouble?: ((sentence: string) => void) | undefined
}

/** TCB_SOURCE of a call by a timer. */
export const TIMER_SOURCE = 'wx_trigger'

const MOST_INSTANCES = 8
const LONGEST_RESULT_BYTES = 1024 * 1024
const KEPT_CONSOLE_LINES = 200
const KEPT_CONSOLE_CHARACTERS = 4000

export function createRuntime(parts: Parts): Runtime {
  const { script, shelf, clock, now, adminUrl, answer, onInvocation, onTrouble } = parts
  const figures = createFigures()
  const running = new Map<string, Running>()
  const usable = (name: string): Deployed => {
    const found = shelf.find(name)
    if (found === undefined) throw new Error(`the function ${name} is no longer there`)
    if (found.fault !== undefined) throw new Error(found.fault)
    return found
  }
  const noteStray = (name: string, requestId: string, message: string) => {
    figures.addLine(requestId, { level: 'error', text: message.slice(0, KEPT_CONSOLE_CHARACTERS) })
    onTrouble?.(`[${name}] left behind by a call that had been answered: ${message}`)
  }
  const pools = new Map<string, Pool>()
  /** Undefined where there is no such function. */
  const poolOf = (name: string): Pool | undefined => {
    if (shelf.find(name) === undefined) return undefined
    const known = pools.get(name)
    if (known !== undefined) return known
    const pool = createPool({
      start: () => {
        const deployed = usable(name)
        return startWorker({
          ...{ script, deployed, clock, adminUrlOf: adminUrl, envOf: address => workerEnv(deployed, address, parts) },
          answer: (path, body, token) => answer(path, body, running.get(token)),
          onStray: (requestId, message) => noteStray(name, requestId, message),
        })
      },
      version: () => shelf.find(name)?.version ?? '',
      most: parts.instances ?? MOST_INSTANCES,
    })
    pools.set(name, pool)
    return pool
  }

  /** Invocations that were asked for and have not answered. */
  const open = new Set<Promise<unknown>>()
  const call: Runtime['call'] = (...args) => {
    const reply = invoke(...args)
    open.add(reply)
    return reply.finally(() => open.delete(reply))
  }

  async function invoke(name: string, eventJson: string, caller: Caller): Promise<Reply> {
    const requestId = randomUUID()
    const pool = poolOf(name)
    if (pool === undefined) {
      return { requestId, ok: false, status: 404, errCode: -501000, errMsg: `FunctionName parameter could not be found: ${name}` }
    }
    const invocation: Invocation = {
      requestId,
      functionName: name,
      op: opOf(eventJson),
      openid: caller.openid,
      byTimer: caller.source === TIMER_SOURCE,
      cold: false,
      at: now(),
      ms: 0,
      databaseOperations: 0,
      operations: [],
      roundTrips: 0,
      ok: false,
      errCode: undefined,
      errMsg: undefined,
      refused: undefined,
      console: [],
    }
    const started = performance.now()
    const count = createWireCount()
    const work = async (worker: FunctionWorker): Promise<Outcome> => {
      const deployed = usable(name)
      invocation.cold = !worker.warm()
      running.set(worker.token, { requestId, functionName: name, caller, openapi: deployed.config.permissions.openapi, count })
      const outcome = await worker.run(jobOf(requestId, deployed, eventJson, caller, parts), {
        onConsole: (level, text) => {
          if (invocation.console.length < KEPT_CONSOLE_LINES) {
            invocation.console.push({ level, text: text.slice(0, KEPT_CONSOLE_CHARACTERS) })
          }
        },
        onWire: count.onWire,
      })
      running.delete(worker.token)
      return outcome
    }
    const reply: Reply = { requestId, ...judge(await pool.run(work)) }
    const done: Invocation = {
      ...invocation,
      ...count.total(),
      ms: Math.round((performance.now() - started) * 10) / 10,
      ok: reply.ok,
      errCode: reply.ok ? undefined : reply.errCode,
      errMsg: reply.ok ? undefined : reply.errMsg,
      refused: reply.ok ? refusalIn(reply.json) : undefined,
    }
    figures.add(done)
    onInvocation?.(done)
    return reply
  }

  return {
    call,
    running: token => running.get(token),
    figures,
    cool: () => {
      for (const pool of pools.values()) pool.cool()
    },
    async settled() {
      while (open.size > 0) await Promise.allSettled(open)
    },
    async stop() {
      await Promise.all([...pools.values()].map(pool => pool.stop()))
    },
  }
}

type Judged = { ok: true; json: string } | { ok: false; status: number; errCode: number; errMsg: string }

function judge(outcome: Outcome): Judged {
  switch (outcome.kind) {
    case 'returned': {
      const bytes = Buffer.byteLength(outcome.json)
      if (bytes <= LONGEST_RESULT_BYTES) return { ok: true, json: outcome.json }
      const errMsg = `The result has ${bytes} bytes; the platform returns at most ${LONGEST_RESULT_BYTES}`
      return { ok: false, status: 500, errCode: -504002, errMsg }
    }
    case 'threw':
      return { ok: false, status: 500, errCode: -504002, errMsg: outcome.message }
    case 'out-of-memory':
      return { ok: false, status: 500, errCode: -504002, errMsg: `Invoking task failed: it used more than its ${outcome.mb} MB of memory` }
    case 'load-failed':
      return { ok: false, status: 500, errCode: -504002, errMsg: `The function could not be loaded: ${outcome.message}` }
    case 'timed-out':
      return { ok: false, status: 504, errCode: -504003, errMsg: `Invoking task timed out after ${outcome.seconds} seconds` }
  }
}

/** Only what begins so is looked at more closely: every answer comes by here. */
function refusalIn(json: string): string | undefined {
  if (!json.startsWith('{"ok":false')) return undefined
  const answer: unknown = JSON.parse(json)
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string' ? answer.code : ''
}

function opOf(eventJson: string): string | undefined {
  const event: unknown = JSON.parse(eventJson)
  return typeof event === 'object' && event !== null && 'op' in event && typeof event.op === 'string' ? event.op : undefined
}
