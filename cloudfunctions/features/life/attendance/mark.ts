import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { judgeMarks, knows, type Arrival, type Mark, type MarkVerdict } from '../../../../core/life/attendance/marks'
import { dateOf } from '../../../../core/shared/calendar'
import type { Input } from '../../../../core/shared/operation'
import type { Actor } from '../../../kernel/identity'
import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { settle } from '../../../kernel/settle'
import type { Table } from '../../../kernel/store'
import { Members } from '../../people/public'
import { AttendanceConflicts, Attendances, type Activity, type Attendance } from '../documents'
import type { Handlers } from '../use-case'
import { markSheet } from '../rhythm/marks'
import { markStudiesOf } from '../study/mark'
import { guestListed } from './guest-list'
import { replaceRow, rowId, stored } from './rows'

type MarkOfMember = Input<(typeof contract)['attendance.mark']>['marks'][number]

type Verdicts = Map<MarkOfMember, MarkVerdict<Actor>>

/** Conditional writes on their way at once. */
const AT_ONCE = 50

/** Everyone's marks, each person's in the order they were made. */
const byMember = (marks: readonly MarkOfMember[]): Map<string, MarkOfMember[]> => {
  const groups = new Map<string, MarkOfMember[]>()
  for (const mark of marks) groups.set(mark.memberId, [...(groups.get(mark.memberId) ?? []), mark])
  return groups
}

interface JudgedMarks {
  memberId: string
  before: Attendance | null
  verdicts: { mark: MarkOfMember; verdict: MarkVerdict<Actor> }[]
  after: Attendance | null
}

/**
 * Writes what was judged, in one batch for new rows and one conditional write for each row that changes. Answers those who lost to another
 * door meanwhile: their marks have to be judged again upon what stands now. A batch does not say whose row was taken, so it is looked up.
 */
const writeAll = async (rows: Table<Attendance>, judged: readonly JudgedMarks[]): Promise<ReadonlySet<string>> => {
  const lost = new Set<string>()
  const made = judged.flatMap(one => (one.before === null && one.after !== null ? [one.after] : []))
  if (made.length > 0) {
    await rows.addAll(made)
    const storedRows = new Map((await rows.getMany(made.map(row => row._id))).map(row => [row._id, row]))
    const isOurs = (row: Attendance) => row.nonce !== undefined && knows(storedRows.get(row._id) ?? row, row.nonce)
    for (const row of made) if (!isOurs(row)) lost.add(row.memberId)
  }
  const changed = judged.flatMap(({ before, after }) => (before && after && before !== after ? [{ before, after }] : []))
  await inGroups(changed, AT_ONCE, async ({ before, after }) => {
    if (!(await replaceRow(rows, before, after))) lost.add(after.memberId)
  })
  return lost
}

/** Judges and writes a batch of marks; however many there are, it takes a handful of round trips unless doors collide. */
const record = async (
  marks: readonly MarkOfMember[],
  activity: Activity,
  by: Actor,
  { store, ...arrival }: Pick<Ports, 'store'> & Arrival,
): Promise<Verdicts> => {
  const rows = store.table(Attendances)
  const verdicts: Verdicts = new Map()
  let open = byMember(marks)
  const idOf = (memberId: string) => rowId({ activityId: activity._id, memberId })
  const look = () => rows.getMany([...open.keys()].map(idOf))
  const [found, members] = await Promise.all([look(), store.table(Members).getMany([...open.keys()])])
  const memberOf = new Map(members.map(member => [member._id, member]))
  let seen = found
  return settle(async () => {
    const rowOf = new Map(seen.map(row => [row.memberId, row]))
    const judged = [...open].map(([memberId, theirs]): JudgedMarks => {
      const before = rowOf.get(memberId) ?? null
      const judgement = judgeMarks(before, theirs, activity, guestListed(memberOf.get(memberId), activity), by, arrival)
      const after = judgement.row && judgement.row !== before ? stored({ activityId: activity._id, memberId }, judgement.row) : before
      return { memberId, before, verdicts: judgement.verdicts, after }
    })
    const lost = await writeAll(rows, judged)
    for (const one of judged) if (!lost.has(one.memberId)) for (const { mark, verdict } of one.verdicts) verdicts.set(mark, verdict)
    open = new Map([...open].filter(([memberId]) => lost.has(memberId)))
    if (open.size === 0) return verdicts
    seen = await look()
    return undefined
  })
}

const answerOf = ({ nonce }: Mark, verdict: MarkVerdict<Actor>) => ({
  ...{ nonce, state: verdict.state },
  ...(verdict.state === 'rejected' ? { code: verdict.code } : {}),
  ...(verdict.state === 'recorded' && verdict.doubtful ? { doubtful: true } : {}),
})

/** What the secretary says about others. The reasons are read by the branch's own officers only, so a replay is never held up by a text check. */
export const mark: Handlers<Pick<typeof contract, 'attendance.mark'>> = {
  async 'attendance.mark'({ activityId, marks, sentAt }, context) {
    const { store, now, subject, actor, audit, fail } = context
    const verdicts = await record(marks, subject, actor, { store, now, sentAt })
    const conflicts = marks.flatMap(mark => {
      const verdict = verdicts.get(mark)
      if (verdict?.state !== 'conflict') return []
      const { nonce, memberId, state, reason } = mark
      const { at, said } = verdict
      const row = { _id: `${activityId}:${nonce}`, activityId, memberId, state, at, by: actor, reason, reportedAt: now }
      return [{ ...row, ...(said === undefined ? {} : { said }) }]
    })
    if (conflicts.length > 0) await store.table(AttendanceConflicts).addAll(conflicts)
    // Put right after its day, it changes what is counted of the year's study; before, the night counts it.
    if (dateOf(subject.endsAt) < dateOf(now)) await markStudiesOf({ store, now }, [...new Set(marks.map(one => one.memberId))])
    const results = marks.map(mark => {
      const verdict = verdicts.get(mark) ?? fail('CONFLICT')
      if (verdict.state === 'recorded') audit(mark.memberId, 'attendance.mark', mark.reason || undefined)
      return answerOf(mark, verdict)
    })
    if (results.some(one => one.state === 'recorded')) await markSheet(context, subject)
    return { results }
  },
}
