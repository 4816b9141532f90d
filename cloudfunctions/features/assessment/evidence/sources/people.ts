import { percent } from '../../../../../core/assessment/evidence/measures'
import { isGraveWarning, sayCommitteeWarning } from '../../../../../core/people/public'
import { routes } from '../../../../../core/shared/routes'
import { sayDay } from '../../../../../core/shared/spans'
import { valueOf } from '../../../../kernel/rollups'
import { Committees, coverageTopic, MEMBERS, reportsKept, transfersIn } from '../../../people/public'
import { numbersIn, sight, source } from '../source'

/** Who leads the branch (P04), as it stands. */
export const committee = source({
  name: 'committee',
  title: '支部班子',
  measures: { complete: { unit: 'yes', text: '班子配齐，没有空缺，没有到期' } },
  read: ({ store, branch }) => store.table(Committees).get(branch._id),
  count: (row, { branch }) => {
    // A branch whose committee was never entered is not seen.
    if (!row?.term) return { complete: null }
    const grave = row.warnings.filter(isGraveWarning)
    const text = grave.length > 0 ? grave.map(sayCommitteeWarning).join('，') : row.complete ? '班子齐全' : '班子不齐'
    return { complete: sight(row.complete && grave.length === 0 ? 1 : 0, { text, page: routes.committee({ orgId: branch._id, name: branch.name }) }) } // prettier-ignore
  },
})

/** What is lacking (P06): the month's figure of the boards. */
export const coverage = source({
  name: 'coverage',
  title: '覆盖',
  measures: { whole: { unit: 'yes', text: '没有漏管的党员，有联络员，有活动' } },
  cells: ({ months }) => [{ topic: coverageTopic.name, periods: months }],
  read: ({ cells, time }) => Promise.resolve(cells(coverageTopic.name, time.months)),
  count: (rows, { branch }) => {
    const row = rows.at(-1)
    if (!row) return { whole: null }
    const { lacking } = valueOf(coverageTopic, row)
    const named = [
      ['没有编进支部的党员', lacking['no-home']],
      ['没有联络员', lacking.liaison],
      ['没有活动', lacking['no-activity']],
    ] as const
    const open = named.filter(([, count]) => count > 0)
    const text = open.length === 0 ? '都有着落' : open.map(([what, count]) => `${what}（${String(count)}）`).join('，')
    return { whole: sight(open.length === 0 ? 1 : 0, { text, page: routes.organization({ orgId: branch._id, name: branch.name }) }) }
  },
})

const SHOWN = 8

/** 组织关系接转 (P02): letters to the branch that were answered, or should have been. */
export const transfers = source({
  name: 'transfers',
  title: '组织关系接转',
  measures: { 'in-time': { unit: '%', text: '该接收的介绍信按期答复的占百分之几' } },
  read: ({ store, branch, time }) => transfersIn(store, branch._id, time),
  count: (rows, { branch, time: { today } }) => {
    const over = rows.filter(one => (one.endedOn === undefined ? one.open && one.dueOn < today : one.state !== 'cancelled'))
    const inTime = over.filter(one => one.endedOn !== undefined && one.endedOn <= one.dueOn)
    // Without names: a sheet that is frozen would keep them for good. Its page has them.
    const seen = over.slice(-SHOWN).map(one => ({
      text: `${sayDay(one.startedOn)}的介绍信 ${one.endedOn === undefined ? '还没答复' : one.endedOn <= one.dueOn ? '按期' : '过期'}`,
      page: routes.transfers({ orgId: branch._id, name: branch.name }),
    }))
    return { 'in-time': sight(percent(inTime.length, over.length), ...seen) }
  },
})

/** What the branch reports upwards by the period (P05). */
export const reports = source({
  name: 'reports',
  title: '工作报告',
  measures: { kept: { unit: '%', text: '该交的工作报告交了百分之几' } },
  read: ({ store, branch, time }) => reportsKept(store, branch, time),
  count: (periods, { branch }) => {
    const over = periods.filter(one => one.state === 'done' || one.state === 'overdue')
    const done = over.filter(one => one.state === 'done')
    return {
      kept: sight(
        percent(done.length, over.length),
        ...over.map(one => ({
          text: `${one.words} ${one.state === 'done' ? '交了' : '没交'}`,
          page: routes.branchReport({ branchId: branch._id, name: branch.name, period: one.period }),
        })),
      ),
    }
  },
})

/** The branch's people in WeChat: who can be reached by it. */
export const members = source({
  name: 'members',
  title: '党员',
  measures: { bound: { unit: '%', text: '绑定微信的党员占百分之几' } },
  cells: ({ months }) => [{ topic: MEMBERS, periods: months }],
  read: ({ cells, time }) => Promise.resolve(cells(MEMBERS, time.months)),
  count: (rows, { branch }) => {
    const row = rows.at(-1)
    if (!row) return { bound: null }
    const { count = 0, bound = 0 } = numbersIn(row)
    return { bound: sight(percent(bound, count), { text: `${String(count)}人，绑定${String(bound)}人`, page: routes.organization({ orgId: branch._id, name: branch.name }) }) } // prettier-ignore
  },
})
