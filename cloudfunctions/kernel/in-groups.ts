/** The items in their order, `size` together; the last ones are fewer. */
export const slicesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, nth) => items.slice(nth * size, (nth + 1) * size))

/** Acts on all items, at most `size` at once; the next ones begin when those have ended; each is told its place. Fails with the first that fails. */
export const inGroups = async <T>(items: readonly T[], size: number, act: (item: T, nth: number) => Promise<unknown>): Promise<void> => {
  for (const [group, some] of slicesOf(items, size).entries()) await Promise.all(some.map((item, index) => act(item, group * size + index)))
}
