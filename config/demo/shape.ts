import type { Documents } from '../../cloudfunctions/house'

/** Documents by collection, as one part of the demo provides them. */
export type Seed = { [N in keyof Documents]?: Documents[N][] }

/** Two digits, as in the demo's ids. */
export const two = (value: number) => String(value).padStart(2, '0')

/** The documents of two parts of a demo. */
export const together = (one: Seed, other: Seed): Seed => {
  const rows = (seed: Seed): [string, unknown[]][] => Object.entries(seed)
  const all = new Map(rows(one))
  for (const [name, more] of rows(other)) all.set(name, [...(all.get(name) ?? []), ...more])
  // Of each collection the rows of two seeds, which are of its type.
  return Object.fromEntries(all) as Seed
}
