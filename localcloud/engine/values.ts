/** A document, or any object inside one. */
export type Doc = Record<string, unknown>

/** True for what MongoDB calls an object: not an array, a date or a regular expression. */
export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof RegExp)

/** True for an object whose keys are operators, such as `{$gt: 1}`. */
export const isOperators = (value: unknown): value is Doc => isDoc(value) && Object.keys(value).some(key => key.startsWith('$'))

/** The object's own field; undefined for what it merely inherits. */
export const fieldOf = (value: Doc, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined)

/** MongoDB's name of the value's type, as its messages use it. */
export const typeName = (value: unknown): string => {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  if (typeof value === 'boolean') return 'bool'
  return typeof value
}

/** True for null and for what is not there. */
export const isNull = (value: unknown): value is null | undefined => value === null || value === undefined

/** The elements of an array; none where the value is no array. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The element at an index that the caller knows to exist. */
export const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index]
  if (value === undefined) throw new Error(`no element ${index} in a list of ${list.length}`)
  return value
}
