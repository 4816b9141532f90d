import type { visits as contract } from '../../../../core/care/visits/contract'
import { ruleWords, type VisitWay } from '../../../../core/care/visits/kinds'
import { seasonOf } from '../../../../core/care/visits/owed'
import { stateOf } from '../../../../core/care/visits/rules'
import { type Festival, festivalWords } from '../../../../core/shared/almanac/festivals'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { writeExport } from '../../../kernel/files'
import type { Store } from '../../../kernel/store'
import type { Handlers } from '../use-case'
import { type Visit, Visits } from './documents'

const MOST_ROWS = 5000
const AT_ONCE = 1000

export const visitColumns = [
  { title: '姓名', width: 12 },
  { title: '走访', width: 12 },
  { title: '从', width: 14 },
  { title: '到', width: 14 },
  { title: '情况', width: 12 },
  { title: '由谁去', width: 14 },
  { title: '看望日期', width: 14 },
  { title: '方式', width: 12 },
  { title: '谁去的', width: 12 },
  { title: '带去什么', width: 20 },
  { title: '记录', width: 40 },
] as const

const wayWords: Readonly<Record<VisitWay, string>> = { visit: '上门', call: '电话' }
const stateWords: Readonly<Record<Visit['state'] | 'overdue', string>> = { done: '看过了', due: '还没去', overdue: '过期没去', dropped: '' }

export const visitRow = (visit: Visit, now: Instant): string[] => {
  const { name, rule, opens, closes, assigneeName, record } = visit
  const seen = record ? [dateOf(record.at), wayWords[record.by], record.actor.name, record.brought, record.note] : ['', '', '', '', '']
  return [name, ruleWords[rule], dateOf(opens), dateOf(closes), stateWords[stateOf(visit, now)], assigneeName, ...seen]
}

/** A season's visits in one state, one more than a sheet holds. */
const inSeason = async (store: Store, orgId: string, season: string, state: 'due' | 'done'): Promise<Visit[]> => {
  const rows: Visit[] = []
  let after: { after?: readonly [string, string] } = {}
  while (rows.length <= MOST_ROWS) {
    const limit = Math.min(AT_ONCE, MOST_ROWS + 1 - rows.length)
    const found = await store.table(Visits).find({ scopes: orgId, season, state }, { order: [['_id', 'asc']], limit, ...after })
    rows.push(...found)
    const last = found.at(-1)
    if (found.length < limit || !last) break
    after = { after: [last._id, last._id] }
  }
  return rows
}

/** The missing elders first. */
const ofFestival = async (store: Store, orgId: string, festival: Festival, year: number): Promise<Visit[]> => {
  const season = seasonOf(festival, year)
  const [due, done] = await Promise.all([inSeason(store, orgId, season, 'due'), inSeason(store, orgId, season, 'done')])
  return [...due, ...done]
}

const ofYear = async (store: Store, branchId: string, year: number): Promise<Visit[]> => {
  const rows = await store.table(Visits).findAll({ branchId, year })
  return rows.filter(one => one.state !== 'dropped').sort((one, other) => one.closes - other.closes || (one._id < other._id ? -1 : 1))
}

/** Who was seen and who is missing, as a workbook (P42). */
export const exportVisits: Handlers<Pick<typeof contract, 'visit.export'>> = {
  async 'visit.export'({ orgId, festival, year }, context) {
    const { store, subject, now, audit, fail } = context
    // A year of many branches is too long to read; ask for each festival instead.
    if (festival === undefined && subject.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['festival'] })
    const [found, { writeWorkbook }] = await Promise.all([
      festival === undefined ? ofYear(store, orgId, year) : ofFestival(store, orgId, festival, year),
      import('../../../spreadsheets/write'),
    ])
    const rows = found.slice(0, MOST_ROWS)
    const cut = found.length > rows.length
    for (const memberId of new Set(rows.map(one => one.memberId))) audit(memberId, 'visit.exported')
    const name = `${String(year)}年${festival === undefined ? '' : festivalWords[festival]}走访${cut ? `（前${String(MOST_ROWS)}行）` : ''}`
    const content = await writeWorkbook([{ name, columns: visitColumns, rows: rows.map(one => visitRow(one, now)) }])
    return { ...(await writeExport(context, { name, about: orgId, content })), rows: rows.length, cut }
  },
}
