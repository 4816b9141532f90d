import type { requests as contract } from '../../../../core/help/requests/contract'
import { roleNames } from '../../../../core/help/requests/notices'
import type { Rung } from '../../../../core/help/requests/states'
import { shanghai } from '../../../../core/shared/calendar'
import { titleOf } from '../../../../core/help/requests/emergencies'
import { writeExport } from '../../../kernel/files'
import { byNumber, rowsBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { type HelpRequest, Requests } from '../documents'
import type { Handlers } from '../use-case'
import { calledName } from '../../../../core/shared/least'
import { deskSights, type Sight } from './sight'

/** A district's month is less than half of it; further rows come as a further sheet. */
const MOST_ROWS = 5000

const stateWords: Record<HelpRequest['state'], string> = {
  waiting: '等人接',
  accepted: '已接',
  'on-the-way': '在路上',
  done: '已办，等确认',
  closed: '办结',
  cancelled: '已撤回',
}

const rungWords: Record<Rung, string> = {
  liaison: '联络员',
  team: '组长和服务队',
  near: '附近志愿者',
  secretary: '支部书记',
  street: '街道',
}

export const requestColumns = [
  { title: '求助时间', width: 18 },
  { title: '姓名', width: 12 },
  { title: '事项', width: 16 },
  { title: '内容', width: 36 },
  { title: '急', width: 6 },
  { title: '代为求助', width: 12 },
  { title: '承诺时间', width: 18 },
  { title: '走到哪一级', width: 14 },
  { title: '经办人', width: 16 },
  { title: '状态', width: 14 },
  { title: '办好时间', width: 18 },
  { title: '按时', width: 8 },
  { title: '星', width: 6 },
] as const

const clock = (at: number | undefined) => (at === undefined ? '' : shanghai(at).format('YYYY-MM-DD HH:mm'))

export const requestRow = (one: HelpRequest, { whole }: Pick<Sight, 'whole'>): string[] => [
  clock(one.raisedAt),
  whole ? one.name : calledName(one.name),
  titleOf(one),
  whole ? one.text : '',
  one.urgency === 'urgent' ? '急' : '',
  one.raisedBy.memberId === one.memberId || !whole ? '' : one.raisedBy.name,
  clock(one.promiseAt),
  rungWords[one.rung],
  one.owner ? `${one.owner.name}（${roleNames[one.owner.role]}）` : '',
  stateWords[one.state],
  clock(one.doneAt),
  one.broken ? '超时' : one.doneAt === undefined ? '' : '按时',
  one.stars === undefined ? '' : String(one.stars),
]

/** The rows that a month's figures count, up to one sheet, and the cursor of the next sheet. */
const rowsOf = ({ store }: Pick<Ports, 'store'>, orgId: string, month: string, cursor: string | undefined) =>
  rowsBy(store.table(Requests), { scopes: orgId, month, state: { not: 'cancelled' } }, byNumber('raisedAt'), { most: MOST_ROWS, cursor })

export const exportRequests: Handlers<Pick<typeof contract, 'request.export'>> = {
  async 'request.export'({ orgId, month, cursor }, context) {
    const { store, audit } = context
    const [{ items, cursor: next }, { writeWorkbook }] = await Promise.all([
      rowsOf({ store }, orgId, month, cursor),
      import('../../../spreadsheets/write'),
    ])
    const sightOf = await deskSights(context, items)
    const content = await writeWorkbook([
      { name: `求助台账${month}`, columns: requestColumns, rows: items.map(one => requestRow(one, sightOf(one))) },
    ])
    for (const memberId of new Set(items.map(one => one.memberId))) audit(memberId, 'request.exported')
    return { ...(await writeExport(context, { name: '求助台账', about: orgId, content })), rows: items.length, cursor: next }
  },
}
