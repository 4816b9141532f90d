import { announce } from '../../../kernel/announcements'
import { RequestSeen } from '../announcements'
import { Members } from '../../people/public'
import { VisitPlans, Visits } from './documents'
import { daysOf } from '../../../../core/shared/almanac/days'
import { festivals } from '../../../../core/shared/almanac/festivals'
import { roles, type Instant, type Output } from '../../../../core/shared/operation'
import type { visits as contract, VisitItem } from '../../../../core/care/visits/contract'
import { visitRules } from '../../../../core/care/visits/kinds'
import { standing } from '../../../../core/care/visits/rules'
import type { VisitSettings } from '../../../../core/care/visits/settings'
import type { Member } from '../../people/public'
import type { Visit } from './documents'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Context, Handlers } from '../use-case'
import { calendarAt } from '../calendar/at'
import { mayCorrect } from './correct'
import { countVisits, none } from './figures'
import { mayRecord } from './record'
import { planId } from './replan'
import { settingsAt } from './settings'

type Viewing = Handlers<Pick<typeof contract, 'visit.due' | 'visit.mine' | 'visit.get' | 'visit.phone' | 'visit.plan'>>

const PAGE = 50
const MOST_GAPS = 100
const DAY = 24 * 60 * 60_000
/** My list looks so far ahead, and keeps what is overdue so long. */
const AHEAD = 28 * DAY
const BEHIND = 60 * DAY

/** One line of a list. */
const itemOf = (visit: Visit, now: Instant): VisitItem => ({
  visitId: visit._id,
  memberId: visit.memberId,
  name: visit.name,
  rule: visit.rule,
  opens: visit.opens,
  closes: visit.closes,
  assigneeId: visit.assigneeId,
  assigneeName: visit.assigneeName,
  on: visit.on,
  ...(visit.gap === undefined ? {} : { gap: visit.gap }),
  state: standing(visit, now),
})

type Mine = Output<(typeof contract)['visit.mine']>['items'][number]

const mineOf = (visit: Visit, elder: Member | undefined, { rules }: VisitSettings, now: Instant): Mine => ({
  ...itemOf(visit, now),
  ...(elder?.residence === undefined ? {} : { address: elder.residence }),
  ...(visit.raised?.why ? { why: visit.raised.why } : {}),
  callCounts: rules[visit.rule].callCounts,
})

/** Over which of the organizations at or under this one the caller looks after visits. */
const scopesWithin = ({ person, actor, subject, holds }: Context<'visit.due'>): string[] => {
  if (holds(roles, subject.path)) return [subject._id]
  // A family helper has no office of the elder they help.
  if (person === null || actor.memberId !== person._id) return []
  const within = person.grants.filter(({ role, path }) => role !== 'street' && role !== 'bureau' && path.startsWith(subject.path))
  return [...new Set(within.map(grant => grant.orgId))]
}

export const viewing: Viewing = {
  async 'visit.due'({ from, to, cursor }, context) {
    const { store, now, fail } = context
    const [scope, ...others] = scopesWithin(context)
    if (scope === undefined) return fail('FORBIDDEN')
    const { items, cursor: next } = await pageBy(
      store.table(Visits),
      {
        scopes: others.length === 0 ? scope : { in: [scope, ...others] },
        closes: { gte: from },
        opens: { lte: to },
        state: { not: 'dropped' },
      },
      byNumber('closes'),
      { size: PAGE, cursor },
    )
    return { items: items.map(one => itemOf(one, now)), cursor: next }
  },

  async 'visit.mine'({ until, done = false, cursor }, { store, person, now }) {
    if (person === null) return { items: [], cursor: null }
    const direction = done ? 'desc' : 'asc'
    const { items, cursor: next } = await pageBy(
      store.table(Visits),
      {
        assigneeId: person._id,
        state: done ? 'done' : 'due',
        ...(cursor === undefined ? { closes: { gte: now - (done ? 366 * DAY : BEHIND) } } : {}),
        ...(done ? {} : { opens: { lte: until ?? now + AHEAD } }),
      },
      byNumber('closes', direction),
      { size: PAGE, cursor },
    )
    const [elders, settingsOf] = await Promise.all([
      store.table(Members).getMany([...new Set(items.map(one => one.memberId))]),
      settingsAt(
        store,
        items.map(one => one.path),
      ),
    ])
    const byId = new Map(elders.map(one => [one._id, one]))
    return { items: items.map(one => mineOf(one, byId.get(one.memberId), settingsOf(one.path), now)), cursor: next }
  },

  async 'visit.get'(_, context) {
    const { store, subject: visit, person, holds, now } = context
    const { record, raised } = visit
    const [elder, settingsOf, seen] = await Promise.all([
      store.table(Members).get(visit.memberId),
      settingsAt(store, [visit.path]),
      raised?.requestId === undefined || person === null
        ? Promise.resolve<boolean[]>([])
        : announce(context, RequestSeen, { requestId: raised.requestId, memberId: person._id, holdsOver: path => holds(roles, path) }),
    ])
    return {
      ...mineOf(visit, elder ?? undefined, settingsOf(visit.path), now),
      branchId: visit.branchId,
      ...(raised?.requestId !== undefined && seen.includes(true) ? { requestId: raised.requestId } : {}),
      record: record
        ? {
            at: record.at,
            by: record.by,
            note: record.note,
            brought: record.brought,
            found: record.found,
            photoFileIds: record.photoFileIds,
            ...(record.voiceFileId === undefined ? {} : { voiceFileId: record.voiceFileId }),
            requestIds: record.requestIds,
            actorName: record.actor.name,
          }
        : null,
      corrections: (visit.corrections ?? []).map(({ at, by, why, withdrawn }) => ({ at, by: by.name, why, withdrawn })),
      mayRecord: visit.state === 'due' && mayRecord(context),
      mayCorrect: visit.state === 'done' && mayCorrect(context),
      mayAssign: visit.state === 'due' && holds(['secretary'], visit.path),
    }
  },

  async 'visit.phone'(_, context) {
    const { store, subject: visit, audit, fail } = context
    if (!mayRecord(context)) return fail('FORBIDDEN')
    const elder = await store.table(Members).get(visit.memberId)
    if (elder?.state !== 'active') return fail('NOT_FOUND')
    audit(elder._id, 'visit.phone', visit._id)
    return {
      phones: elder.phones,
      emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '家属', phone })),
    }
  },

  async 'visit.plan'({ branchId, year }, { store, subject, now }) {
    const [plan, rows, calendar, settingsOf] = await Promise.all([
      store.table(VisitPlans).get(planId(branchId, year)),
      store.table(Visits).findAll({ branchId, year }),
      calendarAt(store, subject.path, [year - 1, year]),
      settingsAt(store, [subject.path]),
    ])
    const settings = settingsOf(subject.path)
    const alive = rows.filter(one => one.state !== 'dropped')
    const counts = countVisits(alive, now)
    const visitors = new Map<string, { memberId: string; name: string; due: number; done: number }>()
    for (const { assigneeId, assigneeName, state } of alive) {
      if (assigneeId === null) continue
      const before = visitors.get(assigneeId) ?? { memberId: assigneeId, name: assigneeName, due: 0, done: 0 }
      const done = state === 'done' ? 1 : 0
      visitors.set(assigneeId, { ...before, due: before.due + 1, done: before.done + done })
    }
    const spans = new Map(festivals.map(festival => [festival as string, calendar.window(festival, year)]))
    return {
      known: calendar.knows(year),
      plannedAt: plan?.plannedAt ?? null,
      perDay: settings.perDay,
      rules: visitRules
        .filter(rule => settings.rules[rule].on || counts[rule])
        .map(rule => {
          const span = spans.get(rule)
          return {
            rule,
            ...(span ? { ...span, workdays: daysOf(span).filter(day => calendar.works(day)).length } : {}),
            ...(counts[rule] ?? none),
          }
        }),
      gaps: alive
        .filter(one => one.state === 'due' && one.assigneeId === null)
        .sort((one, other) => one.closes - other.closes)
        .slice(0, MOST_GAPS)
        .map(one => itemOf(one, now)),
      visitors: [...visitors.values()].sort((one, other) => other.due - one.due || (one.memberId < other.memberId ? -1 : 1)),
      birthdaysUnknown: plan?.birthdaysUnknown ?? [],
    }
  },
}
