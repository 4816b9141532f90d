import { isDeepStrictEqual } from 'node:util'
import { type Day, nextCelebrations } from '../../../../core/care/birthdays/rules'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import { night } from '../../../../core/shared/quiet-hours'
import { eachRow } from '../../../kernel/jobs'
import { markedRows, unmark } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { type Member, Members } from '../../people/public'
import { type Celebration, type CelebrationPlan, CelebrationPlans, Celebrations } from './documents'

/** Branches that one run of the timer plans. */
const EACH_RUN = 20
/** The secretary asks these members; a longer list helps no one. */
const MOST_UNKNOWN = 200

/** The natural key of a celebration. */
const celebrationId = (memberId: string, { kind, period }: Pick<Day, 'kind' | 'period'>): string => `${memberId}:${kind}:${period}`

/** One coming celebration of a member. */
const rowOf = (member: Member, { kind, period, on, exact, years, round, lunar }: Day): Celebration => ({
  _id: celebrationId(member._id, { kind, period }),
  memberId: member._id,
  branchId: member.branchId,
  name: member.name,
  kind,
  period,
  on,
  exact,
  years,
  round,
  ...(lunar === undefined ? {} : { lunar }),
  bound: member.bound,
  due: instantOf(on, night.to),
})

/** A member's next celebrations; where one has been kept already, the one after it. */
export const comingOf = (
  member: Member,
  today: DateText,
  isKept: (celebrationId: string, day: Day) => boolean = () => false,
): Celebration[] =>
  nextCelebrations(member, today).flatMap(day => {
    if (!isKept(celebrationId(member._id, day), day)) return [rowOf(member, day)]
    return nextCelebrations(member, addDays(day.to, 1))
      .filter(({ kind }) => kind === day.kind)
      .map(after => rowOf(member, after))
  })

/**
 * Is the celebration of that year over? Where only the month was known the member was not greeted, so a day that becomes known later still
 * counts.
 */
const isOver = (row: Celebration | undefined, day: Day): boolean =>
  row !== undefined && row.due === undefined && (row.greetedAt !== undefined || !day.exact)

/** Brings a branch's coming celebrations in line with its roster; an unchanged roster writes nothing. */
const planOne = async (ports: Ports, plan: CelebrationPlan): Promise<void> => {
  const { store, now } = ports
  const today = dateOf(now)
  const table = store.table(Celebrations)
  const [everyone, rows] = await Promise.all([store.table(Members).findAll({ branchId: plan._id }), table.findAll({ branchId: plan._id })])
  const members = everyone.filter(member => member.state === 'active')
  const own = new Set(rows.map(row => row._id))
  const next = members.flatMap(member => comingOf(member, today)).map(row => row._id)
  // A member who came from another branch has rows under that branch.
  const foreign = await table.getMany(next.filter(id => !own.has(id)))
  const known = new Map([...rows, ...foreign].map(row => [row._id, row]))
  const coming = members.flatMap(member => comingOf(member, today, (id, day) => isOver(known.get(id), day)))
  const wanted = new Map(coming.map(row => [row._id, row]))
  const gone = rows.filter(row => row.due !== undefined && !wanted.has(row._id))
  const fresh = [...wanted.values()].filter(row => !isDeepStrictEqual(known.get(row._id), row))
  // A greeting that goes out at this moment is not undone.
  await Promise.all([
    ...gone.map(row => table.remove({ _id: row._id, branchId: plan._id, due: { exists: true } })),
    ...fresh.map(async row => {
      if ((await table.add(row)) === 'added') return
      const { _id, ...set } = row
      await table.update({ _id, greetedAt: { exists: false } }, { set, ...(row.lunar === undefined ? { unset: ['lunar'] } : {}) })
    }),
  ])
  const unknown = members
    .filter(member => member.birthday?.month === undefined)
    .slice(0, MOST_UNKNOWN)
    .map(({ _id, name }) => ({ memberId: _id, name }))
  const plans = store.table(CelebrationPlans)
  if (!isDeepStrictEqual(unknown, plan.unknown)) await plans.update({ _id: plan._id }, { set: { unknown } })
  await unmark(ports, CelebrationPlans, plan)
}

/** Plans the branches whose roster changed; safe to be cut off anywhere. Answers how many. */
export const planCelebrations = async (ports: Ports): Promise<number> => {
  const due = await markedRows(ports, CelebrationPlans, EACH_RUN)
  return eachRow(due, 'planCelebrations', plan => planOne(ports, plan))
}
