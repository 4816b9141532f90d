import type { visits as contract } from '../../../../core/care/visits/contract'
import { visitRules } from '../../../../core/care/visits/kinds'
import { daysOf } from '../../../../core/shared/almanac/days'
import { festivals } from '../../../../core/shared/almanac/festivals'
import { calendarAt } from '../calendar/overrides'
import type { Handlers } from '../use-case'
import { VisitPlans, Visits } from './documents'
import { itemOf } from './item'
import { planId } from './replan'
import { settingsAt } from './settings'
import { countVisits, noVisits } from './topic'

const MOST_GAPS = 100

export const plan: Handlers<Pick<typeof contract, 'visit.plan'>> = {
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
            ...(counts[rule] ?? noVisits),
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
