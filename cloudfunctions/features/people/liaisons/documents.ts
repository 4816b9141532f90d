import type { DutyStep } from '../../../../core/people/liaisons/ladder'
import type { Next } from '../../../../core/people/liaisons/standing'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** What is open next of a duty, and who has heard of it. */
export interface OpenNext extends Next {
  told?: DutyStep
}

/** Who visits a branch, and what it owes next; `_id` is the branch. Worked out from its visits, its reports and the rule set whenever one of them changes, and each night. */
export interface BranchDuty {
  _id: string
  /** The branch and all above it; empty once it is closed, so that no list has it. */
  scopes: string[]
  /** Since when it owes anything. */
  since: DateText
  /** Its liaison; missing where none is named. */
  memberId?: string
  takenOn?: DateText
  former: { memberId: string; from: DateText; until: DateText }[]
  visit: OpenNext | null
  report: OpenNext | null
  /** The last days of the two, for the lists. */
  visitDueOn: DateText
  reportDueOn: DateText
  visitedOn?: DateText
  /** When the next rung hears of one of the two. */
  lookAt?: Instant
  /** Grows with every change. */
  version: number
}
export const BranchDuties = collection('branch-duties', {
  indexes: [
    by('liaison', 'memberId', '_id'),
    by('former', 'former.memberId'),
    by('visit', 'scopes', 'visitDueOn', '_id'),
    by('report', 'scopes', 'reportDueOn', '_id'),
    by('look', 'lookAt'),
  ],
  fates: { died: 'released', left: 'released', withdrew: 'released', transferred: 'kept' },
  succession: 'stays',
  takeover: moves(['memberId', 'former.memberId'], { version: 'version' }),
}).of<BranchDuty>()

/** A visit as it was told. */
interface Told {
  at: Instant
  note: string
  photoFileIds: string[]
  voiceFileId?: string
  by: Actor
  recordedAt: Instant
}

/** One visit to a branch; `_id` is `<branch>:<date>`, so that a day has one. */
export interface BranchVisit extends Told {
  _id: string
  branchId: string
  on: DateText
  /** What was told before, oldest first. */
  earlier: Told[]
}
export const BranchVisits = collection('branch-visits', {
  indexes: [by('branch', 'branchId', 'on', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<BranchVisit>()

/** A report as it was handed in. */
interface Submitted {
  text: string
  fileIds: string[]
  voiceFileId?: string
  by: Actor
  at: Instant
}

/** What a branch reports of a period; `_id` is `<branch>:<period>`. */
export interface BranchReport extends Submitted {
  _id: string
  branchId: string
  period: string
  /** What was handed in before, oldest first. */
  earlier: Submitted[]
}
export const BranchReports = collection('branch-reports', {
  indexes: [by('branch', 'branchId', 'period', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<BranchReport>()
