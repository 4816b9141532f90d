import type { plans as contract } from '../../../../core/life/plans/contract'
import { inTime } from '../../../../core/life/plans/rules'
import { strandWords } from '../../../../core/life/strands/kinds'
import { writeExport } from '../../../kernel/files'
import type { Handlers } from '../use-case'
import { yearOfBranch } from './asked'
import { planId, YearPlans } from './documents'

const columns = [
  { title: '日期', width: 14 },
  { title: '时间', width: 10 },
  { title: '活动', width: 30 },
  { title: '地点', width: 26 },
  { title: '请进来、请出去、动起来', width: 22 },
  { title: '情况', width: 16 },
] as const

export const exportPlan: Handlers<Pick<typeof contract, 'plan.export'>> = {
  async 'plan.export'({ branchId, year }, context) {
    const { store, subject: branch } = context
    const plan = await store.table(YearPlans).get(planId(branchId, year))
    const [{ fixed, items }, { writeWorkbook }] = await Promise.all([
      yearOfBranch(context, branch, year, plan),
      import('../../../spreadsheets/write'),
    ])
    const lines = inTime([
      ...items.map(({ date, time, title, place, strand, activityId }) => ({
        ...{ date, time, title, place: place.name, strand: strand ? strandWords[strand] : '' },
        state: activityId === undefined ? '计划' : '已发布',
      })),
      ...fixed.map(({ date, title, activityId }) => ({
        ...{ date, time: '', title, place: '', strand: '', state: activityId === undefined ? '每月模板自动发' : '已发布' },
      })),
    ])
    const rows = lines.map(one => [one.date, one.time, one.title, one.place, one.strand, one.state])
    const content = await writeWorkbook([{ name: `${String(year)}年活动计划`, columns, rows }])
    return writeExport(context, { name: `${String(year)}年活动计划`, about: branchId, content })
  },
}
