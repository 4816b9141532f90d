import { ruleWords } from '../../../../core/care/visits/kinds'
import { seasonOf } from '../../../../core/care/visits/owed'
import { festivals, festivalWords } from '../../../../core/shared/almanac/festivals'
import { dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'
import { sayDay } from '../../../../core/shared/spans'
import type { Instant } from '../../../../core/shared/operation'
import { isWaking, night } from '../../../../core/shared/quiet-hours'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members } from '../../people/public'
import { calendarAt } from '../calendar/overrides'
import { type Visit, type VisitPlan, VisitPlans, Visits } from './documents'
import { warnings } from './planning'
import { routes } from '../../../../core/shared/routes'

/** Visits and plans that one run of the timer tells of. */
const MOST_VISITS = 500
const MOST_PLANS = 50
/** Names in one message. */
const NAMED = 12
const MOST_MISSING = 1000

const day = (at: Instant) => shanghai(at).format('M月D日')
const stamp = (at: Instant) => shanghai(at).format('YYYY-MM-DD HH:mm')
const named = (names: readonly string[]) =>
  `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? `等${String(names.length)}位` : ''}`

/** Visits that open in the morning are told together, raised ones at once and each by itself. */
const isMorning = (at: Instant) => at === instantOf(dateOf(at), night.to)

/** Tells one visitor about their visits. Repeating it is one message. */
const tellOne = async (ports: Ports, assigneeId: string, visits: readonly Visit[]): Promise<void> => {
  const { now } = ports
  const [first] = visits
  if (!first) return
  const rules = [...new Set(visits.map(one => ruleWords[one.rule]))]
  const who = named(visits.map(one => one.name))
  const until = Math.min(...visits.map(one => one.closes))
  const morning = first.tellAt !== undefined && isMorning(first.tellAt)
  const [title, page] =
    visits.length === 1
      ? [`请去看望${first.name}：${ruleWords[first.rule]}`, routes.visit({ id: first._id })]
      : [`有${String(visits.length)}位老同志请您去看望`, routes.visits()]
  await tell(ports, [assigneeId], {
    kind: 'visit-due',
    about: morning ? dateOf(now) : `${first._id}:${String(first.tellAt ?? now)}`,
    title,
    text: `${rules.join('、')}：${who}。请在${day(until)}前去看一看，看过以后点开登记。${first.raised?.why ? `原因：${first.raised.why}` : ''}`,
    page,
    fields: { what: rules.join('、'), when: stamp(until), where: '请点开看地址', note: who },
  })
}

/** Tells the assignees of these visits whose time has come: one message each for the morning, one for each visit raised by day. */
export const tellVisitors = async (ports: Ports, visits: readonly Visit[]): Promise<void> => {
  const { store, now } = ports
  if (!isWaking(now)) return
  const groups = new Map<string, Visit[]>()
  for (const visit of visits) {
    const { assigneeId, tellAt, closes, _id } = visit
    if (assigneeId === null || tellAt === undefined || tellAt > now || closes < now) continue
    const key = isMorning(tellAt) ? assigneeId : `${assigneeId} ${_id}`
    groups.set(key, [...(groups.get(key) ?? []), visit])
  }
  for (const group of groups.values()) {
    const [first] = group
    if (first?.assigneeId) await tellOne(ports, first.assigneeId, group)
  }
  // A visitor assigned meanwhile is told by the next run.
  for (const { _id, assigneeId, tellAt } of visits)
    if (tellAt !== undefined) await store.table(Visits).update({ _id, assigneeId, tellAt }, { unset: ['tellAt'] })
}

/** Tells all assignees whose visits have opened, by day only. One visitor's visits stand in one run, unless there are more than a run takes. */
export const tellOpened: Job = async ports => {
  if (!isWaking(ports.now)) return 0
  const due = await ports.store.table(Visits).find({ tellAt: { lte: ports.now } }, { order: [['tellAt', 'asc']], limit: MOST_VISITS })
  await tellVisitors(ports, due)
  return due.length
}

const warnOne = async (ports: Ports, plan: VisitPlan): Promise<void> => {
  const { store, now } = ports
  const { branchId, year, path } = plan
  const calendar = await calendarAt(store, path, [year - 1, year])
  const all = warnings(calendar, year)
  for (const festival of festivals) {
    const latest = all.filter(one => one.festival === festival && one.at <= now && one.at >= (plan.warnAt ?? now)).at(-1)
    const { to } = calendar.window(festival, year)
    if (!latest || to < dateOf(now)) continue
    const [missing, officers] = await Promise.all([
      store.table(Visits).find({ scopes: branchId, season: seasonOf(festival, year), state: 'due' }, { limit: MOST_MISSING }),
      store.table(Members).find({ 'grants.orgId': branchId }),
    ])
    const secretaries = officers.filter(
      one => one.state === 'active' && one.grants.some(grant => grant.role === 'secretary' && grant.orgId === branchId),
    )
    if (missing.length === 0) continue
    const names = named(missing.map(one => one.name))
    await tell(
      ports,
      secretaries.map(one => one._id),
      {
        kind: 'visit-missing',
        about: `${branchId}:${festival}:${dateOf(latest.at)}`,
        title: `${festivalWords[festival]}走访还差${String(missing.length)}位`,
        text: `${sayDay(to)}前还没有看望：${names}。`,
        page: routes.missing({ festival, year }),
        fields: { what: `${festivalWords[festival]}走访`, when: `${to} 18:00`, where: '请点开看名单', note: names },
      },
    )
  }
  const next = all.find(one => one.at > now)?.at
  await store
    .table(VisitPlans)
    .update(
      { _id: plan._id, ...(plan.warnAt === undefined ? {} : { warnAt: plan.warnAt }) },
      next === undefined ? { unset: ['warnAt'] } : { set: { warnAt: next } },
    )
}

/** Tells secretaries which elders a festival that is nearly over has missed. */
export const warnMissing: Job = async ports => {
  if (!isWaking(ports.now)) return 0
  const due = await ports.store.table(VisitPlans).find({ warnAt: { lte: ports.now } }, { order: [['warnAt', 'asc']], limit: MOST_PLANS })
  return eachRow(due, 'warnMissing', plan => warnOne(ports, plan))
}
