import type { dues as contract } from '../../../../core/means/dues/contract'
import {
  arrearsOf,
  baseIn,
  dueIn,
  monthAfter,
  monthlyOf,
  monthOfDate,
  noAccount,
  paidIn,
  payable,
  rateOf,
} from '../../../../core/means/dues/rules'
import { sayMonth, sayYuan, standingWords } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { DuesAccounts, type DuesPayment, DuesPayments } from './documents'
import { placeOf, placeOfMember } from './here'
import { owingIn, sheetOf } from './sheet'

const PAGE = 20
const BOOK_PAGE = 100

const shown = (row: DuesPayment) => ({
  entryId: row._id,
  months: row.months,
  fen: row.fen,
  on: row.on,
  way: row.way,
  ...(row.byName === undefined ? {} : { byName: row.byName }),
  branchName: row.branchName,
  told: row.told === true,
  special: row.special === true,
  reversal: row.reverses !== undefined,
  ...(row.undone === undefined ? {} : { undone: row.undone }),
})

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

export const lists: Handlers<Pick<typeof contract, 'dues.list' | 'dues.mine' | 'dues.person' | 'dues.payments' | 'dues.export'>> = {
  async 'dues.list'({ branchId, month }, { store, subject: branch, now, may }) {
    const [{ book }, owing] = await Promise.all([placeOf(store, branch, now), owingIn(store, branchId)])
    const items = sheetOf(book, owing, month, dateOf(now))
    return {
      items,
      dueFen: sum(items.map(one => one.dueFen)),
      paidFen: sum(items.map(one => one.paidFen)),
      may: may('collect', 'export'),
    }
  },

  async 'dues.mine'({ cursor }, { store, person, now }) {
    const today = dateOf(now)
    const month = monthOfDate(today)
    const [place, account, payments] = await Promise.all([
      placeOfMember(store, person, now),
      store.table(DuesAccounts).get(person._id),
      pageBy(store.table(DuesPayments), { memberId: person._id }, byNumber('at', 'desc'), { size: PAGE, cursor }),
    ])
    const seen = account ?? noAccount
    const base = baseIn(seen.bases, month) ?? seen.bases[0]
    const book = place?.book
    const arrears = book ? arrearsOf(book, seen, today) : []
    const open = book && place.collects ? payable(book, seen, today).map(one => ({ month: one, fen: dueIn(book, seen, one) })) : []
    let paidUntil: string | null = null
    for (let next = arrears[0] ?? seen.paid[0]?.month; next !== undefined && paidIn(seen, next); next = monthAfter(next, 1))
      paidUntil = next
    return {
      memberId: person._id,
      name: person.name,
      branchName: place?.branch.name ?? '',
      state: !place?.collects ? 'not-here' : base ? 'owes' : 'no-base',
      monthlyFen: book ? dueIn(book, seen, month) || (base && !relieved(seen, month) ? monthlyOf(book, base, month) : 0) : 0,
      baseFen: base?.baseFen ?? 0,
      rate: base && book ? rateOf(book, base, month) : 0,
      standing: base?.standing ?? 'retired',
      relieved: relieved(seen, month),
      paidUntil,
      arrears,
      open,
      payments: { items: payments.items.map(shown), cursor: payments.cursor },
    }
  },

  async 'dues.person'({ memberId, cursor }, { store, subject: member, now }) {
    const today = dateOf(now)
    const [place, account, payments] = await Promise.all([
      placeOfMember(store, member, now),
      store.table(DuesAccounts).get(memberId),
      pageBy(store.table(DuesPayments), { memberId }, byNumber('at', 'desc'), { size: PAGE, cursor }),
    ])
    const seen = account ?? noAccount
    const book = place?.book
    return {
      name: member.name,
      bases: book ? seen.bases.map(one => ({ ...one, monthlyFen: monthlyOf(book, one, one.from), rate: rateOf(book, one, one.from) })) : [],
      reliefs: seen.reliefs.map(({ id: reliefId, ...one }) => ({ reliefId, ...one })),
      open: book ? payable(book, seen, today).map(one => ({ month: one, fen: dueIn(book, seen, one) })) : [],
      payments: { items: payments.items.map(shown), cursor: payments.cursor },
    }
  },

  async 'dues.payments'({ branchId, month, cursor }, { store }) {
    const within = { gte: `${month}-01`, lt: `${monthAfter(month, 1)}-01` }
    const page = await pageBy(store.table(DuesPayments), { branchId, on: within }, byText('on', 'desc'), { size: BOOK_PAGE, cursor })
    return { items: page.items.map(row => ({ ...shown(row), memberId: row.memberId, name: row.name, at: row.at })), cursor: page.cursor }
  },

  async 'dues.export'({ branchId, month }, context) {
    const { store, subject: branch, now, audit } = context
    const [{ book }, owing] = await Promise.all([placeOf(store, branch, now), owingIn(store, branchId)])
    const today = dateOf(now)
    const items = sheetOf(book, owing, month, today)
    const { writeWorkbook } = await import('../../../spreadsheets/write')
    const rows = items.map(one => [
      one.name,
      one.standing === undefined ? '' : standingWords[one.standing],
      sayYuan(one.dueFen),
      sayYuan(one.paidFen),
      one.told ? '说交了，待核对' : one.entryId !== undefined ? '已交' : one.relieved ? '已减免' : one.dueFen > 0 ? '未交' : '未定基数',
    ])
    const total = ['合计', '', sayYuan(sum(items.map(one => one.dueFen))), sayYuan(sum(items.map(one => one.paidFen))), '']
    const content = await writeWorkbook([
      {
        name: `${sayMonth(month)}党费`,
        columns: [
          { title: '姓名', width: 12 },
          { title: '类别', width: 10 },
          { title: '应交（元）', width: 14 },
          { title: '已交（元）', width: 14 },
          { title: '情况', width: 18 },
        ],
        rows: [...rows, total],
      },
    ])
    for (const { memberId } of items) audit(memberId, 'dues.exported')
    return writeExport(context, { name: `${sayMonth(month)}党费收缴表`, about: branchId, content })
  },
}

const relieved = ({ reliefs }: { reliefs: readonly { from: string; until: string }[] }, month: string): boolean =>
  reliefs.some(one => one.from <= month && month <= one.until)
