export interface Column<T> {
  key: string
  words: string
  /** What rows are ordered by; null, where there is none, stands last either way. */
  value: (row: T) => number | string | null
  say: (row: T) => string
  /** What stands first when its head is pressed first: by default the most. */
  first?: Way
}
type Way = 'ascending' | 'descending'
export interface Order {
  key: string
  way: Way
}

/** The order after a press on a head: by this column, or the other way round. */
export const turned = <T>(order: Order | undefined, column: Column<T> | undefined): Order => {
  const { key = '', first = 'descending' } = column ?? {}
  if (order?.key !== key) return { key, way: first }
  return { key, way: order.way === 'ascending' ? 'descending' : 'ascending' }
}

const compare = (one: number | string, other: number | string): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'zh-CN', { numeric: true })

/** The rows ordered by a column; those that are alike keep their places. */
export const inOrder = <T>(rows: readonly T[], { value }: Pick<Column<T>, 'value'>, way: Way): T[] =>
  [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return way === 'ascending' ? compare(a, b) : compare(b, a)
  })
