import type { Actor } from '../../../kernel/identity'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Answered, PreviewRow, Profile } from '../../../../core/people/roster/contract'
import type { Instant } from '../../../../core/shared/operation'

/** A row of a preview, with what an import makes of it. */
export type PreviewedRow = PreviewRow & {
  memberId?: string
  seenVersion?: number
  profile?: Profile
  /** The profile of a new person, where it is asked whether the row is `memberId`. */
  fresh?: Profile
  /** The organization that `memberId` comes from, where it is another one. */
  from?: string
}

/** A branch that a preview brings people into; under UNPLACED those rows that belong to none. Its rows are a document of their own. */
export interface PreviewedBranch {
  branchId: string
  name: string
  path: string
  rosterVersion: number
  /** The organization it stands under, in a file of several branches. */
  under?: string
  /** It is not there: what it is made under. */
  parentId?: string
  counts: Record<PreviewRow['fate'], number>
  /** Rows of which something is asked. */
  asked: number
}

/** What became of the rows of a branch; `overtaken` where its roster was changed by others first. */
export interface Imported {
  added: number
  changed: number
  unchanged: number
  leftOut: number
  overtaken?: boolean
}

export interface RosterPreview {
  _id: string
  /** The branch that all of it goes into, or what stands over the branches that its rows name. */
  orgId: string
  path: string
  byBranch: boolean
  branches: PreviewedBranch[]
  /** Columns that were not read. */
  unread: string[]
  /** Rows and sheets that hold no people, and why: the answer to the same command sent again. */
  ignored: { row: number; sheet?: string | undefined; why: string }[]
  createdBy: Actor
  createdAt: Instant
  /** What was answered when it was imported, and who did: the first answers that came stand. */
  answers?: Answered[]
  confirmedBy?: Actor
  createBranches?: boolean
  /** By branch. */
  imported?: Record<string, Imported>
  /** From when on the timer goes on with an import that was begun and not ended. */
  dueAt?: Instant
  committedAt?: Instant
}
export const RosterPreviews = collection('roster-previews', {
  indexes: [by('created', 'createdAt'), by('due', 'dueAt')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<RosterPreview>()

/** The rows of one branch of a preview: what is imported in one piece. */
export interface PreviewPart {
  _id: string
  /** `PreviewedRow[]` as JSON: nothing looks into them, and a text of many rows is written and read at a fraction of their cost. */
  rows: string
  createdAt: Instant
}
export const PreviewParts = collection('roster-preview-parts', {
  indexes: [by('created', 'createdAt')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<PreviewPart>()

/** How far a long act has come, by its commandId. */
export interface ProgressMark {
  _id: string
  done: number
  total: number
  at: Instant
}
export const Progress = collection('progress', {
  indexes: [by('at', 'at')],
  fates: stays,
  succession: 'none',
  takeover: 'none',
}).of<ProgressMark>()
