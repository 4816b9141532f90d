import type { liaisons as contract } from '../../../../core/people/liaisons/contract'
import { dateOf, instantOf, addDays } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { owedIn, stateOf, type Owed } from '../../../../core/shared/obligations/owed'
import { paceIn, periodOn, periodsOf, spanOf } from '../../../../core/shared/obligations/periods'
import type { Output } from '../../../../core/shared/operation'
import { announce } from '../../../kernel/announcements'
import { claimFiles } from '../../../kernel/files'
import { byText, pageBy } from '../../../kernel/keyset'
import { BranchFacts } from '../announcements'
import { Organizations, type Organization } from '../documents'
import { regulationsFor } from '../regulations/book'
import type { Handlers } from '../use-case'
import { BranchDuties, type BranchDuty, BranchReports } from './documents'
import { blankDuty, settleDuty } from './duty'
import { type Rhythms, rhythmsOf } from './rhythms'

type Line = Output<(typeof contract)['report.list']>['items'][number]

const PAGE = 50

const reportId = (branchId: string, period: string): string => `${branchId}:${period}`

/** What these periods ask of a branch: nothing where the rule set has another rhythm, or the branch was not there. */
const owedOf = (periods: readonly string[], duty: Pick<BranchDuty, 'since'>, branch: Organization, { report }: Rhythms): Owed[] =>
  owedIn(
    periods.filter(period => paceIn(period) === report.pace),
    report,
    { since: duty.since, until: branch.closedAt === undefined ? undefined : dateOf(branch.closedAt) },
  )

export const reports: Handlers<Pick<typeof contract, 'report.submit' | 'report.get' | 'report.list'>> = {
  async 'report.submit'({ branchId, period, text, fileIds = [], voiceFileId }, context) {
    const { store, subject: branch, actor, now, checkText, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    if (text === '' && voiceFileId === undefined && fileIds.length === 0) return fail('REPORT_EMPTY')
    const today = dateOf(now)
    const [duty, book] = await Promise.all([store.table(BranchDuties).get(branchId), regulationsFor(store, branch.path)])
    const [owed] = owedOf([period], duty ?? blankDuty(branch, today), branch, rhythmsOf(book, branch, today))
    if (!owed || owed.span.from > today) return fail('REPORT_NOT_OWED')
    const _id = reportId(branchId, period)
    await Promise.all([checkText(text), claimFiles(context, [...fileIds, voiceFileId], { purpose: 'report', about: _id })])
    const table = store.table(BranchReports)
    const submitted = { text, fileIds, ...(voiceFileId === undefined ? {} : { voiceFileId }), by: actor, at: now }
    const fresh = { _id, branchId, period, ...submitted, earlier: [] }
    if ((await table.add(fresh)) === 'exists') {
      const before = await table.get(_id)
      const same = before?.text === text && before.voiceFileId === voiceFileId && before.fileIds.join() === fileIds.join()
      if (before && !same)
        await table.swap(before, { ...fresh, earlier: [...before.earlier, omit(before, '_id', 'branchId', 'period', 'earlier')] })
    }
    await settleDuty(context, branch)
    return {}
  },

  async 'report.get'({ branchId, period: asked }, context) {
    const { store, subject: branch, now, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const today = dateOf(now)
    const [known, book] = await Promise.all([store.table(BranchDuties).get(branchId), regulationsFor(store, branch.path)])
    const duty = known ?? blankDuty(branch, today)
    const rhythms = rhythmsOf(book, branch, today)
    // What is open is shown; where all that could be handed in is there, the present period.
    const open = duty.report && spanOf(duty.report.period).from <= today ? duty.report.period : periodOn(rhythms.report.pace, today)
    const period = asked ?? open
    const span = spanOf(period)
    const year = Number(period.slice(0, 4))
    const [report, others, facts] = await Promise.all([
      store.table(BranchReports).get(reportId(branchId, period)),
      store.table(BranchReports).findAll({ branchId, period: { gte: String(year), lt: String(year + 1) } }),
      announce(context, BranchFacts, { branchId, path: branch.path, from: instantOf(span.from), to: instantOf(addDays(span.to, 1)) }),
    ])
    const [owed] = owedOf([period], duty, branch, rhythms)
    const heldIn = (each: string) => (others.some(one => one.period === each) ? 1 : 0)
    return {
      name: branch.name,
      period,
      state: owed ? stateOf(owed, report ? 1 : 0, today) : report ? 'done' : 'upcoming',
      dueOn: owed?.dueOn ?? addDays(span.to, rhythms.report.graceDays),
      text: report?.text ?? '',
      fileIds: report?.fileIds ?? [],
      ...(report?.voiceFileId === undefined ? {} : { voiceFileId: report.voiceFileId }),
      submitted: report && { at: report.at, by: report.by.name },
      facts: facts.flat(),
      others: owedOf(periodsOf(rhythms.report.pace, year), duty, branch, rhythms)
        .filter(one => one.period !== period)
        .map(one => ({ period: one.period, state: stateOf(one, heldIn(one.period), today) })),
    }
  },

  async 'report.list'({ orgId, period, cursor }, { store, subject, now }) {
    const today = dateOf(now)
    const page = await pageBy(store.table(BranchDuties), { scopes: orgId }, byText('reportDueOn'), { size: PAGE, cursor })
    const ids = page.items.map(row => row._id)
    const [branches, handedIn, book] = await Promise.all([
      store.table(Organizations).getMany(ids),
      store.table(BranchReports).getMany(ids.map(id => reportId(id, period))),
      regulationsFor(store, subject.path),
    ])
    const known = new Map(branches.map(one => [one._id, one]))
    const there = new Set(handedIn.map(one => one.branchId))
    return {
      items: page.items.flatMap((duty): Line[] => {
        const branch = known.get(duty._id)
        if (!branch) return []
        const line = { branchId: branch._id, name: branch.name }
        if (there.has(branch._id)) return [{ ...line, state: 'submitted' }]
        const [owed] = owedOf([period], duty, branch, rhythmsOf(book, branch, today))
        if (!owed) return []
        return [{ ...line, state: stateOf(owed, 0, today) === 'overdue' ? 'overdue' : 'due' }]
      }),
      cursor: page.cursor,
    }
  },
}
