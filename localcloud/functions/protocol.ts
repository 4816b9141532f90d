import type { ClockCell } from '../clock-cell'

/** What a worker is born with. */
export interface BootData {
  /** Absolute path of the function's index.js. */
  entry: string
  /** How much it may hold, MB. */
  memorySize: number
  clock: ClockCell
  /** The address of the cloud's own API. */
  adminUrl: string
}

/** One invocation, as it is sent to a worker. Event and result travel as JSON text, as they do on the platform. */
export interface Job {
  eventJson: string
  /** Variables of this invocation alone: who calls. */
  env: Record<string, string>
  context: Context
}

/** The second argument of `main`, but for what cannot travel between threads. */
export interface Context {
  callbackWaitsForEmptyEventLoop: boolean
  memory_limit_in_mb: number
  time_limit_in_ms: number
  request_id: string
  /** Variables of this invocation: `A=1;B=2`. */
  environ: string
  /** The same as JSON. */
  environment: string
  function_version: string
  function_name: string
  namespace: string
  tencentcloud_region: string
}

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error'

/** A request to the cloud was sent, or its answer has begun to arrive; `path` with its query. */
export interface WireEvent {
  phase: 'sent' | 'answered'
  path: string
}

/** A call of the cloud's own API that a worker sends between threads; `path` with its query. */
export interface Question {
  id: number
  path: string
  body: string
}

/** What came of it, as JSON. */
export interface Answer {
  id: number
  body: string
}

/** What a worker is sent. */
export type Sent = ({ type: 'job' } & Job) | ({ type: 'answer' } & Answer)

/** What a worker tells. */
export type Told =
  | ({ type: 'question' } & Question)
  | { type: 'ready' }
  | { type: 'load-failed'; message: string }
  /** With what of the wire has not been told yet. */
  | { type: 'returned'; json: string; wire: WireEvent[] }
  | { type: 'threw'; message: string; wire: WireEvent[] }
  /** An exception or a rejection that nothing caught; `requestId` is that of the call that left it, undefined where none did. */
  | { type: 'stray'; requestId: string | undefined; message: string }
  /** It holds more than it may. */
  | { type: 'out-of-memory' }
  | { type: 'console'; level: ConsoleLevel; text: string }
  /** What of the wire has not been told yet, in its order. */
  | { type: 'wire'; events: WireEvent[] }
