import { percent } from '../../../../../core/assessment/evidence/measures'
import { routes } from '../../../../../core/shared/routes'
import { valueOf } from '../../../../kernel/rollups'
import { suggestionsTopic, surveysIn } from '../../../voice/public'
import { sight, source } from '../source'

/** What members propose (P50): the months' figures of the boards. */
export const suggestions = source({
  name: 'suggestions',
  title: '建言献策',
  measures: {
    came: { unit: '条', text: '党员提了几条建议' },
    adopted: { unit: '条', text: '采纳了几条建议' },
    answered: { unit: '%', text: '建议答复了百分之几' },
  },
  cells: ({ months }) => [{ topic: suggestionsTopic.name, periods: months }],
  read: ({ cells, time }) => Promise.resolve(cells(suggestionsTopic.name, time.months)),
  count: (rows, { branch }) => {
    const values = rows.map(row => valueOf(suggestionsTopic, row))
    const sum = (of: 'came' | 'adopted' | 'answered') => values.reduce((all, one) => all + one[of], 0)
    const seen = {
      text: `提了${String(sum('came'))}条，答复${String(sum('answered'))}条，采纳${String(sum('adopted'))}条`,
      page: routes.suggestions({ orgId: branch._id, name: branch.name }),
    }
    const counted = rows.length > 0
    return {
      came: sight(counted ? sum('came') : null, seen),
      adopted: sight(counted ? sum('adopted') : null, seen),
      answered: sight(percent(sum('answered'), sum('came')), seen),
    }
  },
})

/** A grade from this on, of five, is satisfied. */
const SATISFIED = 4

/** 不记名测评 (P51, S3: 98%): what the branch's surveys of that time came to; the latest that was counted. */
export const surveys = source({
  name: 'surveys',
  title: '不记名测评',
  measures: { satisfied: { unit: '%', text: '最近一次测评里打4分、5分的占百分之几' } },
  read: ({ store, branch, time }) => surveysIn(store, { orgId: branch._id, from: time.from, until: time.until }),
  count: rows => {
    const latest = rows.filter(one => one.result !== undefined && one.questions.some(each => each.kind === 'grade')).at(-1)
    if (!latest?.result) return { satisfied: null }
    const grades = latest.questions.flatMap((one, index) => (one.kind === 'grade' ? [latest.result?.questions[index]?.counts ?? []] : []))
    const all = grades.flat().reduce((sum, one) => sum + one, 0)
    const good = grades.flatMap(one => one.slice(SATISFIED - 1)).reduce((sum, one) => sum + one, 0)
    return { satisfied: sight(percent(good, all), { text: `${latest.title}，收回${String(latest.result.answers)}份`, page: routes.surveyResult({ id: latest._id }) }) } // prettier-ignore
  },
})
