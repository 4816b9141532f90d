import type { ClockCell } from '../clock-cell'

/** What a worker is born with. */
export interface BootData {
  /** Absolute path of the function's index.js. */
  entry: string
  /** How much it may hold, MB. */
  memorySize: number
  clock: ClockCell
}

/** One invocation, as it is sent to a worker. Event and result travel as JSON text, as they do on the platform. */
export interface Job {
  eventJson: string
  /** Variables of this invocation alone: who calls. */
  env: Record<string, string>
  context: Record<string, unknown>
}

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error'

/** What a worker tells. */
export type Told =
  | { type: 'ready' }
  | { type: 'load-failed'; message: string }
  | { type: 'returned'; json: string }
  | { type: 'threw'; message: string }
  /** It holds more than it may. */
  | { type: 'out-of-memory' }
  | { type: 'console'; level: ConsoleLevel; text: string }
  /** A request to the cloud was sent, or its answer has begun to arrive; `path` with its query. */
  | { type: 'wire'; phase: 'sent' | 'answered'; path: string }
