type Factory = (...given: unknown[]) => object

/** A schema as it was written down: `make` until it is made. */
interface Written {
  make: (() => object) | undefined
  made: object | undefined
}

/** What makes a schema of a schema: written down too. Any other property of a schema makes it. */
const steps: ReadonlySet<unknown> = new Set([
  ...['optional', 'nullable', 'array', 'or', 'default', 'catch', 'pipe', 'transform', 'refine', 'overwrite'],
  ...['min', 'max', 'length', 'regex', 'trim', 'multipleOf', 'extend', 'partial', 'required', 'pick', 'omit'],
])

const standIns = new WeakMap<object, Written>()

const made = (written: Written): object => {
  if (written.make) {
    written.made = written.make()
    written.make = undefined
  }
  return written.made ?? {}
}

/** The schema that a stand-in stands for; anything else as it is. */
const meant = (value: unknown): unknown => {
  const written = typeof value === 'object' && value !== null ? standIns.get(value) : undefined
  return written ? made(written) : value
}

/** What is given to make a schema, with the schemas in it: one, a list of some, or an object of some (a shape). */
const settled = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null) return given
  if (Array.isArray(given)) return given.map(meant)
  if (standIns.has(given) || Object.getPrototypeOf(given) !== Object.prototype) return meant(given)
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, meant(value)]))
}

const handler: ProxyHandler<Written> = {
  get: (written, key) => {
    if (written.make && steps.has(key))
      return (...given: unknown[]) =>
        standIn(() => {
          const schema = made(written)
          return (Reflect.get(schema, key) as Factory).apply(schema, given.map(settled))
        })
    return Reflect.get(made(written), key) as unknown
  },
  set: (written, key, value) => Reflect.set(made(written), key, value),
  has: (written, key) => Reflect.has(made(written), key),
  getPrototypeOf: written => Reflect.getPrototypeOf(made(written)),
}

const standIn = (make: () => object): object => {
  const written: Written = { make, made: undefined }
  const stands = new Proxy(written, handler)
  standIns.set(stands, written)
  return stands
}

/**
 * What makes a schema, put off until the schema is used: a start declares hundreds of operations and checks the input of one. The stand-in behaves as the
 * schema does.
 */
export const later =
  (factory: () => Factory) =>
  (...given: unknown[]): object =>
    standIn(() => factory()(...given.map(settled)))
