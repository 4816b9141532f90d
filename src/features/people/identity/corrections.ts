import type { Asked } from '../../../platform/call'

type Correction = Omit<Asked<'me.correct'>, 'forMemberId'>

const listOf = (typed: string): string[] => typed.split(/[、，,;；/\s]+/u).filter(part => part !== '')

/** How what was typed into one line becomes what the cloud takes. */
const readers = {
  phones: (typed: string): Correction => ({ phones: listOf(typed) }),
  residence: (typed: string): Correction => ({ residence: typed.trim() }),
  emergencyName: (typed: string): Correction => ({ emergencyName: typed.trim() }),
  emergencyPhones: (typed: string): Correction => ({ emergencyPhones: listOf(typed) }),
  skills: (typed: string): Correction => ({ skills: listOf(typed) }),
}
type Correctable = keyof typeof readers

export const isCorrectable = (field: string): field is Correctable => field in readers

/** Only the lines that were changed. */
export const correctionOf = (typed: readonly (readonly [string, string])[]): Correction =>
  typed.reduce<Correction>((all, [field, text]) => (isCorrectable(field) ? { ...all, ...readers[field](text) } : all), {})
