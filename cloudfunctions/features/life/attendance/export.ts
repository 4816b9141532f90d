import { isOwed } from '../../../../core/life/activities/kinds'
import type { SignInWay } from '../../../../core/life/attendance/marks'
import { shanghai } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import type { attendance as contract } from '../../../../core/life/attendance/contract'
import { writeExport } from '../../../kernel/files'
import type { Activity } from '../documents'
import type { Handlers } from '../use-case'
import { sheetOf } from './sheet'

type Sheet = Output<(typeof contract)['attendance.sheet']>
type Line = Sheet['items'][number]

export const states: Record<Exclude<Line['state'], 'unmarked'>, string> = { present: '已签到', leave: '请假', absent: '缺席' }
export const ways: Record<SignInWay, string> = { code: '扫码', place: '到场定位', proxy: '书记代签', kiosk: '平板自助' }
const relations: Record<string, string> = { spouse: '配偶', child: '子女', grandchild: '孙辈', relative: '亲属', carer: '照护人' }

const clock = (at: number | undefined) => (at === undefined ? '' : shanghai(at).format('YYYY-MM-DD HH:mm'))
const actor = ({ by = '', relation }: Line) => (relation === undefined ? by : `${by}（${relations[relation] ?? relation}）`)
const note = (line: Line, contradicted: boolean) =>
  [line.reason, line.guest ? '外支部' : undefined, contradicted ? '两处登记不一致，待核' : undefined].filter(Boolean).join('；')

const columns = [
  { title: '序号', width: 6 },
  { title: '姓名', width: 12 },
  { title: '签到情况', width: 10 },
  { title: '时间', width: 18 },
  { title: '方式', width: 10 },
  { title: '经办人', width: 16 },
  { title: '是否报名', width: 10 },
  { title: '备注', width: 36 },
] as const

/** 没来 is said only after the end. */
const missing = ({ expected }: Line, over: boolean) => (expected ? (over ? '没来' : '还没到') : '')

const rowsOf = ({ items, conflicts, over }: Sheet): string[][] => {
  const contradicted = new Set(conflicts.map(one => one.memberId))
  return items.map((line, index) => [
    String(index + 1),
    line.name,
    line.late ? '迟到' : line.state === 'unmarked' ? missing(line, over) : states[line.state],
    line.state === 'present' || line.state === 'leave' ? clock(line.at) : '',
    line.way ? ways[line.way] : '',
    actor(line),
    line.signedUp ? '是' : '',
    note(line, contradicted.has(line.memberId)),
  ])
}

const figuresOf = (activity: Activity, { expected, present, late, leave, awaited, absent, rate, over }: Sheet): string[][] => [
  ['活动', activity.title],
  ['开始', clock(activity.startsAt)],
  ['结束', clock(activity.endsAt)],
  ['地点', activity.place.name],
  [isOwed(activity) ? '应到' : '报名', String(expected)],
  ['实到', String(present)],
  ['其中迟到', String(late)],
  ['请假', String(leave)],
  ...(over ? [] : [['还没到', String(awaited)]]),
  ['没来', String(absent)],
  ['出勤率', over ? `${(rate * 100).toFixed(1)}%` : '结束以后才有'],
]

/** Writes the sheet as an .xlsx file of two pages, the lines and the figures, into the storage. The same command twice is one file. */
export const exportSheet: Handlers<Pick<typeof contract, 'attendance.export'>> = {
  async 'attendance.export'(_input, context) {
    const { subject: activity, audit } = context
    // The writer is large and seldom needed: it is loaded when an officer asks, not with every tap.
    const [sheet, { writeWorkbook }] = await Promise.all([sheetOf(context, activity), import('../../../spreadsheets/write')])
    for (const { memberId } of sheet.items) audit(memberId, 'attendance.exported', activity._id)
    const figures = { name: '统计', columns: [{ title: '项目', width: 12 }, { title: '内容', width: 40 }], rows: figuresOf(activity, sheet) } // prettier-ignore
    const content = await writeWorkbook([{ name: '签到表', columns, rows: rowsOf(sheet) }, figures])
    return writeExport(context, { name: '签到表', about: activity._id, content })
  },
}
