/** The end of a page: the value by which the list is ordered (a number or a text), and the id of its last row; ids contain no `~`. */
export const cursorAt = (value: number | string, id: string): string => `${String(value)}~${id}`

/** The place in a list ordered by a number, such as an instant; null for a cursor of another form. */
export const readNumberCursor = (cursor: string): readonly [value: number, id: string] | null => {
  const [, value, id] = /^(-?\d{1,16})~(.+)$/su.exec(cursor) ?? []
  return value === undefined || id === undefined ? null : [Number(value), id]
}

/** The place in a list ordered by a text, such as a name; null for a cursor of another form. */
export const readTextCursor = (cursor: string): readonly [value: string, id: string] | null => {
  const [, value, id] = /^(.+)~([^~]+)$/su.exec(cursor) ?? []
  return value === undefined || id === undefined ? null : [value, id]
}
