import { scopesOf } from '../../../core/organizations/scopes'
import { addDays, dateOf, shanghai } from '../../../core/shared/calendar'
import type { Instant } from '../../../core/shared/operation'
import { tellingTime } from '../../../core/visits/changes'
import type { visits as contract } from '../../../core/visits/contract'
import type { RaisedRule } from '../../../core/visits/kinds'
import { closesAt, opensAt, seasonOf, visitId } from '../../../core/visits/owed'
import type { Visit } from '../../kernel/documents/visits'
import type { Handlers } from '../../kernel/ports'
import { markRollup } from '../../kernel/rollups'
import { replan } from '../../kernel/replan'
import { eldersWithVisitors } from './people'
import { tellVisitors } from './telling'

/** How many days there are to go: 生病住院必访 within three days, 家有困难必访 within a week (S3). */
const within: Readonly<Record<RaisedRule, number>> = { illness: 3, hardship: 7 }
/** More than stand open for one elder. */
const MOST_OPEN = 50

/** Several tap at once: of what is open for the elder only one is of that rule. */
const openOf = (rows: readonly Visit[], rule: RaisedRule, now: Instant): Visit | undefined =>
  rows.find(row => row.rule === rule && row.state === 'due' && row.closes >= now)

export const raising: Handlers<Pick<typeof contract, 'visit.raise' | 'visit.assign'>> = {
  async 'visit.raise'({ memberId, rule, why, requestId }, context) {
    const { store, subject: elder, actor, now, checkText, audit, fail } = context
    if (elder.state !== 'active') return fail('NOT_FOUND')
    const visits = store.table('visits')
    const [rows, [known]] = await Promise.all([
      visits.find({ memberId, closes: { gte: now } }, { order: [['closes', 'asc']], limit: MOST_OPEN }),
      eldersWithVisitors(store, [elder]),
      checkText(why),
    ])
    const answer = (visit: Visit) => ({ visitId: visit._id, assigneeName: visit.assigneeName, closes: visit.closes })
    const open = openOf(rows, rule, now)
    if (open) return answer(open)
    const today = dateOf(now)
    const span = { from: today, to: addDays(today, within[rule]) }
    const [first] = known?.visitors ?? []
    const year = shanghai(now).year()
    const _id = visitId(memberId, rule, today)
    const window = { opens: opensAt(span), closes: closesAt(span) }
    const tellAt = first ? tellingTime(window, now) : null
    const visit: Visit = {
      ...{ _id, memberId, name: elder.name, path: elder.path, branchId: elder.branchId, scopes: scopesOf(elder.path) },
      ...{ rule, period: today, season: seasonOf(rule, year), year, ...window, state: 'due' },
      ...(first
        ? { assigneeId: first.memberId, assigneeName: first.name, on: today, party: [first.memberId] }
        : { assigneeId: null, assigneeName: '', on: null, party: [], gap: 'nobody' }),
      raised: { why, by: actor, at: now, ...(requestId === undefined ? {} : { requestId }) },
      ...(tellAt === null ? {} : { tellAt }),
      version: 1,
    }
    if ((await visits.add(visit)) === 'exists') {
      const other = await visits.get(_id)
      return other ? answer(other) : fail('CONFLICT')
    }
    audit(memberId, 'visit.raised', rule)
    await Promise.all([markRollup(context, 'visits', elder.branchId, [String(year)]), tellVisitors(context, [visit])])
    return answer(visit)
  },

  async 'visit.assign'({ helperId }, context) {
    const { store, subject: visit, now, audit, fail } = context
    if (visit.state !== 'due') return fail('VISIT_DONE')
    const visits = store.table('visits')
    if (helperId === null) {
      await visits.update({ _id: visit._id, state: 'due' }, { unset: ['chosen'], inc: { version: 1 } })
      await replan(context, visit.branchId)
      return { assigneeName: visit.assigneeName }
    }
    const helper = await store.table('members').get(helperId)
    if (helper?.state !== 'active' || helper.branchId !== visit.branchId || helperId === visit.memberId) return fail('HELPER_UNFIT')
    const tellAt = visit.assigneeId === helperId ? null : tellingTime(visit, now)
    const on = visit.on ?? dateOf(Math.max(now, visit.opens))
    const written = await visits.update(
      { _id: visit._id, state: 'due', version: visit.version },
      {
        set: {
          ...{ assigneeId: helperId, assigneeName: helper.name, party: [helperId], chosen: true, on },
          ...(tellAt === null ? {} : { tellAt }),
        },
        unset: ['gap'],
        inc: { version: 1 },
      },
    )
    if (written === 0) return fail('CONFLICT')
    audit(visit.memberId, 'visit.assigned', visit._id)
    if (tellAt !== null) await tellVisitors(context, [{ ...visit, assigneeId: helperId, assigneeName: helper.name, tellAt }])
    // The others' days are looked at again.
    await Promise.all([replan(context, visit.branchId), markRollup(context, 'visits', visit.branchId, [String(visit.year)])])
    return { assigneeName: helper.name }
  },
}
