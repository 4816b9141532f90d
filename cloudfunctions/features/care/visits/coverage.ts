import type { visits as contract } from '../../../../core/care/visits/contract'
import { seasonOf } from '../../../../core/care/visits/owed'
import { Rollups } from '../../../kernel/documents'
import { rollupId, valueOf } from '../../../kernel/rollups'
import { Organizations } from '../../people/public'
import { calendarAt } from '../calendar/overrides'
import type { Handlers } from '../use-case'
import { Visits } from './documents'
import { noVisits, visitsTopic } from './topic'

/** Names on one page. */
const MISSING = 200

export const coverage: Handlers<Pick<typeof contract, 'visit.coverage'>> = {
  async 'visit.coverage'({ orgId, festival, year, cursor }, { store, subject, fail }) {
    const visits = store.table(Visits)
    const season = seasonOf(festival, year)
    const close = subject.kind === 'branch' || subject.kind === 'group'
    const counted = async (): Promise<{ due: number; done: number }> => {
      if (!close) {
        // Above a branch the timer has counted the thousands.
        const row = await store.table(Rollups).get(rollupId(visitsTopic.name, orgId, String(year)))
        if (row && row.value !== null) return valueOf(visitsTopic, row).rules[festival] ?? noVisits
      }
      const [open, done] = await Promise.all([
        visits.count({ scopes: orgId, season, state: 'due' }),
        visits.count({ scopes: orgId, season, state: 'done' }),
      ])
      return { due: open + done, done }
    }
    const after = cursor === undefined ? {} : /^v:.+/u.test(cursor) ? { after: [cursor.slice(2), cursor.slice(2)] as const } : null
    if (after === null) return fail('INVALID_INPUT', { paths: ['cursor'] })
    const [figures, missing, calendar] = await Promise.all([
      counted(),
      visits.find({ scopes: orgId, season, state: 'due' }, { order: [['_id', 'asc']], limit: MISSING + 1, ...after }),
      calendarAt(store, subject.path, [year - 1, year]),
    ])
    // Where all names are shown they add up to the figures, even when these are some minutes old.
    const whole = cursor === undefined && missing.length <= MISSING
    const due = whole ? Math.max(figures.due, missing.length) : figures.due
    const done = whole ? due - missing.length : figures.done
    const shown = missing.slice(0, MISSING)
    const last = shown.at(-1)
    const branches = close ? [] : await store.table(Organizations).getMany([...new Set(shown.map(one => one.branchId))])
    const names = new Map(branches.map(({ _id, name }) => [_id, { branchName: name }]))
    return {
      due,
      done,
      missing: shown.map(one => ({
        memberId: one.memberId,
        name: one.name,
        visitId: one._id,
        branchId: one.branchId,
        ...names.get(one.branchId),
        assigneeName: one.assigneeName,
      })),
      cursor: missing.length > MISSING && last ? `v:${last._id}` : null,
      ...calendar.window(festival, year),
    }
  },
}
