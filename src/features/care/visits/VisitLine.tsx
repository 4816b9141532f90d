import { addDays, dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'
import { festivalWords } from '../../../../core/shared/almanac/festivals'
import { ruleWords } from '../../../../core/care/visits/kinds'
import { LinkRow } from '../../../components/Rows'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { festivalOf, shortDay } from './words'
import { routes } from '../../../../core/shared/routes'

/** The line looks so many days ahead. */
const AHEAD = 7
const DAY = 24 * 60 * 60_000

/** On a branch's desk: who is to be seen this week, who is overdue, who has no visitor; one tap from the plan. Silent where all is well. */
export const VisitLine = ({ branchId }: { branchId: string }) => {
  const today = instantOf(dateOf(now()))
  const items = useQuery('visit.due', { branchId, from: today, to: instantOf(addDays(dateOf(now()), AHEAD)) }).data?.items
  const due = items?.filter(one => one.state === 'due') ?? []
  const [first] = due
  if (!first) return null
  const gaps = due.filter(one => one.assigneeId === null).length
  const festival = due.find(one => festivalOf(one.rule) === one.rule)
  const soon = festival && festival.closes - now() < 4 * DAY
  if (festival && soon) {
    return (
      <LinkRow
        icon="warn"
        words={`${festivalWords[festivalOf(festival.rule)]}走访还差 ${due.filter(one => one.rule === festival.rule).length} 位`}
        note={`${shortDay(festival.closes)}前看完，按这里看名单`}
        onPress={() => go(routes.missing({ festival: festival.rule, year: shanghai(festival.closes).year() }))}
      />
    )
  }
  return (
    <LinkRow
      icon={gaps > 0 ? 'warn' : 'steps'}
      words={`这几天要走访 ${due.length} 位${gaps > 0 ? `，${gaps} 位没人去` : ''}`}
      note={`${first.name} ${ruleWords[first.rule]}，${shortDay(first.closes)}前`}
      onPress={() => go(gaps > 0 ? routes.plan() : routes.visit({ id: first.visitId }))}
    />
  )
}
