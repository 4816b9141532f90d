import type { TextSheet } from '../../../spreadsheets/write'
import { numbered, sayMissing, type Entry } from './entry'

const meetingColumns = [
  { title: '序号', width: 6 },
  { title: '类别', width: 14 },
  { title: '名称', width: 24 },
  { title: '时间', width: 30 },
  { title: '地点', width: 20 },
  { title: '主持人', width: 10 },
  { title: '记录人', width: 10 },
  { title: '应到', width: 8 },
  { title: '实到', width: 8 },
  { title: '迟到', width: 8 },
  { title: '请假', width: 8 },
  { title: '缺席', width: 8 },
  { title: '请假人员和原因', width: 30 },
  { title: '缺席人员和原因', width: 30 },
  { title: '参加人员', width: 40 },
  { title: '议程', width: 30 },
  { title: '内容摘要', width: 30 },
  { title: '会议记录', width: 60 },
  { title: '决议', width: 8 },
  { title: '照片', width: 8 },
] as const
const resolutionColumns = [
  { title: '会议', width: 8 },
  { title: '名称', width: 24 },
  { title: '时间', width: 30 },
  { title: '决议', width: 50 },
  { title: '赞成', width: 8 },
  { title: '反对', width: 8 },
  { title: '弃权', width: 8 },
  { title: '判断', width: 60 },
] as const

const meetingRow = (entry: Entry, at: number): string[] => [
  ...[String(at + 1), entry.kind, entry.title, entry.when, entry.where, entry.chair, entry.recorder],
  ...[entry.due, entry.present, entry.late, entry.leave, entry.absent].map(String),
  ...[sayMissing(entry.onLeave), sayMissing(entry.stayedAway), entry.came.join('、')],
  ...[numbered(entry.agenda), entry.line, entry.minutes, String(entry.resolutions.length), String(entry.photoFileIds.length)],
]

/** The record book as a workbook: one row for each meeting, one for each resolution; photos are counted. */
export const excelBook = (entries: readonly Entry[]): TextSheet[] => [
  { name: '三会一课', columns: meetingColumns, rows: entries.map(meetingRow), landscape: true },
  {
    name: '决议和表决',
    columns: resolutionColumns,
    rows: entries.flatMap(({ title, when, resolutions }, at) =>
      resolutions.map(one => [...[String(at + 1), title, when, one.text], ...[one.for, one.against, one.abstain].map(String), one.said]),
    ),
    landscape: true,
  },
]
