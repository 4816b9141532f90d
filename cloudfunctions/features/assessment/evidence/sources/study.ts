import { percent } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import { valueOf } from '../../../../kernel/rollups'
import { studyTopic } from '../../../life/public'
import { sight, source } from '../source'

/** What a branch learns in a year (P13): the figure of the boards. */
export const study = source({
  name: 'study',
  title: '学习',
  measures: {
    reached: { unit: '%', text: '学够学时的党员占百分之几（只记不催的不算）' },
    hours: { unit: '小时', text: '人均学时' },
    brought: { unit: '人次', text: '送学上门几人次' },
  },
  cells: ({ year }) => [{ topic: studyTopic.name, periods: [String(year)] }],
  read: ({ cells, time }) => Promise.resolve(cells(studyTopic.name, [String(time.year)])),
  count: ([row], { branch, time }) => {
    if (!row) return { reached: null, hours: null, brought: null }
    const { people, care, reached, hours, brought } = valueOf(studyTopic, row)
    const seen = { text: `${String(time.year)}年${String(people)}人，共${String(hours)}学时，学够的${String(reached)}人`, page: routes.studyBoard({ orgId: branch._id, name: branch.name }) } // prettier-ignore
    return {
      reached: sight(percent(reached, people - care), seen),
      hours: sight(people === 0 ? null : Math.floor((10 * hours) / people) / 10, seen),
      brought: sight(brought, seen),
    }
  },
})
