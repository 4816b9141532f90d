import type { Meeting } from '../../../../core/life/rhythm/meetings'
import type { Duty } from '../../../../core/people/public'
import type { DateText } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Marked } from '../../../kernel/marks'

/** What an activity counts for in its branch's rhythm; `_id` is the activity. Marked with each change of it, and to be counted once its door has closed. */
export interface MeetingRow extends Marked, Omit<Meeting, 'activityId'> {
  branchId: string
}
export const Meetings = collection('meetings', {
  indexes: [by('branch', 'branchId', 'on', '_id'), by('due', 'due')],
  fates: stays,
  // Those to come follow their activities; what was held stays with the branch that held it.
  succession: 'goes',
  takeover: 'none',
}).of<MeetingRow>()

/** A branch's rhythm; `_id` is the branch. It is looked at when something in it changed, and when the calendar changes something (`due`). */
export interface BranchRhythm extends Marked {
  /** The branch and all above it, by which a new rule finds those that it concerns. */
  scopes: string[]
  /** Its earlier activities were entered. */
  begun?: boolean
  /** `<duty>:<period>` of which its secretaries were reminded. */
  reminded: string[]
}
export const BranchRhythms = collection('rhythms', {
  indexes: [by('due', 'due'), by('within', 'scopes', '_id')],
  fates: stays,
  succession: 'goes',
  takeover: 'none',
}).of<BranchRhythm>()

/** A period of a duty that is late; `_id` is `<branch>:<duty>:<period>`. Worked out with its branch's rhythm, which removes what is late no longer. */
export interface OverdueDuty {
  _id: string
  branchId: string
  /** The branch and all above it. */
  scopes: string[]
  duty: Duty
  period: string
  dueOn: DateText
  lacking: number
  /** Why one that took place does not count. */
  tried?: 'no-sheet' | 'below-quorum'
}
export const OverdueDuties = collection('overdue-duties', {
  indexes: [by('branch', 'branchId', '_id'), by('within', 'scopes', '_id'), by('duty', 'scopes', 'duty', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<OverdueDuty>()
