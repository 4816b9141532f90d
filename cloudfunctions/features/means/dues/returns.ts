import type { dues as contract } from '../../../../core/means/dues/contract'
import { monthOfDate, monthsFrom } from '../../../../core/means/dues/rules'
import { quarterSpan, quartersOf, shareOf } from '../../../../core/means/funds/ledger'
import { addMonths, dateOf } from '../../../../core/shared/calendar'
import { Rollups } from '../../../kernel/documents'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { valueOf } from '../../../kernel/rollups'
import { regulationsFor } from '../../people/public'
import type { Handlers } from '../use-case'
import { bookedBy, bookOnce, changeMonth, isClosed, monthsOf } from '../funds/book'
import { duesSum, paymentsIn, quarterSum } from '../funds/collected'
import { FundBooks, type FundMonth, FundMonths } from '../funds/documents'
import { MOST_BACK } from '../funds/entries'
import { FUNDS, markFunds } from '../funds/marks'
import { fundsTopic } from '../funds/topic'

const PAGE = 20
const sum = (all: readonly { fen: number }[]): number => all.reduce((total, one) => total + one.fen, 0)
const keyOf = (quarter: string): string => `return:${quarter}`

export const returns: Handlers<Pick<typeof contract, 'dues.book' | 'dues.handIn' | 'dues.return' | 'dues.returns'>> = {
  async 'dues.book'({ branchId, year }, { store, may }) {
    const [payments, months] = await Promise.all([
      paymentsIn(store, branchId, `${String(year)}-01-01`, `${String(year + 1)}-01-01`),
      monthsOf(store, branchId),
    ])
    const handIns = months.flatMap(one => one.handIns).filter(one => one.quarter.startsWith(String(year)))
    const entries = months.flatMap(one => one.entries).filter(one => one.reverses === undefined && one.reversedBy === undefined)
    const returned = (quarter: string) => entries.find(one => one.of?.quarter === quarter)
    const held = duesSum(payments) - sum(handIns)
    return {
      months: monthsFrom(`${String(year)}-01`, `${String(year)}-12`).map(month => ({
        month,
        collectedFen: duesSum(payments.filter(one => monthOfDate(one.on) === month)),
        handedFen: sum(handIns.filter(one => monthOfDate(one.on) === month)),
      })),
      heldFen: held,
      specialFen: sum(payments.filter(one => one.special === true)),
      quarters: quartersOf(year).map(quarter => {
        const entry = returned(quarter)
        return {
          quarter,
          baseFen: quarterSum(payments, quarter),
          handedFen: sum(handIns.filter(one => one.quarter === quarter)),
          returnedFen: entry?.fen ?? null,
          ...(entry ? { entryId: entry._id } : {}),
        }
      }),
      handIns: handIns.map(one => ({ entryId: one._id, quarter: one.quarter, on: one.on, fen: one.fen, documentNo: one.documentNo })),
      may: may('handIn', 'return'),
    }
  },

  async 'dues.handIn'({ branchId, quarter, fen, on, documentNo = '' }, { store, subject: branch, actor, commandId, now, fail, checkText }) {
    const { from, to } = quarterSpan(quarter)
    const today = dateOf(now)
    if (on > today || on < from || on < addMonths(today, -24)) return fail('INVALID_INPUT', { paths: ['on'], message: '上交的日子不对' })
    if (from < addMonths(today, -MOST_BACK)) return fail('INVALID_INPUT', { paths: ['quarter'], message: '太早的季度，请查纸质账本' })
    const [book, months, payments] = await Promise.all([
      store.table(FundBooks).get(branchId),
      monthsOf(store, branchId),
      paymentsIn(store, branchId, from, to),
      checkText(documentNo),
    ])
    const ofQuarter = (rows: readonly FundMonth[]) => rows.flatMap(one => one.handIns).filter(one => one.quarter === quarter)
    if (ofQuarter(months).some(one => one._id === commandId)) return { entryId: commandId }
    if (isClosed(book, on)) return fail('FUND_CLOSED')
    // Whatever day they bear, those of a quarter stand in one row, which closing seals too: what is left, and whether that day is open, is judged by the write that takes of it.
    const home = monthOfDate(from)
    const collected = duesSum(payments)
    const elsewhere = sum(ofQuarter(months.filter(one => one.month !== home)))
    const seen = months.find(one => one.month === home) ?? null
    await changeMonth(store, branch, home, seen, row => {
      if (row.handIns.some(one => one._id === commandId)) return { row, answer: null }
      if (monthOfDate(on) <= (row.closedThrough ?? '')) return fail('FUND_CLOSED')
      const heldFen = collected - elsewhere - sum(ofQuarter([row]))
      if (fen > heldFen) return fail('DUES_NOT_IN_HAND', { heldFen })
      const handIn = { _id: commandId, quarter, fen, on, documentNo, at: now, by: { memberId: actor.memberId, name: actor.name } }
      return { row: { ...row, handIns: [...row.handIns, handIn] }, answer: null }
    })
    return { entryId: commandId }
  },

  async 'dues.return'({ branchId, quarter, percent }, context) {
    const { store, subject: branch, actor, commandId, now, fail } = context
    const { from, to } = quarterSpan(quarter)
    const on = dateOf(now)
    const key = keyOf(quarter)
    const [booked, payments, rules, book] = await Promise.all([
      bookedBy(store, branchId, [key]),
      paymentsIn(store, branchId, from, to),
      regulationsFor(store, branch.path),
      store.table(FundBooks).get(branchId),
    ])
    const earlier = booked.get(key)
    if (!earlier && isClosed(book, on)) return fail('FUND_CLOSED')
    const baseFen = quarterSum(payments, quarter)
    const share = percent ?? rules.number('dues.return-percent', { on })
    const fen = shareOf(baseFen, share)
    if (!earlier && fen === 0) return fail('INVALID_INPUT', { paths: ['quarter'], message: '这个季度没有收到党费' })
    const booking = bookOnce(context, branch, key, {
      ...{ _id: commandId, kind: 'return', fen, on, line: '党费返还', fileIds: [], at: now },
      words: `${quarter.slice(0, 4)}年第${quarter.slice(6)}季度党费返还${String(share)}%`,
      by: { memberId: actor.memberId, name: actor.name },
      of: { quarter, baseFen, percent: share },
    })
    const [entry] = await Promise.all([booking, markFunds(context, branchId, [on, from])])
    return { fen: entry.fen, entryId: entry._id }
  },

  async 'dues.returns'({ orgId, quarter, cursor }, { store, subject: org, now }) {
    const [period, nth] = [quarter.slice(0, 4), Number(quarter.slice(6))]
    const [page, rules] = await Promise.all([
      pageBy(store.table(Rollups), { scopes: orgId, topic: FUNDS, period }, byNumber('worry', 'desc'), { size: PAGE, cursor }),
      regulationsFor(store, org.path),
    ])
    const percent = rules.number('dues.return-percent', { on: dateOf(now) })
    const months = await store
      .table(FundMonths)
      .find({ orgId: { in: page.items.map(one => one.orgId) }, month: { gte: monthOfDate(quarterSpan(quarter).from) } }, { limit: 1000 })
    return {
      items: page.items.map(row => {
        const value = valueOf(fundsTopic, row)
        const baseFen = [value.q1, value.q2, value.q3, value.q4][nth - 1] ?? 0
        const entry = months
          .filter(one => one.orgId === row.orgId)
          .flatMap(one => one.entries)
          .find(one => one.of?.quarter === quarter && one.reversedBy === undefined && one.reverses === undefined)
        return {
          branchId: row.orgId,
          name: row.name,
          baseFen,
          shareFen: entry?.of ? shareOf(entry.of.baseFen, entry.of.percent) : shareOf(baseFen, percent),
          returnedFen: entry?.fen ?? null,
          balanceFen: value.balanceFen,
          peopleCount: value.people,
        }
      }),
      cursor: page.cursor,
      percent,
    }
  },
}
