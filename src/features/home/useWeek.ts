import { addDays, dateOf, instantOf } from '../../../core/shared/calendar'
import { ruleWords } from '../../../core/care/visits/kinds'
import { routes } from '../../../core/shared/routes'
import type { Given } from '../../platform/call'
import { now } from '../../platform/clock'
import { useQuery } from '../../platform/query'
import { sayDue, sayLate } from '../care/special-care/due'
import { untilWords } from '../care/visits/words'
import { inOneLine, kindTitle } from '../help/requests/words'
import { byPerson, type Matter, type Person } from './week'

/** So many days ahead, today with them. */
const AHEAD = 7

/** What this phone kept is there until the cloud has answered. */
const AT_ONCE = { atOnce: true } as const

const ofRequest = (item: Given<'request.mine'>['items'][number]): Matter => ({
  memberId: item.memberId,
  name: item.name,
  words: `${kindTitle(item)}：${inOneLine(item)}`,
  urgency: item.as === 'asked' || item.risk !== 'fine' ? 0 : 1,
  to: routes.request({ id: item.requestId }),
})

const ofVisit = (visit: Given<'visit.mine'>['items'][number]): Matter => ({
  memberId: visit.memberId,
  name: visit.name,
  words: `${ruleWords[visit.rule]}，${untilWords(visit)}`,
  urgency: visit.state === 'overdue' ? 1 : 2,
  to: routes.visit({ id: visit.visitId }),
  visitId: visit.visitId,
  ...(visit.portrait === undefined ? {} : { portrait: visit.portrait }),
})

const ofCare =
  (last: string) =>
  (item: Given<'care.mine'>['items'][number]): Matter[] => {
    const { memberId, name, late, daysLate, callBy, visitBy } = item
    const to = routes.carePerson({ memberId })
    if (late.length > 0) return [{ memberId, name, to, words: `${sayLate(item)}，超期 ${String(daysLate)} 天`, urgency: 1 }]
    const due = [callBy, visitBy].some(date => date !== undefined && date <= last)
    return due ? [{ memberId, name, to, words: sayDue(item), urgency: 2 }] : []
  }

/** The elders that the reader is to help, see or call this week, each once; undefined until all of it is known. Asked only of a member (`on`). */
export const useWeek = (on = true): readonly Person[] | undefined => {
  const last = addDays(dateOf(now()), AHEAD)
  const requests = useQuery('request.mine', on ? { part: 'helping' } : null, AT_ONCE).data
  const visits = useQuery('visit.mine', on ? { until: instantOf(last) } : null, AT_ONCE).data
  const care = useQuery('care.mine', on ? {} : null, AT_ONCE).data
  if (!requests || !visits || !care) return undefined
  return byPerson([...requests.items.map(ofRequest), ...visits.items.map(ofVisit), ...care.items.flatMap(ofCare(last))])
}
