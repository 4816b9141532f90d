import { fromChinese } from '../../../../core/people/roster/numerals'

/** Names that no letter of pinyin holds. */
const OTHERS = '#'

interface Named {
  name: string
  initial?: string | undefined
}

const ORDER = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${OTHERS}`
const letterOf = ({ initial }: Named): string => initial ?? OTHERS
const rank = (member: Named): number => ORDER.indexOf(letterOf(member))

/** Members by the letter of their names, equal surnames together; where the cloud knows no letters, as they stand. */
export const byLetter = <T extends Named>(members: readonly T[], complete = true) => {
  const known = complete && members.some(({ initial }) => initial !== undefined)
  const inOrder = known
    ? [...members].sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    : members
  const letters = known ? [...new Set(inOrder.map(letterOf))] : []
  return { letters, inOrder, letterOf }
}

/** 第三党小组 is the third; a group of another name stands after those. */
const place = (title: string): number => fromChinese(/^第(.+)党小组$/.exec(title)?.[1] ?? '') ?? Infinity

/** Members by group in the order of the groups, those of none last. */
export const byGroup = <T extends { name: string; groupName?: string | undefined }>(
  members: readonly T[],
): { title: string; members: T[] }[] => {
  const groups = new Map<string | undefined, T[]>()
  for (const member of members) groups.set(member.groupName, [...(groups.get(member.groupName) ?? []), member])
  const named = [...groups].flatMap(([title, theirs]) => (title === undefined ? [] : [{ title, members: theirs }]))
  const none = groups.get(undefined)
  return [
    ...named.sort((one, other) => (place(one.title) < place(other.title) ? -1 : 1)),
    ...(none ? [{ title: '没有分组', members: none }] : []),
  ]
}
