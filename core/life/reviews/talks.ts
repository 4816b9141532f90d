import type { DateText } from '../../shared/operation'

/** 谈心谈话: two people who talk with one another, and the day on which they did. What was said stays between them. */
export interface Talk {
  talkId: string
  memberIds: readonly [string, string]
  on?: DateText
}

/** Who has not been talked with yet. */
export const notTalked = (people: readonly string[], talks: readonly Talk[]): string[] => {
  const talked = new Set(talks.flatMap(one => (one.on === undefined ? [] : one.memberIds)))
  return people.filter(id => !talked.has(id))
}

const isOf = (talk: Pick<Talk, 'memberIds'>, one: string, other: string) => talk.memberIds.includes(one) && talk.memberIds.includes(other)

/** Whether these two have a talk with one another already. */
export const talkOf = <T extends Pick<Talk, 'memberIds'>>(talks: readonly T[], [one, other]: readonly [string, string]): T | undefined =>
  talks.find(talk => isOf(talk, one, other))

/**
 * Pairs for those who stand in none: those who lead with one another in a ring, and each other member with one of those who lead, in turn, so that each of these has
 * about as many. The same people and talks give the same pairs; planned again, nothing is added.
 */
export const planTalks = (people: readonly string[], leading: readonly string[], talks: readonly Talk[]): [string, string][] => {
  const heads = leading.filter(id => people.includes(id))
  const [first] = heads
  if (first === undefined) return []
  const planned: [string, string][] = []
  const has = (one: string, other: string) => [...talks, ...planned.map(memberIds => ({ memberIds }))].some(talk => isOf(talk, one, other))
  heads.forEach((one, at) => {
    const next = heads[(at + 1) % heads.length] ?? first
    if (one !== next && !has(one, next)) planned.push([one, next])
  })
  const load = new Map(heads.map(id => [id, talks.filter(talk => talk.memberIds.includes(id)).length]))
  for (const id of people) {
    if (heads.includes(id) || talks.some(talk => talk.memberIds.includes(id))) continue
    const head = heads.reduce((least, one) => ((load.get(one) ?? 0) < (load.get(least) ?? 0) ? one : least), first)
    load.set(head, (load.get(head) ?? 0) + 1)
    planned.push([head, id])
  }
  return planned
}
