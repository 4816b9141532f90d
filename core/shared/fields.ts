/** The value without some of its fields. */
export const omit = <T extends object, K extends keyof T>(value: T, ...fields: readonly K[]): Omit<T, K> => {
  const rest = { ...value }
  for (const field of fields) Reflect.deleteProperty(rest, field)
  return rest
}

/** The sums of two records of numbers, name by name; what the second leaves out adds nothing. */
export const sumsOf = <K extends string>(
  names: readonly K[],
  one: Readonly<Record<K, number>>,
  other: Readonly<Partial<Record<K, number>>>,
): Record<K, number> => {
  const total: Record<K, number> = { ...one }
  for (const name of names) total[name] = one[name] + (other[name] ?? 0)
  return total
}
