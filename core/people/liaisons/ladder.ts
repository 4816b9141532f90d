import { addDays, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'

/** Who hears of a duty, one after the other: before it is due those who do it, once it is late they again, then those above. */
const dutySteps = ['ahead', 'late', 'street', 'bureau'] as const
export type DutyStep = (typeof dutySteps)[number]

/** So many days before the last day those who do it are reminded. */
const AHEAD_DAYS = 14
/** No phone rings before. */
const MORNING = '09:00'

/** When a step comes, by the last day and the days that each rung has. */
const stepAt = (step: DutyStep, dueOn: DateText, climbDays: number): Instant =>
  instantOf(addDays(dueOn, { ahead: -AHEAD_DAYS, late: 1, street: 1 + climbDays, bureau: 1 + 2 * climbDays }[step]), MORNING)

/** What is told of a duty that is still open: the last step that was told of its period. */
interface Climbing {
  dueOn: DateText
  told?: DutyStep | undefined
}

const after = (told: DutyStep | undefined): readonly DutyStep[] =>
  told === undefined ? dutySteps : dutySteps.slice(dutySteps.indexOf(told) + 1)

/** When it is looked at next; null once the last has been told. */
export const nextLook = ({ dueOn, told }: Climbing, climbDays: number): Instant | null => {
  const [next] = after(told)
  return next === undefined ? null : stepAt(next, dueOn, climbDays)
}

/** The step that has come by now; undefined where none has. A rung that comes while an earlier one was never told is told alone, but for the reminder before. */
export const stepNow = ({ dueOn, told }: Climbing, climbDays: number, now: Instant): DutyStep | undefined =>
  after(told)
    .filter(step => stepAt(step, dueOn, climbDays) <= now)
    .slice(0, told === undefined ? 2 : 1)
    .at(-1)
