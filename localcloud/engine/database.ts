import type { Action } from '../admin/admin'
import type { Declarations } from './declarations'

export interface DatabaseOptions {
  /** Data folder; made when absent. One process at a time may have it open. */
  readonly folder: string
  readonly collections: Declarations['collections']
  /** The clock of server dates, ms since epoch. */
  readonly now: () => number
}

export interface CollectionInfo {
  readonly name: string
  /** False for a collection that a caller made ad hoc: its queries need no index. */
  readonly declared: boolean
  readonly count: number
}

export interface Database {
  /** All `database.*` actions, by their name on the wire. */
  readonly actions: Readonly<Record<string, Action>>
  listCollections(): CollectionInfo[]
  /** Waits for what is being written, then lets the folder go. */
  close(): Promise<void>
}

export type OpenDatabase = (options: DatabaseOptions) => Promise<Database>
