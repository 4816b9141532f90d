import type { Piece } from '../../../core/upkeep/backups/manifest'
import type { DateText, Instant } from '../../../core/shared/operation'
import { by, collection } from '../../kernel/collection'
import { stays } from '../../kernel/departures'
import type { Actor } from '../../kernel/identity'

/** A backup that the timer is making. */
export interface RunningBackup {
  id: string
  date: DateText
  startedAt: Instant
  /** The key it is sealed to: one for all of it. */
  publicKey: string
  keepDays: number
  /** The place in the order of collections, the last `_id` that was read there, and how many rows are read next. */
  at: number
  after: string
  take: number
  /** Pieces that were made, with the latest of them; it is entered among the others before the next is made. */
  made: number
  latest?: Piece
  counts: Record<string, number>
  bytes: number
}

/** A backup that is whole. */
export interface MadeBackup {
  id: string
  startedAt: Instant
  finishedAt: Instant
  counts: Record<string, number>
  rows: number
  bytes: number
  version: number
  /** The manifest in the storage; of a nightly one. */
  manifest?: { date: DateText; fileId: string; endsAt: Instant }
}

/** How it stands with the backups, in one row (`backup`): one read tells all of it. */
export interface BackupState {
  _id: 'backup'
  /** When the timer has to go on with it. */
  due?: Instant
  /** The night of the latest one that was begun. */
  date?: DateText
  /** The configuration names no public key. */
  noKey?: boolean
  running?: RunningBackup
  last?: MadeBackup
  /** Nightly ones that are still in the storage, the latest first. */
  nights: MadeBackup[]
  trial?: { at: Instant; backupAt: Instant; rows: number }
  /** Grows with every change. */
  version: number
}

export const Upkeep = collection('upkeep', {
  indexes: [by('due', 'due')],
  fates: stays,
  succession: 'none',
  takeover: 'none',
}).of<BackupState>()

/** A restore that has begun and is not at its end: the timer rests meanwhile, and the same restore goes on where it was cut off. */
export interface Restoring {
  _id: 'restore'
  backupId: string
  /** What of it: all, one branch or one collection. */
  part: string
  since: Instant
}
export const Restores = collection('restores', {
  indexes: [by('since', 'since')],
  fates: stays,
  succession: 'none',
  takeover: 'none',
}).of<Restoring>()

/** A piece of the backup that is being made; `_id` is `<backup>:<number>`. When it is whole, its manifest has them all. */
export interface BackupPiece extends Piece {
  _id: string
  backupId: string
}
export const BackupPieces = collection('backup-pieces', {
  indexes: [by('backup', 'backupId', '_id')],
  fates: stays,
  succession: 'none',
  takeover: 'none',
}).of<BackupPiece>()

/** A file of an export: a branch's workbook, or a zip of them. */
interface ExportFile {
  fileId: string
  name: string
  bytes: number
}

/** An export of all that an organization owns; `_id` is the command that asked for it. */
export interface HandOver {
  _id: string
  orgId: string
  path: string
  name: string
  by: Actor
  at: Instant
  /** When the timer has to go on with it. */
  due?: Instant
  /** The path of the last organization that was looked at; and whether all of them were. */
  after: string
  written: boolean
  total: number
  workbooks: ExportFile[]
  /** Of the workbooks so many are in a zip. */
  zipped: number
  zips: ExportFile[]
  finishedAt?: Instant
  confirmedAt?: Instant
  confirmedBy?: Actor
  /** When its files end. */
  endsAt: Instant
  version: number
}
export const HandOvers = collection('hand-overs', {
  indexes: [by('due', 'due'), by('organization', 'orgId', 'at')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<HandOver>()
