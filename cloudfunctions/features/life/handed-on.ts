import { shanghai } from '../../../core/shared/calendar'
import { slicesOf } from '../../kernel/in-groups'
import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import { states, ways } from './attendance/export'
import { Activities, Attendances, type Activity, type Attendance } from './documents'

const AT_ONCE = 50
const clock = (at: number | undefined) => (at === undefined ? '' : shanghai(at).format('YYYY-MM-DD HH:mm'))

const activityColumns = [
  { title: '活动', width: 30 },
  { title: '开始', width: 18 },
  { title: '结束', width: 18 },
  { title: '地点', width: 24 },
  { title: '情况', width: 10 },
  { title: '报名', width: 8 },
  { title: '纪要', width: 40 },
] as const
const sheetColumns = [
  { title: '活动', width: 30 },
  { title: '开始', width: 18 },
  { title: '姓名', width: 12 },
  { title: '签到情况', width: 10 },
  { title: '时间', width: 18 },
  { title: '方式', width: 10 },
  { title: '经办人', width: 12 },
  { title: '备注', width: 30 },
] as const

const activityRow = ({ title, startsAt, endsAt, place, state, signups, record }: Activity): string[] => [
  ...[title, clock(startsAt), clock(endsAt), place.name, state === 'cancelled' ? '已取消' : ''],
  ...[String(signups.length), record?.minutes ?? ''],
]
const sheetRow = ({ title, startsAt }: Activity, row: Attendance, name: string): string[] => [
  ...[title, clock(startsAt), name, row.late ? '迟到' : states[row.state], clock(row.at)],
  ...[row.way ? ways[row.way] : '', row.by.name, row.reason ?? ''],
]

/** What a branch hands on of its organized life: its activities, and every row of their sheets. `nameOf`: the name of a member. */
export const lifeHandedOn = async (store: Store, branchId: string, nameOf: (memberId: string) => string): Promise<TextSheet[]> => {
  const activities = await store.table(Activities).findAll({ branchId })
  const byId = new Map(activities.map(one => [one._id, one]))
  const ids = [...byId.keys()]
  const rows: string[][] = []
  for (const some of slicesOf(ids, AT_ONCE))
    for (const row of await store.table(Attendances).findAll({ activityId: { in: some } })) {
      const activity = byId.get(row.activityId)
      if (activity) rows.push(sheetRow(activity, row, nameOf(row.memberId)))
    }
  return [
    { name: '活动', columns: activityColumns, rows: activities.map(activityRow) },
    { name: '签到', columns: sheetColumns, rows },
  ]
}
