import { duties } from '../../people/public'
import { allotActs, type OwedState, stateOf } from '../../shared/obligations/owed'
import type { DateText } from '../../shared/operation'
import type { Meeting } from './meetings'
import type { DutyOwed } from './owing'

/** One period of a duty: what it asks, what was held for it, what else there was or will be. */
export interface DutyItem extends DutyOwed {
  held: number
  state: OwedState
  /** Those that count for it first, then those that are planned, then those that do not count. */
  meetings: Meeting[]
}

/** The items of what is owed (in the order of time within each duty), with the meetings that count for each on a date. */
export const itemsOf = (owed: readonly DutyOwed[], meetings: readonly Meeting[], today: DateText): DutyItem[] =>
  duties.flatMap(duty => {
    const asked = owed.filter(one => one.duty === duty)
    const within = (date: DateText) => asked.find(({ span }) => span.from <= date && date <= span.to)?.period
    const own = meetings.filter(one => one.duty === duty)
    const counting = own.filter(({ verdict }) => verdict === 'held' || verdict === 'planned')
    const allotted = allotActs(counting, one => one.on, asked, within)
    const failed = own.filter(({ verdict }) => verdict === 'no-sheet' || verdict === 'below-quorum')
    return asked.map(one => {
      const here = allotted.get(one.period) ?? []
      const held = here.filter(({ verdict }) => verdict === 'held')
      const planned = here.filter(({ verdict }) => verdict === 'planned')
      const state = stateOf(one, held.length, today)
      return {
        ...one,
        held: held.length,
        // What is over and has not been counted yet makes nothing late.
        state: state === 'overdue' && held.length + planned.length >= one.owed ? 'due' : state,
        meetings: [...held, ...planned, ...failed.filter(({ on }) => within(on) === one.period)],
      }
    })
  })

/** Whether an item stands on the list of what is late: until the year of its last day is over, since it cannot be made good any more. */
export const isLate = ({ state, dueOn }: Pick<DutyItem, 'state' | 'dueOn'>, today: DateText): boolean =>
  state === 'overdue' && dueOn.slice(0, 4) === today.slice(0, 4)

interface Lacking {
  owed: number
  held: number
  meetings: readonly Pick<Meeting, 'verdict'>[]
}

/** How many of an item are neither held nor planned. */
export const lackingOf = ({ owed, held, meetings }: Lacking): number =>
  Math.max(0, owed - held - meetings.filter(one => one.verdict === 'planned').length)

/** What is to be planned next: of what is open, the one that ends first; else of what comes, the one that begins first. Undefined where all is planned. */
export const nextOf = (items: readonly DutyItem[]): DutyItem | undefined => {
  const open = items.filter(one => lackingOf(one) > 0)
  const first = (state: OwedState, by: (one: DutyItem) => DateText) =>
    open.filter(one => one.state === state).toSorted((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0))[0]
  return first('due', one => one.span.to) ?? first('upcoming', one => one.span.from)
}
