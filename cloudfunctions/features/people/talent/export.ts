import type { talent as contract } from '../../../../core/people/talent/contract'
import { advisedWords, advisoryWords, levelWords } from '../../../../core/people/talent/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { slicesOf } from '../../../kernel/in-groups'
import { byNumber, rowsBy } from '../../../kernel/keyset'
import { Members, Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { namesAt } from './books'
import { Advices, Advisories, Talents, type Advice } from './documents'
import { sayTalent } from './item'

/** As many people as one sheet holds. */
const MOST_ROWS = 5000
/** More groups than there are below an organization. */
const MOST_GROUPS = 1000
const AT_ONCE = 50
const week = ['一', '二', '三', '四', '五', '六', '日']

const columns = [
  { title: '姓名', width: 12 },
  { title: '所在支部', width: 30 },
  { title: '特长', width: 40 },
  { title: '级别', width: 14 },
  { title: '有空的日子', width: 22 },
  { title: '本人确认', width: 14 },
  { title: '说明', width: 40 },
] as const
const groupColumns = [
  { title: '组织', width: 26 },
  { title: '方面', width: 10 },
  { title: '成员', width: 60 },
] as const
const adviceColumns = [
  { title: '组织', width: 26 },
  { title: '方面', width: 10 },
  { title: '日期', width: 14 },
  { title: '对象单位', width: 26 },
  { title: '谁提的', width: 30 },
  { title: '建议', width: 60 },
  { title: '结果', width: 12 },
  { title: '回音', width: 40 },
] as const

export const exports: Handlers<Pick<typeof contract, 'talent.export' | 'advisory.export'>> = {
  async 'talent.export'({ orgId }, context) {
    const { store, subject, now, audit } = context
    const table = store.table(Talents)
    const { items } = await rowsBy(table, { scopes: orgId }, byNumber('confirmedAt', 'desc'), { most: MOST_ROWS })
    const [orgs, skillName, { writeWorkbook }] = await Promise.all([
      store.table(Organizations).getMany([...new Set(items.map(one => one.branchId))]),
      namesAt(store, items),
      import('../../../spreadsheets/write'),
    ])
    const nameOf = new Map(orgs.map(one => [one._id, one.name]))
    for (const { _id } of items) audit(_id, 'talent.exported')
    const rows = items.map(row => {
      const { stale, confirmedAt } = sayTalent(row, now, skillName)
      return [
        ...[
          row.name,
          nameOf.get(row.branchId) ?? '',
          row.skills.map(skillName).join('、'),
          row.levels.map(one => levelWords[one]).join('、'),
        ],
        row.days.length === week.length ? '每天' : row.days.map(day => `周${week[day - 1] ?? ''}`).join('、'),
        ...[stale || confirmedAt === null ? '没有确认' : dateOf(confirmedAt), row.note],
      ]
    })
    const content = await writeWorkbook([{ name: '银发人才', columns, rows }])
    return writeExport(context, { name: '银发人才库', about: subject._id, content })
  },

  async 'advisory.export'(_, context) {
    const { store, subject, audit } = context
    const groups = await store.table(Advisories).find({ path: { startsWith: subject.path } }, { limit: MOST_GROUPS })
    const advices: Advice[] = []
    for (const some of slicesOf(groups, AT_ONCE))
      advices.push(...(await store.table(Advices).findAll({ advisoryId: { in: some.map(one => one._id) } })))
    const ids = [...new Set([...groups.flatMap(one => one.party), ...advices.flatMap(one => one.memberIds)])]
    const [people, { writeWorkbook }] = await Promise.all([store.table(Members).getMany(ids), import('../../../spreadsheets/write')])
    const nameOf = new Map(people.map(one => [one._id, one.name]))
    const names = (some: readonly string[]) => some.map(one => nameOf.get(one) ?? '').join('、')
    const groupOf = new Map(groups.map(one => [one._id, [one.orgName, advisoryWords[one.field]]]))
    for (const { _id } of people) audit(_id, 'talent.exported')
    const content = await writeWorkbook([
      { name: '顾问组', columns: groupColumns, rows: groups.map(one => [one.orgName, advisoryWords[one.field], names(one.party)]) },
      {
        name: '提的建议',
        columns: adviceColumns,
        rows: advices.map(one => [
          ...(groupOf.get(one.advisoryId) ?? ['', '']),
          ...[one.on, one.unit, names(one.memberIds), one.text],
          ...[one.came ? advisedWords[one.came.verdict] : '还没有', one.came?.words ?? ''],
        ]),
      },
    ])
    return writeExport(context, { name: '顾问组', about: subject._id, content })
  },
}
