import { circleWords } from '../../../../core/life/circles/kinds'
import type { circles as contract } from '../../../../core/life/circles/contract'
import { inOrder } from '../../../../core/life/circles/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { slicesOf } from '../../../kernel/in-groups'
import type { Store } from '../../../kernel/store'
import { writeExport } from '../../../kernel/files'
import type { TextSheet } from '../../../spreadsheets/write'
import { Members, Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { CircleResults, Circles, type Circle, type CircleResult } from './documents'

const MOST = 1000
const AT_ONCE = 50

const circleColumns = [
  { title: '小组', width: 20 },
  { title: '项目', width: 16 },
  { title: '所在组织', width: 26 },
  { title: '老师', width: 14 },
  { title: '人数', width: 8 },
  { title: '成员', width: 60 },
  { title: '说明', width: 40 },
] as const
const resultColumns = [
  { title: '小组', width: 20 },
  { title: '比赛', width: 24 },
  { title: '日期', width: 14 },
  { title: '名次', width: 60 },
] as const

const namesOf = async (store: Store, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await store.table(Members).getMany([...new Set(ids)])).map(one => [one._id, one.name]))

/** The circles of a place with their people, and their matches. */
const sheetsOf = async (store: Store, rows: readonly (Circle & { joined: { name: string }[] })[]): Promise<TextSheet[]> => {
  const results: CircleResult[] = []
  for (const some of slicesOf(rows, AT_ONCE))
    results.push(...(await store.table(CircleResults).findAll({ circleId: { in: some.map(one => one._id) } })))
  const names = await namesOf(
    store,
    [...rows.flatMap(one => one.members), ...results.flatMap(one => one.places)].map(one => one.memberId),
  )
  const nameOf = (memberId: string) => names.get(memberId) ?? ''
  const circleOf = new Map(rows.map(one => [one._id, one.name]))
  return [
    {
      name: '兴趣小组',
      columns: circleColumns,
      rows: rows.map(one => [
        ...[one.name, circleWords[one.kind], one.joined[0]?.name ?? '', one.teacher, String(one.members.length)],
        ...[one.members.map(each => nameOf(each.memberId)).join('、'), one.words],
      ]),
    },
    {
      name: '比赛成绩',
      columns: resultColumns,
      rows: results.map(one => [
        ...[circleOf.get(one.circleId) ?? '', one.title, dateOf(one.at)],
        inOrder(one.places)
          .map(each => `第${String(each.place)}名 ${nameOf(each.memberId)}`)
          .join('、'),
      ]),
    },
  ]
}

export const exportCircles: Handlers<Pick<typeof contract, 'circle.export'>> = {
  async 'circle.export'(_, context) {
    const { store, subject, audit } = context
    const rows = await store.join(Circles, { path: { startsWith: subject.path } }, 'orgId', Organizations, MOST)
    const [sheets, { writeWorkbook }] = await Promise.all([sheetsOf(store, rows), import('../../../spreadsheets/write')])
    for (const memberId of new Set(rows.flatMap(one => one.members.map(each => each.memberId)))) audit(memberId, 'circle.exported')
    return writeExport(context, { name: '兴趣小组', about: subject._id, content: await writeWorkbook(sheets) })
  },
}
