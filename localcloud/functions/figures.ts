import type { ConsoleLevel, WireEvent } from './protocol'

/** One operation of the database as an invocation asked for it. */
export interface Asked {
  action: string
  collection: string
  /** The indexes that served it; `none` where all of a collection was read, '' where nothing was searched. */
  index: string
  /** How many documents were looked at. */
  examined: number
}

/** One invocation of a function, as `/log` and `/stats` show it. */
export interface Invocation {
  requestId: string
  functionName: string
  /** `op` of the event, where it has one. */
  op: string | undefined
  openid: string | undefined
  /** Called by a timer, not by a person or another function. */
  byTimer: boolean
  /** It was the first of its instance, which had to be started for it. */
  cold: boolean
  /** Cloud time of the start, ms. */
  at: number
  /** How long it ran, waiting for a worker included; real ms. */
  ms: number
  /** Operations of the database that it asked for. */
  databaseOperations: number
  /** Waves of them: a new one begins with an operation sent while none is under way. */
  roundTrips: number
  /** Those operations one by one, in the order in which they were finished. */
  operations: Asked[]
  ok: boolean
  errCode: number | undefined
  /** What the caller was told when it failed. */
  errMsg: string | undefined
  /** The code of a function's own refusal, where its answer begins with `ok: false`, as many functions answer every call. */
  refused: string | undefined
  console: { level: ConsoleLevel; text: string }[]
}

/** Counts the operations of one invocation from what the worker says of its requests and what the server learns of their meaning. */
export interface WireCount {
  onWire: (event: WireEvent) => void
  /** The server has found the request of this path to be an operation of the database. */
  onDatabaseOperation: (path: string, asked: Asked) => void
  total: () => Pick<Invocation, 'databaseOperations' | 'roundTrips' | 'operations'>
}

export function createWireCount(): WireCount {
  const wire: WireEvent[] = []
  const ofDatabase = new Set<string>()
  const operations: Asked[] = []
  return {
    onWire: event => void wire.push(event),
    onDatabaseOperation(path, asked) {
      operations.push(asked)
      ofDatabase.add(path)
    },
    total() {
      let roundTrips = 0
      let underWay = 0
      for (const { phase, path } of wire) {
        if (!ofDatabase.has(path)) continue
        if (phase === 'answered') underWay--
        else if (underWay++ === 0) roundTrips++
      }
      return { databaseOperations: operations.length, roundTrips, operations }
    },
  }
}

/** Sums of one function since the start or the last reset, with its latest invocations, newest last. */
export interface FunctionFigures {
  invocations: number
  errors: number
  databaseOperations: number
  roundTrips: number
  last: Pick<Invocation, 'requestId' | 'op' | 'at' | 'ms' | 'databaseOperations' | 'roundTrips' | 'ok'>[]
}

export interface Figures {
  add: (invocation: Invocation) => void
  /** Puts a line into the log of a call that has been answered. */
  addLine: (requestId: string, line: Invocation['console'][number]) => void
  /** Per function name. */
  all: () => Record<string, FunctionFigures>
  /** The latest invocations of all functions in the order of cloud time. */
  log: () => Invocation[]
  /** Sums begin again; the log stays. */
  reset: () => void
  /** Begins again altogether. */
  forget: () => void
}

const KEPT_PER_FUNCTION = 200
const KEPT_IN_LOG = 300
/** Kept apart: a day moved over by the clock must not push out what people did. */
const TIMERS_KEPT_IN_LOG = 100

export function createFigures(): Figures {
  const byFunction = new Map<string, FunctionFigures>()
  const called: Invocation[] = []
  const timed: Invocation[] = []
  return {
    add(invocation) {
      const [log, most] = invocation.byTimer ? [timed, TIMERS_KEPT_IN_LOG] : [called, KEPT_IN_LOG]
      log.push(invocation)
      if (log.length > most) log.shift()
      const sums = byFunction.get(invocation.functionName) ?? { invocations: 0, errors: 0, databaseOperations: 0, roundTrips: 0, last: [] }
      byFunction.set(invocation.functionName, sums)
      sums.invocations++
      if (!invocation.ok) sums.errors++
      sums.databaseOperations += invocation.databaseOperations
      sums.roundTrips += invocation.roundTrips
      const { requestId, op, at, ms, databaseOperations, roundTrips, ok } = invocation
      sums.last.push({ requestId, op, at, ms, databaseOperations, roundTrips, ok })
      if (sums.last.length > KEPT_PER_FUNCTION) sums.last.shift()
    },
    addLine: (requestId, line) => [...called, ...timed].find(one => one.requestId === requestId)?.console.push(line),
    all: () => Object.fromEntries(byFunction),
    log: () => [...called, ...timed].sort((a, b) => a.at - b.at),
    reset: () => byFunction.clear(),
    forget() {
      byFunction.clear()
      called.length = 0
      timed.length = 0
    },
  }
}
