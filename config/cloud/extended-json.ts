/** What the SDK uses of `bson`, which writes and reads the database's form of JSON. */
interface ExtendedJson {
  parse(text: string, options?: unknown): unknown
  stringify(value: unknown, ...options: readonly unknown[]): string
}

/** What `bson` alone writes: dates, patterns, instances of classes, what leads back to itself. */
const BEYOND = Symbol('beyond')
const DEEPEST = 100
const [LEAST_INT, MOST_INT, MOST_LONG] = [-(2 ** 31), 2 ** 31 - 1, 2 ** 63]

const numberOf = (value: number): object => {
  if (Math.floor(value) !== value || value < -MOST_LONG || value > MOST_LONG) return { $numberDouble: value.toString() }
  return value >= LEAST_INT && value <= MOST_INT ? { $numberInt: value.toString() } : { $numberLong: value.toString() }
}

const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !('_bsontype' in value) && !Object.hasOwn(value, '__proto__')
}

/** A value in the strict form, or that it is beyond. */
const strict = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return numberOf(value)
  if (value === undefined) return null
  if (typeof value !== 'object' || depth > DEEPEST) return BEYOND
  if (Array.isArray(value)) {
    const list: unknown[] = []
    for (const item of value as readonly unknown[]) {
      const said = strict(item, depth + 1)
      if (said === BEYOND) return BEYOND
      list.push(said)
    }
    return list
  }
  if (!isPlain(value)) return BEYOND
  const fields: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const said = strict(value[key], depth + 1)
    if (said === BEYOND) return BEYOND
    fields[key] = said
  }
  return fields
}

const isStrict = (options: readonly unknown[]): boolean => {
  const [option] = options
  return (
    options.length === 1 &&
    typeof option === 'object' &&
    option !== null &&
    Object.keys(option).length === 1 &&
    'relaxed' in option &&
    option.relaxed === false
  )
}

/**
 * Writes and reads extended JSON as `bson` does (`whole`), which is loaded when a value needs it: what our documents hold is plain. Every request writes its
 * question and reads its answer by this, and `bson` visits each field twice.
 */
export const extendedJson = (whole: () => ExtendedJson): ExtendedJson => ({
  parse: (text, options) =>
    // A key that begins with $ may be a type; one with a zero is refused.
    typeof text === 'string' && !text.includes('"$') && !text.includes('\\u0') && !(typeof options === 'object' && options !== null)
      ? (JSON.parse(text) as unknown)
      : whole().parse(text, options),
  stringify: (value, ...options) => {
    const said = isStrict(options) ? strict(value, 0) : BEYOND
    return said === BEYOND ? whole().stringify(value, ...options) : JSON.stringify(said)
  },
})
