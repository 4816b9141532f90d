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
    const allotted = allotActs(
      own.filter(one => one.verdict === 'held'),
      one => one.on,
      asked,
      within,
    )
    const beside = (verdicts: readonly Meeting['verdict'][], { span, dueOn, period }: DutyOwed) =>
      own.filter(({ verdict, on }) => verdicts.includes(verdict) && (within(on) ?? period) === period && span.from <= on && on <= dueOn)
    return asked.map(one => {
      const held = allotted.get(one.period) ?? []
      return {
        ...one,
        held: held.length,
        state: stateOf(one, held.length, today),
        meetings: [...held, ...beside(['planned'], one), ...beside(['no-sheet', 'below-quorum'], one)],
      }
    })
  })

/** How many of an item are neither held nor planned. */
export const lackingOf = ({ owed, held, meetings }: DutyItem): number =>
  Math.max(0, owed - held - meetings.filter(one => one.verdict === 'planned').length)

/** What is to be planned next: of what is open, the one that ends first; else of what comes, the one that begins first. Undefined where all is planned. */
export const nextOf = (items: readonly DutyItem[]): DutyItem | undefined => {
  const open = items.filter(one => lackingOf(one) > 0)
  const first = (state: OwedState, by: (one: DutyItem) => DateText) =>
    open.filter(one => one.state === state).toSorted((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0))[0]
  return first('due', one => one.span.to) ?? first('upcoming', one => one.span.from)
}
