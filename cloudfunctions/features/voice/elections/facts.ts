import { electionNumbers, type ElectionNumbers } from '../../../../core/voice/elections/numbers'
import { rollOf, type Roll } from '../../../../core/voice/elections/roll'
import { committeeRules, type Book } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { remembering } from '../../../kernel/remembering'
import { Activities, electorateOf, sheetOf, type Activity } from '../../life/public'
import { Organizations, regulationsFor, type Member, type Organization } from '../../people/public'
import type { Election } from './documents'
import { idsOf } from './row'

/** What a vote is judged by beside its own row. */
export interface Facts {
  activity: Activity
  day: DateText
  /** Full members of the branch on the day of the meeting. */
  full: Member[]
  isFull: (memberId: string) => boolean
  /** Who came, by the sheet. */
  came: ReadonlySet<string>
}

/** Everyone with a vote at a meeting, and who of them came. */
export const factsOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, activity: Activity): Promise<Facts> => {
  const remembered = remembering(store)
  const [electorate, sheet] = await Promise.all([electorateOf(remembered, activity), sheetOf({ store: remembered, now }, activity)])
  const day = dateOf(activity.startsAt)
  const full = electorate.fullOn(day)
  const ids = new Set(full.map(one => one._id))
  return {
    ...{ activity, day, full, isFull: (id: string) => ids.has(id) },
    came: new Set(sheet.items.flatMap(one => (one.state === 'present' ? [one.memberId] : []))),
  }
}

/** The same of the meeting of a vote; null where the meeting is gone. */
export const factsFor = async (
  ports: Pick<Ports, 'store' | 'now'>,
  { activityId }: Pick<Election, 'activityId'>,
): Promise<Facts | null> => {
  const activity = await ports.store.table(Activities).get(activityId)
  return activity && factsOf(ports, activity)
}

/** Due and present as they are now. */
export const rollNow = ({ full, came }: Facts, { excused, barred, agreed }: Pick<Election, 'excused' | 'barred' | 'agreed'>): Roll => {
  const has = (step: 'consent' | 'excused') => agreed.some(one => one.step === step)
  return rollOf(
    full.map(one => one._id),
    came,
    { excused: idsOf(excused), barred: idsOf(barred), agreed: { above: has('consent'), meeting: has('excused') } },
  )
}

/** The rule set at the branch on the day of its meeting. */
export const rulesAt = async (
  store: Ports['store'],
  { branchId, path }: Pick<Activity, 'branchId' | 'path'>,
  day: DateText,
): Promise<{
  branch: Organization | null
  book: Book
  numbers: ElectionNumbers
  mostSeats: number
  usualSeats: number
  elects: boolean
}> => {
  const [branch, book] = await Promise.all([store.table(Organizations).get(branchId), regulationsFor(store, path)])
  const committee = committeeRules(book, day, branch?.branchKind)
  return {
    ...{ branch, book, numbers: electionNumbers(book, day, branch?.branchKind) },
    ...{ mostSeats: committee.most, usualSeats: committee.usualMost, elects: committee.elects },
  }
}
