import type { Profile } from '../roster/contract'
import type { DateText, Instant } from '../shared/operation'
import type { Step } from './steps'

/** A death that was marked by mistake can be taken back for so long. */
export const UNDO_MS = 24 * 60 * 60_000

/** Whether a marking can still be taken back. */
export const mayUndo = (row: { state: 'marked' | 'undone'; undoUntil: Instant }, now: Instant): boolean =>
  row.state === 'marked' && now < row.undoUntil

/** Judges what was told of a death: the name's last character as a second look at the name, and a date that is no later than today. */
export const judgeMarking = (
  name: string,
  said: { nameEnd: string; diedOn: DateText },
  today: DateText,
): 'right' | 'AFTERCARE_NAME_WRONG' | 'AFTERCARE_DATE_WRONG' => {
  if (Array.from(name.trim()).at(-1) !== said.nameEnd) return 'AFTERCARE_NAME_WRONG'
  return said.diedOn > today ? 'AFTERCARE_DATE_WRONG' : 'right'
}

type Person = Pick<Profile, 'name' | 'residence' | 'emergencyName'> & { _id: string }

/** Who of the branch may be of the household, and why it is thought so: named as family in the roster, or living at the same address. */
export const householdOf = (dead: Person, others: readonly Person[]): { memberId: string; name: string; why: string }[] =>
  others
    .filter(one => one._id !== dead._id)
    .flatMap(one => {
      const family = one.emergencyName === dead.name || dead.emergencyName === one.name
      const together = dead.residence !== undefined && dead.residence === one.residence
      const why = family ? '花名册里写的家属' : together ? '同一个住址' : null
      return why === null ? [] : [{ memberId: one._id, name: one.name, why }]
    })

/** How far a checklist is. */
export const progressOf = (checklist: readonly Step[], today: DateText) => ({
  done: checklist.filter(step => step.done).length,
  steps: checklist.length,
  late: checklist.filter(step => !step.done && step.by < today).length,
})

/** The checklist with one step ticked, or its tick taken back. The same list where it was so already; null where there is no such step. */
export const ticked = (checklist: readonly Step[], stepId: string, tick: NonNullable<Step['done']> | null): readonly Step[] | null => {
  const step = checklist.find(one => one.stepId === stepId)
  if (!step) return null
  if ((step.done === undefined) === (tick === null)) return checklist
  return checklist.map(one => {
    if (one.stepId !== stepId) return one
    const { title, who, by } = one
    return { stepId, title, who, by, ...(tick ? { done: tick } : {}) }
  })
}
