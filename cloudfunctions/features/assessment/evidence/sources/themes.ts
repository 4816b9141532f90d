import { percent } from '../../../../../core/assessment/evidence/measures'
import { periodOn, periodsBetween, sayPeriod } from '../../../../../core/shared/obligations/periods'
import { routes } from '../../../../../core/shared/routes'
import { themesIn } from '../../../life/public'
import { sight, source } from '../source'

/** 每季一主题 (P14): the quarters that have begun. */
export const themes = source({
  name: 'themes',
  title: '每季一主题',
  measures: { quarters: { unit: '%', text: '有主题的季度占百分之几' } },
  read: ({ store, branch, time }) => themesIn(store, branch._id, time.span),
  count: (rows, { branch, time: { span, today, year } }) => {
    const last = today < span.to ? today : span.to
    const quarters = periodsBetween(periodOn('quarter', span.from), periodOn('quarter', last))
    const titleOf = new Map(rows.map(one => [one.quarter, one.title]))
    const page = routes.branchYear({ orgId: branch._id, name: branch.name, year })
    return {
      quarters: sight(
        percent(quarters.filter(one => titleOf.has(one)).length, quarters.length),
        ...quarters.map(one => ({ text: `${sayPeriod(one)}：${titleOf.get(one) ?? '没有主题'}`, page })),
      ),
    }
  },
})
