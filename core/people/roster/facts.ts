import { mergeBirthday } from './birthday'
import { careKinds, type Profile } from './contract'
import type { CareSaid } from './words'

/** What one row of a file says about a person: only what it says, never a blank. */
export interface Facts {
  name: string
  said: Partial<Omit<Profile, 'name' | 'care'>>
  care: CareSaid
}

/** The profile after a file has spoken: what it says replaces, what it is silent on stays, a birthday said less exactly stays as it was. */
export const withFacts = (held: Profile, { name, said, care }: Facts): Profile => {
  const kinds = careKinds.filter(kind => care[kind] ?? held.care.includes(kind))
  const birthday = said.birthday ? { birthday: mergeBirthday(held.birthday, said.birthday) } : {}
  return { ...held, ...said, ...birthday, name, care: kinds }
}
