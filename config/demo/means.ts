import type { DuesAccount, DuesPayment } from '../../cloudfunctions/features/means/dues/documents'
import type { FundBook, FundClaim, FundMonth, FundPublication, HandIn } from '../../cloudfunctions/features/means/funds/documents'
import { balanced, sealedMonth } from '../../cloudfunctions/features/means/funds/book'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import type { Actor } from '../../cloudfunctions/kernel/identity'
import type { EntryKind } from '../../core/means/funds/kinds'
import { quartersOf, quarterSpan, shareOf, type Entry } from '../../core/means/funds/ledger'
import { nextMoneyLook, nextReminder } from '../../core/means/dues/reminders'
import { monthAfter, monthsFrom } from '../../core/means/dues/rules'
import { dateOf, instantOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import type { Seed } from './shape'

/** Pensions of so many elders, in 分; each pays by the quarter. */
const PENSIONS = [420_000, 480_000, 510_000, 560_000, 620_000]

/** What the branch published of the year before. */
const lastYear = ({ _id: orgId, name, path }: Organization, year: number, by: FundPublication['by']): FundPublication => ({
  ...{ _id: `${orgId}:${String(year)}`, orgId, name, path, year, at: instantOf(`${String(year + 1)}-01-15`, '10:00'), by },
  totals: { openingFen: 120_600, inFen: 1_000_000, outFen: 934_600, closingFen: 186_000 },
  lines: [
    { kind: 'return', line: '党费返还', fen: 700_000 },
    { kind: 'grant', line: '上级拨款', fen: 300_000 },
    { kind: 'spend', line: '报刊订阅', fen: 43_200 },
    { kind: 'spend', line: '走访慰问', fen: 290_000 },
    { kind: 'spend', line: '主题党日', fen: 393_400 },
    { kind: 'spend', line: '学习资料', fen: 208_000 },
  ],
  dues: { people: 20, collectedFen: 1_000_000, handedFen: 1_000_000, returnedFen: 700_000 },
  words: '',
})

/** Dues of some elders of a branch, paid by the quarter until the one before the last, most of them until the last; and a year's ledger. */
export const demoMeans = (branch: Organization, people: { elders: readonly Member[]; auditor: Member }, by: Actor, now: Instant): Seed => {
  const { elders, auditor } = people
  const today = dateOf(now)
  const year = Number(today.slice(0, 4))
  // Quarters that are over; in January there are none.
  const over = quartersOf(year).filter(quarter => quarterSpan(quarter).to <= today)
  const notedBy = { memberId: by.memberId, name: by.name }
  const accounts: DuesAccount[] = []
  const payments: DuesPayment[] = []
  elders.forEach(({ _id: memberId, name }, nth) => {
    const baseFen = PENSIONS[nth % PENSIONS.length] ?? 480_000
    const monthly = Math.round((baseFen * (baseFen <= 500_000 ? 5 : 10)) / 1000)
    const paidFor = nth % 6 === 5 ? over.slice(0, -1) : over
    const own = paidFor.map((quarter): DuesPayment => {
      const { from } = quarterSpan(quarter)
      const months = monthsFrom(from.slice(0, 7), monthAfter(from.slice(0, 7), 2))
      const on = `${months[2] ?? ''}-05`
      const _id = `demo-dues-${memberId}-${quarter}`
      const place = { branchId: branch._id, branchName: branch.name, path: branch.path }
      const how = { on, way: nth % 3 === 0 ? ('transfer' as const) : ('cash' as const), at: instantOf(on, '10:00') }
      return { _id, memberId, name, ...place, months, fen: monthly * 3, ...how, notedBy, commandId: _id }
    })
    payments.push(...own)
    accounts.push({
      _id: memberId,
      bases: [{ from: `${String(year)}-01`, baseFen, standing: 'retired' }],
      ...{ reliefs: [], pending: [], undone: [], remindAt: nextReminder(today, branch._id), version: 1 },
      paid: own.flatMap(one => one.months.map(month => ({ month, fen: monthly, entryId: one._id }))),
    })
  })
  const entry = (id: string, kind: EntryKind, fen: number, day: string, line: string, words: string, more: Partial<Entry> = {}): Entry => {
    const on = `${String(year)}-${day}`
    return balanced({
      _id: `demo-fund-${branch._id}-${id}`,
      kind,
      fen,
      on,
      line,
      words,
      fileIds: [],
      at: instantOf(on, '10:00'),
      by: notedBy,
      ...more,
    })
  }
  const takenIn = (quarter: string): number => {
    const { from, to } = quarterSpan(quarter)
    return payments.filter(one => from <= one.on && one.on < to).reduce((sum, one) => sum + one.fen, 0)
  }
  const talked = { discussion: { words: '支委会讨论同意' } }
  const all = [
    entry('carried', 'carried', 186_000, '01-02', '上年结转', ''),
    entry('grant', 'grant', 300_000, '01-15', '上级拨款', '支部活动经费'),
    entry('papers', 'spend', 43_200, '01-20', '报刊订阅', '老年报12份', talked),
    entry('visit', 'spend', 60_000, '01-25', '走访慰问', '春节看望生病的老同志', talked),
    entry('day', 'spend', 32_000, '01-28', '主题党日', '租车去红色教育基地'),
    entry('fund', 'gift', 500_000, '03-05', '助学', '老党员设立的助学金'),
    entry('pupils', 'scholarship', 200_000, '08-20', '助学', '资助两名学生', {
      ...talked,
      people: [
        { name: '小李', fen: 100_000 },
        { name: '小赵', fen: 100_000 },
      ],
    }),
    // All but the last quarter has come back.
    ...over.slice(0, -1).map((quarter, nth) => {
      const { to } = quarterSpan(quarter)
      const baseFen = takenIn(quarter)
      const words = `${String(year)}年第${quarter.slice(6)}季度党费返还70%`
      return entry(`return-${String(nth)}`, 'return', shareOf(baseFen, 70), `${to.slice(5, 7)}-10`, '党费返还', words, {
        ...{ key: `return:${quarter}`, of: { quarter, baseFen, percent: 70 } },
      })
    }),
  ].filter(one => one.on <= today)
  // All but the last quarter was handed in.
  const handIns = over.slice(0, -1).map((quarter, nth): HandIn => {
    const on = `${quarterSpan(quarter).to.slice(0, 7)}-06`
    const documentNo = `${String(year)}-${String(nth + 1)}`
    return {
      _id: `demo-hand-in-${branch._id}-${quarter}`,
      quarter,
      fen: takenIn(quarter),
      on,
      documentNo,
      at: instantOf(on, '10:00'),
      by: notedBy,
    }
  })
  const homeOf = ({ quarter }: HandIn): string => quarterSpan(quarter).from.slice(0, 7)
  const months = [...new Set([...all.map(one => one.on.slice(0, 7)), ...handIns.map(homeOf)])].sort()
  const rows = months.map((month): FundMonth => ({
    ...{ ...sealedMonth(branch, month, ''), closed: false },
    entries: all.filter(one => one.on.startsWith(month)),
    handIns: handIns.filter(one => homeOf(one) === month),
  }))
  const claims = all.flatMap((one): FundClaim[] =>
    one.key === undefined ? [] : [{ _id: `${branch._id}:${one.key}`, orgId: branch._id, path: branch.path, entry: one }],
  )
  const lines = [
    { line: '报刊订阅', fen: 50_000 },
    { line: '走访慰问', fen: 120_000 },
    { line: '主题党日', fen: 100_000 },
    { line: '学习资料', fen: 60_000 },
  ]
  const book: FundBook = {
    ...{ _id: branch._id, name: branch.name, path: branch.path, closedThrough: '', budgets: [{ year, lines }] },
    ...{ counts: [], auditors: [{ memberId: auditor._id, name: auditor.name }], lookAt: nextMoneyLook(now), version: 1 },
  }
  return {
    ...{ 'dues-accounts': accounts, 'dues-payments': payments, 'fund-months': rows, 'fund-claims': claims, 'fund-books': [book] },
    'fund-publications': [lastYear(branch, year - 1, notedBy)],
  }
}
