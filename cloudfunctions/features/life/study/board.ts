import type { study as contract } from '../../../../core/life/study/contract'
import { Rollups } from '../../../kernel/documents'
import { writeExport } from '../../../kernel/files'
import { rollupId, valueOf } from '../../../kernel/rollups'
import { BookLoans } from '../books/documents'
import type { Handlers } from '../use-case'
import { learnersOf, type Learner } from './learnt'
import { countStudy, isReached, membersOf, studyTopic } from './topic'

/** More than stand directly under one organization. */
const MOST_BELOW = 1000

const columns = [
  { title: '姓名', width: 12 },
  { title: '党小组', width: 16 },
  { title: '今年学时', width: 10 },
  { title: '要求学时', width: 10 },
  { title: '听完的课', width: 10 },
  { title: '送学上门', width: 10 },
  { title: '说明', width: 20 },
] as const

/** Who has learnt most stands last among those who are asked for hours; those who are asked for none come after them. */
const byNeed = (one: Learner, other: Learner): number =>
  Number(one.asCare) - Number(other.asCare) ||
  Number(isReached(one)) - Number(isReached(other)) ||
  one.hours - other.hours ||
  one.member.name.localeCompare(other.member.name, 'zh-CN')

const sayStanding = (one: Learner): string => (one.asCare ? '年高体弱，只记不催' : isReached(one) ? '学够了' : '')

export const board: Handlers<Pick<typeof contract, 'study.board' | 'study.export'>> = {
  async 'study.board'({ orgId, year }, { store, subject: org, now }) {
    if (org.kind === 'branch') {
      const [members, loans] = await Promise.all([
        membersOf(store, orgId),
        store.table(BookLoans).findAll({ branchId: orgId, state: 'out' }),
      ])
      const learners = await learnersOf(store, org, members, year, now)
      return {
        figures: countStudy(learners, loans, now),
        people: learners.sort(byNeed).map(({ member, hours, target, asCare, courses, brought }) => ({
          ...{ memberId: member._id, name: member.name, hours, target, asCare, courses, brought },
          ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
        })),
        below: [],
      }
    }
    const period = String(year)
    const [own, below] = await Promise.all([
      store.table(Rollups).get(rollupId(studyTopic.name, orgId, period)),
      store.table(Rollups).find({ parentId: orgId, topic: studyTopic.name, period }, { limit: MOST_BELOW }),
    ])
    return {
      figures: valueOf(studyTopic, own),
      people: [],
      below: below
        .map(row => ({ orgId: row.orgId, name: row.name, ...valueOf(studyTopic, row) }))
        .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    }
  },

  async 'study.export'({ branchId, year }, context) {
    const { store, subject: branch, now, audit } = context
    const [members, { writeWorkbook }] = await Promise.all([membersOf(store, branchId), import('../../../spreadsheets/write')])
    const learners = (await learnersOf(store, branch, members, year, now)).sort(byNeed)
    for (const { member } of learners) audit(member._id, 'study.exported')
    const rows = learners.map(one => [
      ...[one.member.name, one.member.groupName ?? '', String(one.hours), one.asCare ? '' : String(one.target)],
      ...[String(one.courses), String(one.brought), sayStanding(one)],
    ])
    const content = await writeWorkbook([{ name: `${String(year)}年学时`, columns, rows }])
    return writeExport(context, { name: `学时${String(year)}`, about: branch._id, content })
  },
}
