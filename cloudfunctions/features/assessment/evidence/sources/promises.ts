import { percent } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import { valueOf } from '../../../../kernel/rollups'
import { requestsTopic, totalOf } from '../../../help/public'
import { sight, source } from '../source'

/** Requests for help and the promises given on them (P30): the months' figures of the boards. */
export const promises = source({
  name: 'promises',
  title: '求助',
  measures: {
    kept: { unit: '%', text: '承诺按时办好的求助占百分之几' },
    solved: { unit: '%', text: '提出的求助办好了百分之几' },
    helped: { unit: '次', text: '办好了几次求助' },
  },
  cells: ({ months }) => [{ topic: requestsTopic.name, periods: months }],
  read: ({ cells, time }) => Promise.resolve(cells(requestsTopic.name, time.months)),
  count: (rows, { branch }) => {
    const tallies = rows.map(row => totalOf(valueOf(requestsTopic, row)))
    const sum = (of: 'raised' | 'solved' | 'kept' | 'broken') => tallies.reduce((all, one) => all + one[of], 0)
    const seen = {
      text: `求助${String(sum('raised'))}次，办好${String(sum('solved'))}次，按时${String(sum('kept'))}次，超时${String(sum('broken'))}次`,
      page: routes.requestDesk({ orgId: branch._id }),
    }
    return {
      kept: sight(percent(sum('kept'), sum('kept') + sum('broken')), seen),
      solved: sight(percent(sum('solved'), sum('raised')), seen),
      // Where no request was ever counted, none is seen.
      helped: sight(rows.length === 0 ? null : sum('solved'), seen),
    }
  },
})
