import { addDays, dateOf, instantOf } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { DateText, Instant } from '../../shared/operation'
import type { WishState } from './kinds'

export const MOST_STEPS = 20
export const MOST_COSTS = 100
/** From when to when a day goes where no clock is said. */
export const usualDay = { from: '08:00', to: '18:00' } as const

/** The hours of a planned day; null where it does not end after it begins. */
export const spanOf = (on: DateText, from: string = usualDay.from, to: string = usualDay.to): Hours | null =>
  from < to ? { startsAt: instantOf(on, from), endsAt: instantOf(on, to) } : null

/** A step of the day; `doneAt` when it was ticked, and by which of those named. */
export interface Step {
  text: string
  doneAt?: Instant
  by?: string
}

/** The steps of a changed plan: what was ticked stays so, where the step is still there. */
export const stepsOf = (texts: readonly string[], before: readonly Step[] = []): Step[] =>
  texts.map(text => before.find(one => one.text === text) ?? { text })

/** The steps after one was ticked, or its tick taken back; undefined where there is no such step, the same where nothing changes. */
export const tickedSteps = (
  steps: readonly Step[],
  index: number,
  { by, at, undo = false }: { by: string; at: Instant; undo?: boolean | undefined },
): readonly Step[] | undefined => {
  const step = steps[index]
  if (!step) return undefined
  if ((step.doneAt === undefined) === undo) return steps
  return steps.map((one, nth) => (nth === index ? (undo ? { text: one.text } : { text: one.text, doneAt: at, by }) : one))
}

/** The sum of what was noted, in 分; a wrong one is put right by another with the opposite sign. */
export const sumOf = (costs: readonly { fen: number }[]): number => costs.reduce((sum, one) => sum + one.fen, 0)

/** Is it still to be done? */
export const isOpen = (state: WishState): boolean => state === 'raised' || state === 'planned'

/** When those named are reminded: on the morning before; null where that is over. */
export const remindAt = ({ startsAt }: Pick<Hours, 'startsAt'>, now: Instant): Instant | null => {
  const at = instantOf(addDays(dateOf(startsAt), -1), '09:00')
  return at > now ? at : null
}

const plate = /^[一-龥][A-Z][A-Z0-9]{4,6}$/u
/** What a car is known by: its plate wherever it is named so, another name within its branch. */
export const carOf = (name: string, branchId: string): string => {
  const bare = name.replace(/[\s·•.-]/gu, '').toUpperCase()
  return plate.test(bare) ? `car:${bare}` : `car:${branchId}:${bare}`
}
