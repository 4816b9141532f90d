import { percent } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import { valueOf } from '../../../../kernel/rollups'
import { noVisits, visitsTopic } from '../../../care/public'
import { sight, source } from '../source'

/** 四必访 (P42): the year's figure of the boards. */
export const visits = source({
  name: 'visits',
  title: '四必访',
  measures: {
    done: { unit: '%', text: '该走访的走访了百分之几' },
    'spring-festival': { unit: '%', text: '春节该走访的走访了百分之几' },
    'in-time': { unit: '%', text: '没有过期没走访的占百分之几' },
  },
  cells: ({ year }) => [{ topic: visitsTopic.name, periods: [String(year)] }],
  read: ({ cells, time }) => Promise.resolve(cells(visitsTopic.name, [String(time.year)])),
  count: ([row], { branch }) => {
    if (!row) return { done: null, 'spring-festival': null, 'in-time': null }
    const rules = Object.values(valueOf(visitsTopic, row).rules)
    const spring = valueOf(visitsTopic, row).rules['spring-festival'] ?? noVisits
    const sum = (of: 'done' | 'overdue') => rules.reduce((all, one) => all + one[of], 0)
    // What is still ahead is neither done nor missed.
    const over = sum('done') + sum('overdue')
    const at = { page: routes.missing({ orgId: branch._id, name: branch.name }) }
    const all = { text: `走访${String(sum('done'))}人次，过期没走访${String(sum('overdue'))}人次`, ...at }
    return {
      done: sight(percent(sum('done'), over), all),
      'spring-festival': sight(percent(spring.done, spring.done + spring.overdue), { text: `春节走访${String(spring.done)}人，过期没走访${String(spring.overdue)}人`, ...at }), // prettier-ignore
      'in-time': sight(percent(over - sum('overdue'), over), all),
    }
  },
})
