import { Context } from 'mingo/core'
import * as booleanOperators from 'mingo/operators/expression/boolean'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Any, AnyObject, Options } from 'mingo/types'
import { resolve } from 'mingo/util'
import { CloudError, requestFailed } from '../errors'
import { expressionTable } from './expressions'
import { geoIntersects, geoNear, geoWithin } from './geo'
import { isDoc, itemsOf, type Doc } from './values'

/** Runs what mingo does and turns its complaints, which name the operator, into the cloud's refusal. */
export const guarded = <T>(run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw requestFailed(error instanceof Error ? error.message : 'the request cannot be carried out')
  }
}

/** What mingo finds at a path, seen through arrays. */
const lookAt = (doc: AnyObject, path: string): unknown => resolve(doc, path, { unwrapArray: true })
const each = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const isLogical = (key: string) => key === '$and' || key === '$or' || key === '$nor'

/** mingo lets a scalar element pass for an object here; MongoDB tests operators on elements and fields on objects only. */
const $elemMatch = (path: string, criteria: Any, options: Options) => {
  if (!isDoc(criteria)) throw requestFailed('$elemMatch needs an Object')
  const onValues = Object.keys(criteria).some(key => key.startsWith('$') && !isLogical(key))
  const query = new Query(onValues ? { item: criteria } : criteria, options)
  const test = (item: unknown) => (onValues ? query.test({ item }) : isDoc(item) && query.test(item))
  return (doc: AnyObject) => {
    const value = lookAt(doc, path)
    return Array.isArray(value) && value.some(test)
  }
}

const isNull = (value: unknown) => value === null || value === undefined

/** `$gte: null` and `$lte: null` are what `$eq: null` is; mingo forgets the missing field. */
const orNull = (operator: typeof queryOperators.$gte) => (path: string, operand: Any, options: Options) =>
  operand === null ? queryOperators.$eq(path, null, options) : operator(path, operand, options)

/** MongoDB drops the fraction of both numbers first; mingo does not. */
const $mod = (path: string, operand: Any) => {
  const [divisor, remainder] = itemsOf(operand)
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0) throw requestFailed('malformed mod')
  return (doc: AnyObject) =>
    each(lookAt(doc, path)).some(value => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder))
}

const $in = (path: string, operand: Any, options: Options) => {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array')
  // A long list of plain values, which is what joins and id lists are, is looked up instead of compared one by one.
  const simple = new Set<unknown>(operand)
  if (!operand.every(value => typeof value === 'string' || typeof value === 'number')) return queryOperators.$in(path, operand, options)
  return (doc: AnyObject) => {
    const value = lookAt(doc, path)
    return Array.isArray(value) ? value.flat(1).some(item => simple.has(item)) : !isNull(value) && simple.has(value)
  }
}

const $nin = (path: string, operand: Any, options: Options) => {
  const isIn = $in(path, operand, options)
  return (doc: AnyObject) => !isIn(doc)
}

type Test = (doc: AnyObject) => boolean

/** mingo calls every operator with its options, which these do not need. */
const withoutOptions =
  (operator: (path: string, operand: Any) => Test) =>
  (...[path, operand]: [path: string, operand: Any, options: Options]): Test =>
    operator(path, operand)

/** The query operators of the cloud: mingo's, but where they differ from MongoDB, and the geo ones, which mingo lacks. */
export const queryTable = {
  ...queryOperators,
  $elemMatch,
  $gte: orNull(queryOperators.$gte),
  $lte: orNull(queryOperators.$lte),
  $mod: withoutOptions($mod),
  $in,
  $nin,
  $geoWithin: withoutOptions(geoWithin),
  $geoIntersects: withoutOptions(geoIntersects),
  $nearSphere: withoutOptions(geoNear),
  $near: withoutOptions(geoNear),
}

// Scripts from a query are never run.
const plainOptions: Partial<Options> = { scriptEnabled: false, context: Context.init({ query: queryTable }) }
const expressionOptions: Partial<Options> = {
  scriptEnabled: false,
  context: Context.init({ query: queryTable, expression: { ...booleanOperators, ...expressionTable } }),
}

const usesExpressions = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(usesExpressions)
  return isDoc(value) && Object.entries(value).some(([key, inner]) => key === '$expr' || usesExpressions(inner))
}

/**
 * The test of a query. `variables` are what `$$name` stands for inside `$expr`.
 * Throws DATABASE_REQUEST_FAILED where an operator is unknown or malformed.
 */
export const matcherOf = (query: Doc, variables?: Doc): ((doc: Doc) => boolean) => {
  if (Object.keys(query).length === 0) return () => true
  const options = usesExpressions(query) ? expressionOptions : plainOptions
  const compiled = guarded(() => new Query(query, variables === undefined ? options : { ...options, variables }))
  return doc => guarded(() => compiled.test(doc))
}
