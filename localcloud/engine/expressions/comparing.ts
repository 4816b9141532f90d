import { requestFailed } from '../../errors'
import { compareValues, encodeValue, equalValues, keyText } from '../keys'
import { isDoc, isNull, typeName } from '../values'
import { arrayOf, arrayOrNull, operand, operands } from './arguments'
import type { Operator } from './compile'

/** In a pipeline any two values have an order; what is missing comes before null. */
const compareAny = (a: unknown, b: unknown): number => {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return Math.sign(compareValues(a, b))
}

const comparison = (name: string, test: (order: number) => unknown): Operator => operands(name, 2, 2, ([a, b]) => test(compareAny(a, b)))

/** MongoDB's truth: everything but false, null, 0 and what is missing. */
export const isTrue = (value: unknown): boolean => !isNull(value) && value !== false && value !== 0

/** Each value once, in the order of its first appearance. */
export const distinct = (values: readonly unknown[]): unknown[] => {
  const found = new Map<string, unknown>()
  for (const value of values) {
    const key = keyText(encodeValue(value))
    if (!found.has(key)) found.set(key, value ?? null)
  }
  return [...found.values()]
}

const keysOf = (values: readonly unknown[]) => new Set(values.map(value => keyText(encodeValue(value))))
const isIn = (keys: ReadonlySet<string>, value: unknown) => keys.has(keyText(encodeValue(value)))

const $setIntersection = operands('$setIntersection', 0, Infinity, lists => {
  const sets = lists.map(list => arrayOrNull('$setIntersection', list))
  const [first = [], ...others] = sets
  if (first === null || others.includes(null)) return null
  const keys = others.map(list => keysOf(list ?? []))
  return distinct(first).filter(value => keys.every(set => isIn(set, value)))
})

const $setUnion = operands('$setUnion', 0, Infinity, lists => {
  const sets = lists.map(list => arrayOrNull('$setUnion', list))
  return sets.includes(null) ? null : distinct(sets.flatMap(list => list ?? []))
})

const $setDifference = operands('$setDifference', 2, 2, ([a, b]) => {
  const [from, away] = [arrayOrNull('$setDifference', a), arrayOrNull('$setDifference', b)]
  if (from === null || away === null) return null
  const keys = keysOf(away)
  return distinct(from).filter(value => !isIn(keys, value))
})

const $setIsSubset = operands('$setIsSubset', 2, 2, ([a, b]) => {
  const keys = keysOf(arrayOf('$setIsSubset', b))
  return arrayOf('$setIsSubset', a).every(value => isIn(keys, value))
})

const $setEquals = operands('$setEquals', 2, Infinity, lists => {
  const [first = new Set<string>(), ...others] = lists.map(list => keysOf(arrayOf('$setEquals', list)))
  return others.every(set => set.size === first.size && [...set].every(key => first.has(key)))
})

const $mergeObjects: Operator = operands('$mergeObjects', 0, Infinity, values =>
  mergeAll(values.length === 1 && Array.isArray(values[0]) ? values[0] : values),
)

/** Objects put over each other; null and what is missing are passed over. */
export const mergeAll = (values: readonly unknown[]): Record<string, unknown> => {
  const wrong = values.find(value => !isNull(value) && !isDoc(value))
  if (wrong !== undefined) throw requestFailed(`$mergeObjects requires object inputs, but input is of type ${typeName(wrong)}`)
  return Object.fromEntries(values.filter(isDoc).flatMap(value => Object.entries(value).filter(([, inner]) => inner !== undefined)))
}

/** Comparison, truth and sets as in MongoDB: by the order of all values, the order of an object's keys included. */
export const comparingOperators: Readonly<Record<string, Operator>> = {
  $cmp: comparison('$cmp', order => order),
  $eq: comparison('$eq', order => order === 0),
  $ne: comparison('$ne', order => order !== 0),
  $gt: comparison('$gt', order => order > 0),
  $gte: comparison('$gte', order => order >= 0),
  $lt: comparison('$lt', order => order < 0),
  $lte: comparison('$lte', order => order <= 0),
  $not: operand('$not', value => !isTrue(value)),
  $in: operands('$in', 2, 2, ([value, list]) => arrayOf('$in', list).some(one => equalValues(one, value))),
  $allElementsTrue: operand('$allElementsTrue', value => arrayOf('$allElementsTrue', value).every(isTrue)),
  $anyElementTrue: operand('$anyElementTrue', value => arrayOf('$anyElementTrue', value).some(isTrue)),
  $setIntersection,
  $setUnion,
  $setDifference,
  $setIsSubset,
  $setEquals,
  $mergeObjects,
}
