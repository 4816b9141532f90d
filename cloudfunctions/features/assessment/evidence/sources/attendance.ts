import { percent } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import { sayDay } from '../../../../../core/shared/spans'
import { meetingsIn } from '../../../life/public'
import { sight, source } from '../source'

const SHOWN = 12

/** How many come of those who are to (S4 出勤率): of the meetings that were held; the frail to whom study was brought are held against no one. */
export const attendance = source({
  name: 'attendance',
  title: '出勤',
  measures: {
    rate: { unit: '%', text: '组织生活平均出勤率（送学上门的不算缺席）' },
    brought: { unit: '人次', text: '会后送学上门几人次' },
  },
  read: ({ store, branch, time }) => meetingsIn(store, branch._id, time.span),
  count: rows => {
    const held = rows.filter(one => one.verdict === 'held' && one.expected > 0)
    const sum = (of: (row: (typeof held)[number]) => number) => held.reduce((all, row) => all + of(row), 0)
    const seen = held.slice(-SHOWN).map(one => ({
      text: `${sayDay(one.on)} ${one.title} ${String(one.present)}/${String(one.expected)}人`,
      page: routes.activity({ id: one._id }),
    }))
    return {
      rate: sight(percent(sum(one => one.present), sum(one => one.expected)), ...seen), // prettier-ignore
      brought: sight(held.length === 0 ? null : sum(one => one.reached), ...seen),
    }
  },
})
