/** The value without some of its fields. */
export const omit = <T extends object, K extends keyof T>(value: T, ...fields: readonly K[]): Omit<T, K> => {
  const rest = { ...value }
  for (const field of fields) Reflect.deleteProperty(rest, field)
  return rest
}
