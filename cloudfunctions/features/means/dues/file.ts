import type { dues as contract } from '../../../../core/means/dues/contract'
import { type FileRow, matchRows, readDuesFile } from '../../../../core/means/dues/file'
import { dueIn, faultIn, noAccount, paidIn } from '../../../../core/means/dues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { claimFiles } from '../../../kernel/files'
import { grouped } from '../../../../core/shared/grouped'
import type { Context, Handlers } from '../use-case'
import { type Brought, collectAll } from './collect'
import { type Place, placeOf } from './here'
import { type Owing, owingIn } from './sheet'

const DAY = 24 * 60 * 60_000
/** A list of more rows is none of one branch (S0). */
const MOST_ROWS = 3000
/** People whose payments are noted in one part, and until when a call begins another. */
const [PART, BEGINS_UNTIL_MS] = [200, 8000] as const
/** Doubtful rows that one answer shows. */
const MOST_ASKS = 300

type Reading = Pick<Context<'dues.previewFile'>, 'store' | 'now' | 'actor' | 'files' | 'fail'>

const rowsIn = async (context: Reading, branchId: string, fileId: string): Promise<FileRow[]> => {
  const { files, now, fail } = context
  await claimFiles(context, [fileId], { purpose: 'dues-file', about: branchId, endsAt: now + DAY })
  const content = await files.read(fileId)
  const { readWorkbook, UnreadableWorkbook } = await import('../../../spreadsheets/read')
  const sheets = await readWorkbook(content).catch((error: unknown) => {
    if (error instanceof UnreadableWorkbook) return fail('DUES_FILE_UNREADABLE', { message: error.message })
    throw error
  })
  const rows = readDuesFile(sheets)
  if (!rows) return fail('DUES_FILE_UNREADABLE', { message: '表里没有找到“姓名”和“金额”两列' })
  if (rows.length > MOST_ROWS)
    return fail('DUES_FILE_UNREADABLE', { message: `表里有${String(rows.length)}行，一次最多${String(MOST_ROWS)}行` })
  return rows
}

interface Judged {
  row: FileRow
  owing: Owing | undefined
  asks: 'which' | 'tail' | 'unknown' | 'twice' | 'amount' | undefined
  among: Owing[]
}

/** Each row with the one whose it is, or the question it leaves. An amount that is not what these months ask is a question too. */
const judge = (rows: readonly FileRow[], all: readonly Owing[], { book }: Place, months: readonly string[]): Judged[] => {
  const byId = new Map(all.map(one => [one.member._id, one]))
  const whose = matchRows(
    rows,
    all.map(({ member }) => ({ memberId: member._id, name: member.name, phones: member.phones })),
  )
  return rows.map((row, nth): Judged => {
    const found = whose[nth]
    if (!found || 'asks' in found) {
      return { row, owing: undefined, asks: found?.asks ?? 'unknown', among: (found?.among ?? []).flatMap(id => byId.get(id) ?? []) }
    }
    const owing = byId.get(found.memberId)
    const due = months.reduce((sum, month) => sum + dueIn(book, owing?.account ?? noAccount, month), 0)
    const asks = row.fen === undefined || row.fen === 0 || (due > 0 && row.fen !== due) ? ('amount' as const) : undefined
    return { row, owing, asks, among: owing ? [owing] : [] }
  })
}

const isPaid = ({ owing }: Judged, months: readonly string[]): boolean =>
  months.some(month => paidIn(owing?.account ?? noAccount, month) !== undefined)

export const file: Handlers<Pick<typeof contract, 'dues.previewFile' | 'dues.importFile'>> = {
  async 'dues.previewFile'({ branchId, fileId, months }, context) {
    const { store, subject: branch, now, fail } = context
    const [place, all, rows] = await Promise.all([placeOf(store, branch, now), owingIn(store, branchId), rowsIn(context, branchId, fileId)])
    if (!place.collects) return fail('DUES_NOT_HERE')
    const judged = judge(rows, all, place, months)
    const paid = judged.filter(one => one.asks === undefined && isPaid(one, months))
    const sure = judged.filter(one => one.asks === undefined && !isPaid(one, months))
    const doubtful = judged.filter(one => one.asks !== undefined)
    return {
      rows: rows.length,
      sure: sure.length,
      fen: sure.reduce((sum, one) => sum + (one.row.fen ?? 0), 0),
      paid: paid.length,
      asks: doubtful.slice(0, MOST_ASKS).map(({ row, asks = 'unknown', among }) => ({
        row: row.row,
        name: row.name,
        fen: row.fen ?? 0,
        asks,
        among: among.map(({ member, account }) => ({
          memberId: member._id,
          name: member.name,
          groupName: member.groupName ?? '',
          dueFen: months.reduce((sum, month) => sum + dueIn(place.book, account ?? noAccount, month), 0),
        })),
      })),
    }
  },

  async 'dues.importFile'({ branchId, fileId, months, on, way = 'transfer', answers = [] }, context) {
    const { store, subject: branch, now, elapsed, fail, audit } = context
    const [place, all, rows] = await Promise.all([placeOf(store, branch, now), owingIn(store, branchId), rowsIn(context, branchId, fileId)])
    if (!place.collects) return fail('DUES_NOT_HERE')
    const sorted = [...months].sort()
    const fault = faultIn({ months: sorted, on, today: dateOf(now), makeup: place.book.number('dues.makeup-months', { on }) })
    if (fault) return fail('INVALID_INPUT', { paths: [fault.path], message: fault.message })
    const byId = new Map(all.map(one => [one.member._id, one]))
    const said = new Map(answers.map(one => [one.row, one.memberId]))
    const noted = judge(rows, all, place, sorted).flatMap(({ row, owing, asks }) => {
      // A doubtful row is noted only as the secretary said; what has no amount is never noted.
      const chosen = said.get(row.row)
      const who = asks === undefined ? owing : chosen === undefined ? undefined : byId.get(chosen)
      return who && row.fen !== undefined && row.fen > 0 ? [{ owing: who, fen: row.fen }] : []
    })
    // Rows of one person are one payment.
    const brought = [...grouped(noted, one => one.owing).entries()].map(([owing, some]): Brought => ({
      owing,
      months: sorted,
      fen: some.reduce((sum, one) => sum + one.fen, 0),
      on,
      way,
    }))
    // By the file itself, whatever command sends it: the same file is never noted twice.
    const command = `file:${fileId}`
    const total = { paid: 0, fen: 0 }
    let at = 0
    for (; at < brought.length && (at === 0 || elapsed() < BEGINS_UNTIL_MS); at += PART) {
      const part = brought.slice(at, at + PART).filter(one => !sorted.some(month => paidIn(one.owing.account ?? noAccount, month)))
      const { paid } = await collectAll(context, place, command, part)
      for (const { memberId } of paid) audit(memberId, 'dues.paid')
      total.paid += paid.length
      total.fen += paid.reduce((sum, one) => sum + one.fen, 0)
    }
    return { ...total, skipped: rows.length - noted.length, left: Math.max(0, brought.length - at) }
  },
}
