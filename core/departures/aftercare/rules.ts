import { nameKey, type Profile, sameName } from '../../people/public'
import { wakingFrom } from '../../shared/quiet-hours'
import { addDays, instantOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import type { Step } from './steps'

/** How long a marking can be undone, in ms. */
export const UNDO_MS = 24 * 60 * 60_000

/** May a marking still be undone? Within a day by those who may mark, later by the bureau only. */
export const mayUndo = (row: { state: 'marked' | 'undone'; undoUntil: Instant }, now: Instant, bureau: boolean): boolean =>
  row.state === 'marked' && (bureau || now < row.undoUntil)

/** A death longer ago than this means a mistyped year. */
const MOST_DAYS_AGO = 3 * 366

/** Judges the entries of a marking: the last character of the name as a second look at it, and a date within the last three years. */
export const judgeMarking = (
  name: string,
  entered: { nameEnd: string; diedOn: DateText },
  today: DateText,
): 'right' | 'AFTERCARE_NAME_WRONG' | 'AFTERCARE_DATE_WRONG' => {
  if (Array.from(nameKey(name)).at(-1) !== nameKey(entered.nameEnd)) return 'AFTERCARE_NAME_WRONG'
  return entered.diedOn > today || entered.diedOn < addDays(today, -MOST_DAYS_AGO) ? 'AFTERCARE_DATE_WRONG' : 'right'
}

/** A household is spared festive things for a year at most. */
const MOST_QUIET_DAYS = 366

/** May a household be spared until that day? */
export const isQuietEnd = (until: DateText, diedOn: DateText): boolean => until >= diedOn && until <= addDays(diedOn, MOST_QUIET_DAYS)

type Person = Pick<Profile, 'name' | 'residence' | 'emergencyName'> & { _id: string }

const namesAsFamily = (one: Person, other: Person) => one.emergencyName !== undefined && sameName(one.emergencyName, other.name)

/** Members of the branch who may belong to the household, and why: named as family in the roster, or living at the same address. */
export const householdOf = (dead: Person, others: readonly Person[]): { memberId: string; name: string; why: string }[] =>
  others
    .filter(one => one._id !== dead._id)
    .flatMap(one => {
      const family = namesAsFamily(one, dead) || namesAsFamily(dead, one)
      const together = dead.residence !== undefined && dead.residence === one.residence
      const why = family ? '花名册里写的家属' : together ? '同一个住址' : null
      return why === null ? [] : [{ memberId: one._id, name: one.name, why }]
    })

/** A step with its day: told once, and again after the day was moved. */
export const reminderOf = ({ stepId, by }: Pick<Step, 'stepId' | 'by'>): string => `${stepId}:${by}`

/** The steps whose day has passed without their owner having been told. */
export const toRemind = (checklist: readonly Step[], reminded: readonly string[], today: DateText): Step[] =>
  checklist.filter(step => !step.done && step.by < today && !reminded.includes(reminderOf(step)))

/**
 * When the owner of the next such step is told: at 08:00 of the day after its day, or at the first waking hour after `now`; null where no
 * step is left.
 */
export const nextReminder = (checklist: readonly Step[], reminded: readonly string[], now: Instant): Instant | null => {
  const days = checklist.filter(step => !step.done && !reminded.includes(reminderOf(step))).map(step => step.by)
  const [first] = days.sort()
  return first === undefined ? null : wakingFrom(Math.max(instantOf(addDays(first, 1)), now))
}

/** The steps that one person still has to do, the most pressing first. */
export const stepsLeftOf = (checklist: readonly Step[], memberId: string): Step[] =>
  checklist.filter(step => !step.done && step.whoId === memberId).sort((one, other) => (one.by < other.by ? -1 : 1))

/** How far a checklist is. */
export const progressOf = (checklist: readonly Step[], today: DateText) => ({
  done: checklist.filter(step => step.done).length,
  steps: checklist.length,
  late: checklist.filter(step => !step.done && step.by < today).length,
})

/** The checklist with one step ticked or unticked. The same list where nothing changes; null where there is no such step. */
export const ticked = (checklist: readonly Step[], stepId: string, tick: NonNullable<Step['done']> | null): readonly Step[] | null => {
  const step = checklist.find(one => one.stepId === stepId)
  if (!step) return null
  if ((step.done === undefined) === (tick === null)) return checklist
  return checklist.map(one => {
    if (one.stepId !== stepId) return one
    const { title, who, whoId, by } = one
    return { stepId, title, who, ...(whoId === undefined ? {} : { whoId }), by, ...(tick ? { done: tick } : {}) }
  })
}
