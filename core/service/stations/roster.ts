import { overlap, type Hours } from '../../shared/hours'
import type { DateText } from '../../shared/operation'

/** One day that needs people: from when to when, how many, and who is on duty already. */
export interface DutyDay extends Hours {
  date: DateText
  need: number
  heldBy: readonly string[]
}

/** One of the teams' members, and what is known of their time. */
export interface Candidate {
  memberId: string
  /** How often they were on duty, here or elsewhere, in the months that count. */
  load: number
  /** The day they were last on duty. */
  last?: DateText | undefined
  /** Days on which they are on duty somewhere already. */
  duties: readonly DateText[]
  /** Hours for which they are taken up by another shift. */
  busy: readonly Hours[]
  /** Days on which they are away; open where their return is not known. */
  away: readonly { from: DateText; until?: DateText | undefined }[]
}

/** Why a person cannot be on duty on a day. */
export type Unfit = 'away' | 'busy'

export const isAway = (away: Candidate['away'], date: DateText): boolean =>
  away.some(one => one.from <= date && (one.until === undefined || date <= one.until))

/** May the person be on duty then? No member who is away; none twice on a day; none while another shift of theirs runs. */
export const unfitOn = ({ duties, busy, away }: Candidate, day: Hours & { date: DateText }): Unfit | null => {
  if (isAway(away, day.date)) return 'away'
  return duties.includes(day.date) || busy.some(one => overlap(one, day)) ? 'busy' : null
}

/** A proposal for one day: who comes to it, and how many are lacking still. */
export interface Proposed {
  date: DateText
  memberIds: string[]
  short: number
}

const inTurn = (one: Candidate, other: Candidate): number =>
  one.load - other.load ||
  ((one.last ?? '') < (other.last ?? '') ? -1 : (one.last ?? '') > (other.last ?? '') ? 1 : 0) ||
  (one.memberId < other.memberId ? -1 : 1)

/**
 * Makes a roster (S2: open every day of the year): day by day those who were on duty least, of them those whose last time is longest ago. Each day takes
 * who can be on it, so that a day without people is one for which none of the candidates is free.
 */
export const proposeRoster = (days: readonly DutyDay[], candidates: readonly Candidate[]): Proposed[] => {
  let people = [...candidates]
  return [...days]
    .sort((one, other) => one.startsAt - other.startsAt)
    .map(day => {
      const lacking = Math.max(0, day.need - day.heldBy.length)
      const chosen = people
        .filter(one => !day.heldBy.includes(one.memberId) && unfitOn(one, day) === null)
        .sort(inTurn)
        .slice(0, lacking)
        .map(one => one.memberId)
      people = people.map(one =>
        chosen.includes(one.memberId) ? { ...one, load: one.load + 1, last: day.date, duties: [...one.duties, day.date] } : one,
      )
      return { date: day.date, memberIds: chosen, short: lacking - chosen.length }
    })
}
