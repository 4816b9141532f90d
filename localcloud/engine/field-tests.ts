import { requestFailed } from '../errors'
import { toRegExp } from './ejson'
import { elementsAt, wholesAt } from './elements'
import { geoIntersects, geoNear, geoWithin } from './geo'
import { classOf, compareValues, equalValues } from './keys'
import { isDoc, isNull, isOperators, itemsOf, typeName, type Doc } from './values'

/** Whether a document satisfies a condition. */
export type Test = (doc: unknown) => boolean

/** Makes the test of a whole query, for the operators that hold one. */
type MakeMatcher = (query: Doc) => Test

/** Makes the test of an operator at a path; `spec` is the whole condition of the field (for `$options`). */
type MakeTest = (path: string, operand: unknown, spec: Doc, matcherOf: MakeMatcher) => Test

type Element = (element: unknown) => boolean

const some =
  (elements: typeof elementsAt, path: string, test: Element): Test =>
  doc => {
    for (const element of elements(doc, path.split('.'))) if (test(element)) return true
    return false
  }
const anyElement = (path: string, test: Element) => some(elementsAt, path, test)
const not =
  (test: Test): Test =>
  doc =>
    !test(doc)

/** Equality: null is also what is not there, and a regular expression stands for every text that it matches. */
const equality = (operand: unknown): Element => {
  if (isNull(operand)) return isNull
  if (operand instanceof RegExp) return element => matchesText(operand, element)
  return element => element !== undefined && equalValues(element, operand)
}

const matchesText = (pattern: RegExp, element: unknown): boolean =>
  typeof element === 'string' ? pattern.test(element) : element instanceof RegExp && equalValues(element, pattern)

/** Values are compared within their class only; NaN is neither less nor greater than a number. */
const comparison =
  (isWanted: (order: number) => boolean): MakeTest =>
  (path, operand) => {
    if (operand instanceof RegExp) throw requestFailed("Can't have RegEx as arg to predicate over field")
    const orEqual = isWanted(0)
    if (isNull(operand)) return orEqual ? anyElement(path, isNull) : () => false
    const wanted = classOf(operand)
    if (Number.isNaN(operand)) return anyElement(path, element => orEqual && Number.isNaN(element))
    return anyElement(
      path,
      element => !isNull(element) && !Number.isNaN(element) && classOf(element) === wanted && isWanted(compareValues(element, operand)),
    )
  }

const listOf = (operator: string, operand: unknown): readonly unknown[] => {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`)
  if (operand.some(value => isOperators(value) && operator !== '$all')) throw requestFailed(`cannot nest $ under ${operator}`)
  return operand
}

const $in: MakeTest = (path, operand) => {
  const values = listOf('$in', operand)
  // A long list of plain values, which is what joins and id lists are, is looked up instead of compared one by one.
  const simple = new Set<unknown>(values.filter(value => typeof value === 'string' || typeof value === 'boolean'))
  const others = values.filter(value => !simple.has(value)).map(equality)
  const numbers = new Set<unknown>(values.filter(value => typeof value === 'number'))
  const rest = others.length === numbers.size ? [] : others
  return anyElement(path, element => simple.has(element) || numbers.has(element) || rest.some(test => test(element)))
}

const $elemMatch: MakeTest = (path, operand, _spec, matcherOf) => {
  if (!isDoc(operand)) throw requestFailed('$elemMatch needs an Object')
  const keys = Object.keys(operand)
  const onValues = keys.length > 0 && keys.every(key => key.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(key))
  const inner = matcherOf(onValues ? { item: operand } : operand)
  // A scalar is no object: it satisfies no condition on fields, not even that one is missing.
  const test: Element = onValues ? item => inner({ item: wrapped(item) }) : item => isDoc(item) && inner(item)
  return some(wholesAt, path, value => Array.isArray(value) && value.some(test))
}

/** An element that is an array is looked at as a whole, so it goes into a list of its own. */
const wrapped = (item: unknown): unknown => (Array.isArray(item) ? [item] : item)

const typeCodes: Readonly<Record<string, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
  19: 'decimal',
  7: 'objectId',
  5: 'binData', // prettier-ignore
}
const knownTypes = new Set([...Object.values(typeCodes), 'number'])

/** MongoDB's names of the types that a value has: a whole number is int or long as it fits, any other a double. */
export const typesOf = (value: unknown): readonly string[] => {
  if (typeof value !== 'number') return [typeName(value)]
  if (!Number.isInteger(value)) return ['double', 'number']
  return [Math.abs(value) < 2 ** 31 ? 'int' : 'long', 'number']
}

const $type: MakeTest = (path, operand) => {
  const names = (Array.isArray(operand) ? operand : [operand]).map(type => typeCodes[String(type)] ?? String(type))
  const unknown = names.find(name => !knownTypes.has(name))
  if (unknown !== undefined) throw requestFailed(`Unknown type name alias: ${unknown}`)
  return anyElement(path, element => element !== undefined && typesOf(element).some(name => names.includes(name)))
}

const $mod: MakeTest = (path, operand) => {
  const [divisor, remainder] = itemsOf(operand)
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0 || itemsOf(operand).length !== 2)
    throw requestFailed('malformed mod')
  return anyElement(
    path,
    element =>
      typeof element === 'number' && Number.isFinite(element) && (Math.trunc(element) % Math.trunc(divisor)) + 0 === Math.trunc(remainder),
  )
}

const $regex: MakeTest = (path, operand, { $options }) => {
  const options = typeof $options === 'string' ? $options : operand instanceof RegExp ? operand.flags : ''
  if (typeof operand !== 'string' && !(operand instanceof RegExp)) throw requestFailed('$regex has to be a string')
  const pattern = toRegExp(operand instanceof RegExp ? operand.source : operand, options)
  return anyElement(path, element => matchesText(pattern, element))
}

const $size: MakeTest = (path, operand) => {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) throw requestFailed('$size needs a whole number')
  return some(wholesAt, path, value => Array.isArray(value) && value.length === operand)
}

/** A mask as a number or as a list of positions. */
const maskOf = (operator: string, operand: unknown): bigint => {
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) return BigInt(operand)
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs a bitmask or a list of bit positions`)
  return operand.reduce<bigint>((mask, bit) => mask | (1n << BigInt(Number(bit))), 0n)
}
const bits =
  (operator: string, isWanted: (found: bigint, mask: bigint) => boolean): MakeTest =>
  (path, operand) => {
    const mask = maskOf(operator, operand)
    return anyElement(path, value => Number.isSafeInteger(value) && isWanted(BigInt(Number(value)) & mask, mask))
  }

/** What each operator asks of a field. */
const table: Readonly<Record<string, MakeTest>> = {
  $eq: (path, operand) => anyElement(path, isNull(operand) ? isNull : element => element !== undefined && equalValues(element, operand)),
  $ne: (path, operand) => not(anyElement(path, equality(operand))),
  $gt: comparison(order => order > 0),
  $gte: comparison(order => order >= 0),
  $lt: comparison(order => order < 0),
  $lte: comparison(order => order <= 0),
  $in,
  $nin: (path, operand, spec, matcherOf) => not($in(path, listOf('$nin', operand), spec, matcherOf)),
  $exists: (path, operand) => {
    const exists = some(wholesAt, path, value => value !== undefined)
    return operand === false || operand === 0 || isNull(operand) ? not(exists) : exists
  },
  $type,
  $mod,
  $regex,
  $options: (path, _operand, spec) => {
    if ('$regex' in spec) return () => true
    throw requestFailed(`$options needs a $regex at ${path}`)
  },
  $size,
  $all: (path, operand, _spec, matcherOf) => {
    const all = listOf('$all', operand).map(value =>
      isOperators(value) ? testOf(path, value, matcherOf) : anyElement(path, equality(value)),
    )
    return doc => all.length > 0 && all.every(test => test(doc))
  },
  $elemMatch,
  $not: (path, operand, _spec, matcherOf) => {
    if (operand instanceof RegExp) return not(anyElement(path, equality(operand)))
    if (!isOperators(operand)) throw requestFailed('$not needs a regex or a document of operators')
    return not(testOf(path, operand, matcherOf))
  },
  $bitsAllSet: bits('$bitsAllSet', (found, mask) => found === mask),
  $bitsAllClear: bits('$bitsAllClear', found => found === 0n),
  $bitsAnySet: bits('$bitsAnySet', found => found !== 0n),
  $bitsAnyClear: bits('$bitsAnyClear', (found, mask) => found !== mask),
  $geoWithin: geoWithin,
  $geoIntersects: geoIntersects,
  $nearSphere: geoNear,
  $near: geoNear,
}

const testOf = (path: string, spec: Doc, matcherOf: MakeMatcher): Test => {
  const tests = Object.entries(spec).map(([operator, operand]) => {
    const make = Object.hasOwn(table, operator) ? table[operator] : undefined
    if (make === undefined) throw requestFailed(`unknown operator: ${operator}`)
    return make(path, operand, spec, matcherOf)
  })
  const [only] = tests
  return tests.length === 1 && only !== undefined ? only : doc => tests.every(test => test(doc))
}

/** The condition of a field as it stands in a query: operators, or a value that it must have. */
export const fieldTest = (path: string, condition: unknown, matcherOf: MakeMatcher): Test =>
  isOperators(condition) ? testOf(path, condition, matcherOf) : anyElement(path, equality(condition))
