import { isDeepStrictEqual } from 'node:util'
import { type DutyItem, isLate, lackingOf } from '../../../../core/life/rhythm/year'
import { addDays, dateOf, instantOf, monthOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Beside } from '../../../kernel/remembering'
import { markRollup } from '../../../kernel/rollups'
import type { Organization } from '../../people/public'
import { backfill } from './backfill'
import { type BranchRhythm, BranchRhythms, OverdueDuties, type OverdueDuty } from './documents'
import { LIFE } from './topic'
import { isOf, yearsOf } from './year'

/** Reminds the secretaries of a branch of these. */
export type Remind = (branch: Organization, soon: readonly DutyItem[]) => Promise<unknown>

/** No phone rings before. */
const MORNING = '09:00'

const keyOf = ({ duty, period }: Pick<DutyItem, 'duty' | 'period'>): string => `${duty}:${period}`

const overdueRow = (item: DutyItem, branch: Organization): OverdueDuty => {
  const tried = item.meetings.map(one => one.verdict).find(one => one === 'no-sheet' || one === 'below-quorum')
  const { duty, period, dueOn, owed, held } = item
  return {
    ...{ _id: `${branch._id}:${keyOf(item)}`, branchId: branch._id, scopes: scopesOf(branch.path) },
    ...{ duty, period, dueOn, lacking: owed - held },
    ...(tried ? { tried } : {}),
  }
}

/** Writes what is late of a branch where it differs. Answers whether anything did. */
const writeOverdue = async ({ store, read = store }: Beside, branchId: string, rows: readonly OverdueDuty[]): Promise<boolean> => {
  const table = store.table(OverdueDuties)
  const known = await read.table(OverdueDuties).findAll({ branchId })
  const before = new Map(known.map(row => [row._id, row]))
  const fresh = rows.filter(row => !before.has(row._id))
  const changed = rows.filter(row => before.has(row._id) && !isDeepStrictEqual(before.get(row._id), row))
  const gone = known.filter(row => !rows.some(one => one._id === row._id)).map(row => row._id)
  if (fresh.length > 0) await table.addAll(fresh)
  for (const row of changed) await table.put(row)
  if (gone.length > 0) await table.remove({ _id: { in: gone }, branchId })
  return fresh.length + changed.length + gone.length > 0
}

/** When the reminder of an item goes out. */
const remindAt = ({ span }: DutyItem, days: number): Instant => instantOf(addDays(span.to, -days), MORNING)

/**
 * Works out what is late in a branch, reminds of what ends soon and is neither held nor planned, and says when the calendar changes something next. A branch
 * that is seen for the first time first has its earlier activities entered. Cut off anywhere it is done again, and a word told twice is one word.
 */
export const settleRhythm = async (acting: Beside, row: BranchRhythm, branch: Organization, remind: Remind): Promise<void> => {
  const { store, read = store, now } = acting
  const today = dateOf(now)
  const year = Number(today.slice(0, 4))
  const table = store.table(BranchRhythms)
  const seen = { _id: row._id, marks: row.marks }
  const figures = () => markRollup(acting, LIFE, branch._id, [monthOf(now)])
  if (branch.closedAt !== undefined) {
    if (await writeOverdue(acting, branch._id, [])) await figures()
    await table.update(seen, { set: { scopes: [], reminded: [] }, unset: ['due'] })
    return
  }
  if (row.begun !== true) await backfill(acting, branch._id, year)
  const { items, book } = await yearsOf(read, branch, year, today)
  const late = items.filter(one => isLate(one, today)).map(one => overdueRow(one, branch))
  if ((await writeOverdue(acting, branch._id, late)) || row.begun !== true) await figures()

  const days = book.number('rhythm.remind-days', { on: today, branchKind: branch.branchKind })
  const ahead = items.filter(one => one.state === 'due' || one.state === 'upcoming')
  const open = ahead.filter(one => isOf(year, one) && one.span.to >= today)
  const untold = open.filter(one => lackingOf(one) > 0 && !row.reminded.includes(keyOf(one)))
  const soon = untold.filter(one => remindAt(one, days) <= now)
  if (soon.length > 0) await remind(branch, soon)
  const looks = [
    ...ahead.map(one => instantOf(addDays(one.dueOn, 1))),
    ...untold.filter(one => !soon.includes(one)).map(one => remindAt(one, days)),
    instantOf(`${String(year + 1)}-01-01`),
  ]
  const reminded = [...row.reminded.filter(key => open.some(one => keyOf(one) === key)), ...soon.map(keyOf)]
  await table.update(seen, { set: { scopes: scopesOf(branch.path), reminded, begun: true, due: Math.min(...looks) } })
}
