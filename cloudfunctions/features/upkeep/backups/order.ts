import type { Keeping } from '../../../kernel/keeping'

type Table = Readonly<Record<string, Keeping>>
/** What is said of a collection that is kept. */
export type Kept = Exclude<Keeping, 'not kept'>

export const isKept = (one: Keeping | undefined): one is Kept => one !== undefined && one !== 'not kept'

/** How many steps lead from a collection up to the organizations. */
const depthOf = (table: Table, name: string): number => {
  const one = table[name]
  if (!isKept(one) || typeof one.of === 'string') return 0
  return 1 + Math.max(...one.of.map(([through]) => depthOf(table, through)))
}

/**
 * The order in which collections are read: a row before those it names, so that whatever changes meanwhile, a row that was read finds those it
 * names (rows come in minutes, and are hardly ever removed). What is worked out of others comes last: what happened to its sources
 * after they were read has left its date in it, by which it is worked out again.
 */
export const readingOrder = (table: Table): string[] => {
  const rank = (name: string) => {
    const one = table[name]
    return isKept(one) && one.derived !== undefined ? -1 : depthOf(table, name)
  }
  return Object.keys(table)
    .filter(name => isKept(table[name]))
    .sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1))
}

/** The order in which collections are written: a row after those it names; what lets people in comes last. */
export const writingOrder = (table: Table): string[] => {
  const opens = (name: string) => {
    const one = table[name]
    return isKept(one) && one.lets === 'in' ? 1 : 0
  }
  return Object.keys(table)
    .filter(name => isKept(table[name]))
    .sort((one, other) => opens(one) - opens(other) || depthOf(table, one) - depthOf(table, other) || (one < other ? -1 : 1))
}
