import type { Route } from '../../../core/shared/routes'

/** One thing to do for an elder: in how many words, how soon, and where it is done. */
export interface Matter {
  memberId: string
  name: string
  words: string
  /** 0 while a person waits for an answer, 1 what is late, 2 what is due this week. */
  urgency: 0 | 1 | 2
  to: Route
  /** The visit by which the elder may be rung. */
  visitId?: string
  /** The elder's photo, where it is known. */
  portrait?: string
}

export interface Person {
  memberId: string
  name: string
  /** The most urgent first. */
  matters: readonly [Matter, ...Matter[]]
}

/** Each elder once, with all there is to do for them; the most urgent elder first, else in the order in which the matters came. */
export const byPerson = (matters: readonly Matter[]): Person[] => {
  const people = new Map<string, Person>()
  for (const matter of [...matters].sort((one, other) => one.urgency - other.urgency)) {
    const known = people.get(matter.memberId)
    // Who has not taken a request hears a shorter name than who visits the elder anyway.
    const name = known && known.name.length >= matter.name.length ? known.name : matter.name
    people.set(matter.memberId, { memberId: matter.memberId, name, matters: known ? [...known.matters, matter] : [matter] })
  }
  return [...people.values()]
}
