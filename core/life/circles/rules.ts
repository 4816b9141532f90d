/** More people than do one thing together; it keeps a circle one small row. */
export const MOST_IN_CIRCLE = 300

interface Joinable {
  members: readonly { memberId: string }[]
  /** People of neighbours' branches may join too. */
  open: boolean
  closedAt?: number | undefined
}

export const isIn = ({ members }: Pick<Joinable, 'members'>, memberId: string): boolean => members.some(one => one.memberId === memberId)

/** May a person who is not in it yet join (P15)? `near`: they belong where the circle is. */
export const judgeJoin = (circle: Joinable, near: boolean): 'open' | 'CIRCLE_CLOSED' | 'NOT_INVITED' | 'CIRCLE_FULL' => {
  if (circle.closedAt !== undefined) return 'CIRCLE_CLOSED'
  if (!near && !circle.open) return 'NOT_INVITED'
  return circle.members.length < MOST_IN_CIRCLE ? 'open' : 'CIRCLE_FULL'
}

/** One person's place in a match; several may share one. */
export interface Placing {
  memberId: string
  place: number
}

/** Is this a ranking: a person is first, each person stands in it once, and no place is left empty but those that shared ones take up? */
export const isRanking = (places: readonly Placing[]): boolean => {
  if (places.length === 0 || new Set(places.map(one => one.memberId)).size !== places.length) return false
  const sorted = inOrder(places).map(one => one.place)
  // 1 1 2 and 1 1 3 are both said of two who share the first place.
  return sorted.every((place, index) => (index === 0 ? place === 1 : place <= index + 1 && place >= 1))
}

/** First place first. */
export const inOrder = <P extends Placing>(places: readonly P[]): P[] => [...places].sort((one, other) => one.place - other.place)

/** The place above one in the tree: those below it are neighbours. The root is its own. */
export const placeAbove = (path: string): string => {
  const parts = path.split('/').filter(Boolean)
  return parts.length < 2 ? path : `/${parts.slice(0, -1).join('/')}/`
}
