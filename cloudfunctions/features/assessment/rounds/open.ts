import type { rounds as contract } from '../../../../core/assessment/rounds/contract'
import { stageOf } from '../../../../core/assessment/rounds/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import { CALL_MS, LEASE } from '../../../kernel/acts'
import { byNumber, pageOver } from '../../../kernel/keyset'
import { changeRow } from '../../../kernel/settle'
import type { Filter } from '../../../kernel/store'
import { Organizations } from '../../people/public'
import { templateAt } from '../templates/known'
import type { Handlers } from '../use-case'
import { freezesAt, freshSheet, goOn, nextCount } from './acts'
import { type AssessmentAct, type AssessmentRound, AssessmentRounds, AssessmentSheets, sheetId } from './documents'
import { roundOver } from './row'
import { markSheets } from './topic'

const PAGE = 20
/** The latest first. */
const latestFirst = byNumber('openedAt', 'desc')

/** A round as lists show it. */
export const headOf = (round: AssessmentRound, now: Instant) => ({
  ...{ roundId: round._id, orgId: round.orgId, orgName: round.orgName, name: round.name, kind: round.template.kind, period: round.period },
  ...{ version: round.template.version, closesOn: round.closesOn, stage: stageOf(round, now), entry: round.entry },
})

export const open: Handlers<Pick<typeof contract, 'assessment.open' | 'assessment.list' | 'assessment.apply' | 'assessment.close'>> = {
  async 'assessment.open'({ orgId, templateId, period, closesOn, entry = 'all' }, context) {
    const { store, subject: org, actor, now, commandId, fail } = context
    const table = store.table(AssessmentRounds)
    const [known, template, branches, [before]] = await Promise.all([
      table.get(commandId),
      templateAt(store, org.path, templateId),
      store.table(Organizations).count({ path: { startsWith: org.path }, kind: 'branch', closedAt: { exists: false } }),
      table.find({ orgId, 'template.templateId': templateId }, { order: [['openedAt', 'desc']], limit: 1 }),
    ])
    if (!known) {
      if (!template) return fail('NOT_FOUND')
      if (closesOn < dateOf(now)) return fail('INVALID_INPUT', { paths: ['closesOn'], message: '请选今天以后的日子' })
      const acts: AssessmentAct[] = [
        ...(entry === 'all' ? [{ what: 'enter' as const, nth: 0, at: now }] : []),
        { what: 'tell', nth: 0, at: now },
        { what: 'freeze', nth: 0, at: freezesAt({ closesOn }) },
        ...(nextCount(now) < freezesAt({ closesOn }) ? [{ what: 'count' as const, nth: 0, at: nextCount(now) }] : []),
      ]
      const fresh: AssessmentRound = {
        ...{ _id: commandId, orgId, orgName: org.name, path: org.path, scopes: scopesOf(org.path), template, name: template.name },
        ...{ period, closesOn, entry, branches, openedBy: actor, openedAt: now, frozen: false, closed: false, batches: [] },
        ...(before ? { beforeId: before._id } : {}),
        ...{ acts, actDue: now + LEASE, version: 1 },
      }
      await table.add(fresh)
    }
    const round = known ?? (await table.get(commandId)) ?? fail('CONFLICT')
    await goOn(context, round, CALL_MS)
    return { roundId: commandId, branches: round.branches }
  },

  async 'assessment.list'({ orgId, cursor }, { store, subject: org, now, may }) {
    const above: Filter<AssessmentRound> = { orgId: { in: scopesOf(org.path) } }
    // Its own rounds stand among those above.
    const filters = org.kind === 'branch' ? [above] : [above, { scopes: orgId, orgId: { not: orgId } }]
    const page = await pageOver(store.table(AssessmentRounds), filters, latestFirst, { size: PAGE, cursor })
    return { items: page.items.map(one => headOf(one, now)), cursor: page.cursor, may: may('open') }
  },

  async 'assessment.apply'({ roundId, branchId, words = '' }, context) {
    const { store, subject: branch, now, checkText, fail } = context
    const table = store.table(AssessmentSheets)
    const [round, there] = await Promise.all([roundOver(store, roundId, branch, fail), table.has({ _id: sheetId(roundId, branchId) })])
    if (there) return {}
    // A group of a branch is judged with it.
    if (branch.kind !== 'branch') return fail('NOT_FOUND')
    const stage = stageOf(round, now)
    if (stage === 'closed') return fail('ASSESSMENT_CLOSED')
    if (stage === 'judging') return fail('ASSESSMENT_SELF_OVER')
    const [fresh] = await Promise.all([freshSheet(context, round, branch), checkText(words)])
    await table.add({ ...fresh, appliedAt: now, appliedWords: words })
    await markSheets(context, [fresh])
    return {}
  },

  async 'assessment.close'(_, { store, subject, now }) {
    await changeRow(store.table(AssessmentRounds), subject, row => {
      if (row.closed) return row
      // Closed before its last day, its figures are frozen at once, by the timer: awards are booked by them, and come after.
      const acts = row.acts
        .filter(one => one.what !== 'count')
        .map(one => (one.what === 'freeze' ? { ...one, at: Math.min(one.at, now) } : one))
      return { ...row, closed: true, acts, ...(acts.length === 0 ? {} : { actDue: now }) }
    })
    return {}
  },
}
