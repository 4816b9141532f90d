/** Acts on all items, at most `size` at once; the next ones begin when those have ended. Fails with the first that fails. */
export const inGroups = async <T>(items: readonly T[], size: number, act: (item: T) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < items.length; start += size) await Promise.all(items.slice(start, start + size).map(act))
}
