/** The items by what they have in common, both in the order in which they come. */
export const grouped = <T, K>(items: readonly T[], by: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(by(item))
    if (group) group.push(item)
    else groups.set(by(item), [item])
  }
  return groups
}
