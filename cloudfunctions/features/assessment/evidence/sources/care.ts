import { percent } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import { valueOf } from '../../../../kernel/rollups'
import { allOf, benefitsTopic, pairingsTopic, specialCareTopic } from '../../../care/public'
import { sight, source } from '../source'

/** Who is paired (P41): as it stood in the latest month of the time. */
export const pairings = source({
  name: 'pairings',
  title: '结对',
  measures: { paired: { unit: '%', text: '老同志有人结对联系的占百分之几' } },
  cells: ({ months }) => [{ topic: pairingsTopic.name, periods: months }],
  read: ({ cells, time }) => Promise.resolve(cells(pairingsTopic.name, time.months)),
  count: (rows, { branch }) => {
    const row = rows.at(-1)
    if (!row) return { paired: null }
    const { elders, paired } = valueOf(pairingsTopic, row)
    return { paired: sight(percent(paired, elders), { text: `${String(elders)}位老同志，${String(paired)}位有人结对`, page: routes.pairings({ orgId: branch._id, name: branch.name }) }) } // prettier-ignore
  },
})

/** Special care (P43): who was contacted in time, as it stood in the latest month. */
export const specialCare = source({
  name: 'special-care',
  title: '特殊关怀',
  measures: { 'in-time': { unit: '%', text: '特殊关怀对象按时联系的占百分之几' } },
  cells: ({ months }) => [{ topic: specialCareTopic.name, periods: months }],
  read: ({ cells, time }) => Promise.resolve(cells(specialCareTopic.name, time.months)),
  count: (rows, { branch }) => {
    const row = rows.at(-1)
    if (!row) return { 'in-time': null }
    const { concerned, overdue } = valueOf(specialCareTopic, row)
    return { 'in-time': sight(percent(concerned - overdue, concerned), { text: `${String(concerned)}人，超期没联系${String(overdue)}人`, page: routes.special({ orgId: branch._id, name: branch.name }) }) } // prettier-ignore
  },
})

/** Benefits (P44), as they stood in the latest month. */
export const benefits = source({
  name: 'benefits',
  title: '待遇',
  measures: { done: { unit: '%', text: '该办的待遇事项办了百分之几' } },
  cells: ({ months }) => [{ topic: benefitsTopic.name, periods: months }],
  read: ({ cells, time }) => Promise.resolve(cells(benefitsTopic.name, time.months)),
  count: (rows, { branch }) => {
    const row = rows.at(-1)
    if (!row) return { done: null }
    const { concerned, done } = allOf(valueOf(benefitsTopic, row))
    return { done: sight(percent(done, concerned), { text: `该办${String(concerned)}项，已办${String(done)}项`, page: routes.benefits({ orgId: branch._id, name: branch.name }) }) } // prettier-ignore
  },
})
