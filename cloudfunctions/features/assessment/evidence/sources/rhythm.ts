import { percent, type Measure, type Seen } from '../../../../../core/assessment/evidence/measures'
import { duties, type Duty } from '../../../../../core/people/public'
import type { DateText } from '../../../../../core/shared/operation'
import { routes } from '../../../../../core/shared/routes'
import { sayDay } from '../../../../../core/shared/spans'
import { yearsOf } from '../../../life/public'
import { sight, source } from '../source'

/** A period of a duty as the rhythm shows it. */
interface Item {
  duty: Duty
  span: { from: DateText; to: DateText }
  held: number
  state: string
  meetings: readonly { activityId: string; title: string; on: DateText; verdict: string }[]
}

const words: Readonly<Record<Duty, string>> = {
  'general-meeting': '党员大会',
  committee: '支委会',
  'group-meeting': '党小组会',
  lecture: '党课',
  'party-day': '主题党日',
  'org-life': '组织生活会',
  appraisal: '民主评议',
  briefing: '形势通报会',
}
const shareText = (duty: Duty): Measure => ({ unit: '%', text: `到期的${words[duty]}办了百分之几` })
const timesText = (duty: Duty): Measure => ({ unit: '次', text: `办了几次${words[duty]}` })

/** The latest of the meetings that count. */
const SHOWN = 12
const meetingsIn = (items: readonly Item[]): Seen[] =>
  items
    .flatMap(one => one.meetings)
    .filter(one => one.verdict === 'held')
    .slice(-SHOWN)
    .map(one => ({ text: `${sayDay(one.on)} ${one.title}`, page: routes.activity({ id: one.activityId }) }))

/** Where none was held, the page of the year says which are lacking. */
const seenIn = (items: readonly Item[], year: Seen): Seen[] => {
  const meetings = meetingsIn(items)
  return meetings.length === 0 ? [year] : meetings
}

const isOver = ({ state }: Item): boolean => state === 'done' || state === 'overdue'

/** The share of periods whose day is over, or that are done before, in which all that is owed was held; null where none is. */
const keptOf = (items: readonly Item[], year: Seen) => {
  const over = items.filter(isOver)
  return sight(percent(over.filter(one => one.state === 'done').length, over.length), ...seenIn(items, year))
}
/** How many were held; null of a branch that owes none. */
const heldOf = (items: readonly Item[], year: Seen) =>
  sight(items.length === 0 ? null : items.reduce((sum, one) => sum + one.held, 0), ...seenIn(items, year))

/** What a branch holds by the period (P12): the same items as its own page has. */
export const rhythm = source({
  name: 'rhythm',
  title: '三会一课',
  measures: {
    kept: { unit: '%', text: '到期该办的会办了百分之几' },
    'general-meeting': shareText('general-meeting'),
    committee: shareText('committee'),
    'group-meeting': shareText('group-meeting'),
    lecture: shareText('lecture'),
    'party-day': shareText('party-day'),
    'org-life': shareText('org-life'),
    appraisal: shareText('appraisal'),
    briefing: shareText('briefing'),
    'general-meetings': timesText('general-meeting'),
    committees: timesText('committee'),
    'group-meetings': timesText('group-meeting'),
    lectures: timesText('lecture'),
    'party-days': timesText('party-day'),
    briefings: timesText('briefing'),
  },
  read: ({ store, branch, time }) => yearsOf(store, branch, time.year, time.today),
  count: ({ items }, { branch, time: { span, year: ofYear } }) => {
    const page = routes.rhythm({ orgId: branch._id, name: branch.name, year: ofYear })
    const year: Seen = { text: `${String(ofYear)}年一次也没有办成，看是哪几次`, page }
    const within: readonly Item[] = items.filter(one => one.span.from >= span.from && one.span.to <= span.to)
    const of = (duty: Duty) => within.filter(one => one.duty === duty)
    return {
      kept: keptOf(duties.flatMap(of), year),
      'general-meeting': keptOf(of('general-meeting'), year),
      committee: keptOf(of('committee'), year),
      'group-meeting': keptOf(of('group-meeting'), year),
      lecture: keptOf(of('lecture'), year),
      'party-day': keptOf(of('party-day'), year),
      'org-life': keptOf(of('org-life'), year),
      appraisal: keptOf(of('appraisal'), year),
      briefing: keptOf(of('briefing'), year),
      'general-meetings': heldOf(of('general-meeting'), year),
      committees: heldOf(of('committee'), year),
      'group-meetings': heldOf(of('group-meeting'), year),
      lectures: heldOf(of('lecture'), year),
      'party-days': heldOf(of('party-day'), year),
      briefings: heldOf(of('briefing'), year),
    }
  },
})
