/** Where a page of a list ended: the value that the list is ordered by (a number or a text), and the id of its last row; ids hold no `~`. */
export const cursorAt = (value: number | string, id: string): string => `${String(value)}~${id}`

/** The place in a list ordered by a number, such as an instant; null where the cursor is none of ours. */
export const readNumberCursor = (cursor: string): readonly [value: number, id: string] | null => {
  const [, value, id] = /^(-?\d{1,16})~(.+)$/su.exec(cursor) ?? []
  return value === undefined || id === undefined ? null : [Number(value), id]
}

/** The place in a list ordered by a text, such as a name; null where the cursor is none of ours. */
export const readTextCursor = (cursor: string): readonly [value: string, id: string] | null => {
  const [, value, id] = /^(.+)~([^~]+)$/su.exec(cursor) ?? []
  return value === undefined || id === undefined ? null : [value, id]
}
