import type { Block, Cell } from '../../../papers/paper'
import type { Picture } from '../../../papers/picture'
import { numbered, sayMissing, type Entry } from './entry'

const label = (text: string): Cell => ({ text, label: true })
const wide = (title: string, text: string): Cell[] => [label(title), { text, columns: 3 }]
const people = (count: number) => `${String(count)} 人`

const awayOf = ({ absent, awaited, over }: Entry): string => (over ? people(absent) : `${people(absent)}，还没到 ${people(awaited)}`)

const formOf = (entry: Entry): Cell[][] => [
  [label('时间'), { text: entry.when }, label('地点'), { text: entry.where }],
  [label('主持人'), { text: entry.chair }, label('记录人'), { text: entry.recorder }],
  [
    label(entry.dueWord),
    { text: people(entry.due) },
    label('实到'),
    { text: entry.late > 0 ? `${people(entry.present)}（迟到 ${people(entry.late)}）` : people(entry.present) },
  ],
  [label('请假'), { text: people(entry.leave) }, label('缺席'), { text: awayOf(entry) }],
  ...(entry.voting
    ? [
        wide(
          entry.voting.who === '委员' ? '委员到会' : '有表决权的党员',
          `应到 ${people(entry.voting.due)}，实到 ${people(entry.voting.present)}`,
        ),
      ]
    : []),
  wide('请假人员和原因', sayMissing(entry.onLeave)),
  wide('缺席人员和原因', sayMissing(entry.stayedAway)),
  wide('参加人员', entry.came.join('、')),
  wide('议程', numbered(entry.agenda)),
  ...(entry.line === '' ? [] : [wide('内容摘要', entry.line)]),
  wide('会议记录', entry.minutes),
  wide('决议和表决', numbered(entry.resolutions.map(({ text, said }) => `${text}\n${said}`))),
]

/** How many of each kind, in the order of the book. */
export const countsOf = (entries: readonly Entry[]): string =>
  [...new Set(entries.map(one => one.kind))].map(kind => `${kind} ${String(entries.filter(one => one.kind === kind).length)} 次`).join('，')

interface Cover {
  branchName: string
  span: string
  madeOn: string
}

/** The record book as a paper: cover, contents, then a page or more for each meeting with its photos. */
export const wordBook = (
  { branchName, span, madeOn }: Cover,
  entries: readonly Entry[],
  photosOf: (activityId: string) => readonly Picture[],
): Block[] => [
  { kind: 'cover', title: '三会一课记录本', lines: [branchName, span, `制作日期：${madeOn}`] },
  { kind: 'heading', text: '目　录', newPage: true },
  { kind: 'line', text: entries.length === 0 ? '这段时间没有会议记录。' : `共 ${String(entries.length)} 次：${countsOf(entries)}。` },
  {
    kind: 'list',
    titles: ['序号', '类别', '名称', '时间', '应到', '实到'],
    widths: [8, 16, 28, 28, 10, 10],
    rows: entries.map(({ kind, title, when, due, present }, at) => [String(at + 1), kind, title, when, String(due), String(present)]),
  },
  ...entries.flatMap((entry, at): Block[] => {
    const pictures = photosOf(entry.activityId)
    const left = entry.photoFileIds.length - pictures.length
    return [
      { kind: 'heading', text: `${String(at + 1)}. ${entry.kind}：${entry.title}`, newPage: true },
      { kind: 'form', rows: formOf(entry) },
      ...(entry.photoFileIds.length > 0 ? [{ kind: 'line' as const, text: `照片 ${String(entry.photoFileIds.length)} 张` }] : []),
      { kind: 'pictures', pictures },
      ...(left > 0 ? [{ kind: 'line' as const, text: `还有 ${String(left)} 张照片放不下，在手机上的活动记录里。` }] : []),
    ]
  }),
]
