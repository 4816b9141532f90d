/** Where a page ended: the value the list is ordered by, and the row's id. */
export const requestCursor = (value: number, id: string): string => `${String(value)}~${id}`

/** The place a cursor names; null where it is none of ours. */
export const readRequestCursor = (cursor: string): readonly [value: number, id: string] | null => {
  const [, value, id] = /^(-?\d{1,16})~(.+)$/su.exec(cursor) ?? []
  return value === undefined || id === undefined ? null : [Number(value), id]
}
