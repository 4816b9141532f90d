import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import type { ServiceState } from '../posts/service-row'

/** One row of service, as far as hours count. */
export interface ServedHours {
  kind: string
  startsAt: Instant
  state: ServiceState
  minutes: number
}

const minutesOf = (rows: readonly ServedHours[]) => rows.reduce((sum, row) => sum + row.minutes, 0)

/** The sums of a person's service, and the figures of a certificate for `year` (a year of Shanghai's calendar). Only served shifts. */
export const figuresOf = (rows: readonly ServedHours[], who: { name: string; orgName: string; year: number }) => {
  const served = rows.filter(row => row.state === 'served')
  const thisYear = served.filter(row => shanghai(row.startsAt).year() === who.year)
  const kinds = [...new Set(thisYear.map(row => row.kind))].map(kind => {
    const ofKind = thisYear.filter(row => row.kind === kind)
    return { kind, times: ofKind.length, minutes: minutesOf(ofKind) }
  })
  return {
    minutes: minutesOf(served),
    minutesThisYear: minutesOf(thisYear),
    times: served.length,
    certificate: {
      ...who,
      minutes: minutesOf(thisYear),
      times: thisYear.length,
      kinds: kinds.sort((one, other) => other.times - one.times || other.minutes - one.minutes),
      firstAt: served.length > 0 ? Math.min(...served.map(row => row.startsAt)) : null,
    },
  }
}
