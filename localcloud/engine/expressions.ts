import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import * as mingoOperators from 'mingo/operators/expression'
import type { Options } from 'mingo/types'
import { requestFailed } from '../errors'
import { toRegExp } from './ejson'
import { accumulators, endOf, foldable } from './expressions/accumulators'
import { operand, operands } from './expressions/arguments'
import { comparingOperators } from './expressions/comparing'
import { compilerWith, type Operator } from './expressions/compile'
import { dateOperators } from './expressions/dates'
import { forms } from './expressions/forms'
import { listOperators } from './expressions/lists'
import { numberOperators } from './expressions/numbers'
import { textOperators } from './expressions/texts'
import { isDoc, itemsOf, type Doc } from './values'

/** `$sum`, `$max` … as expressions: of a list, or of several operands. */
const folds = Object.fromEntries(
  foldable.map((name): [string, Operator] => [
    name,
    operands(name, 0, Infinity, values => {
      const [only] = values
      return accumulators[name]?.(values.length === 1 && Array.isArray(only) ? itemsOf(only) : values) ?? null
    }),
  ]),
)

const refused =
  (why: string): Operator =>
  () => {
    throw requestFailed(why)
  }

const mingoOptions: Options = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: Context.init({ expression: mingoOperators }),
}

/** An operator of mingo's: it is handed its operands computed already, as literals. */
const byMingo =
  (name: string): Operator =>
  (given, compile) => {
    const literal = (value: unknown) => ({ $literal: value ?? null })
    const run = (operand: unknown): unknown => evalExpr({}, { [name]: operand }, mingoOptions)
    if (Array.isArray(given)) {
      const parts = given.map(compile)
      return scope => run(parts.map(part => literal(part(scope))))
    }
    if (isDoc(given) && !Object.keys(given).some(key => key.startsWith('$'))) {
      const parts = Object.entries(given).map(([key, part]) => [key, compile(part)] as const)
      return scope => run(Object.fromEntries(parts.map(([key, part]) => [key, literal(part(scope))])))
    }
    const part = compile(given)
    return scope => run(literal(part(scope)))
  }

/** A pattern that stands there as it is, with MongoDB's options; one that is computed takes JavaScript's. */
const withPattern = (spec: Doc): Doc => {
  const { regex, options, ...rest } = spec
  const [source, flags] = regex instanceof RegExp ? [regex.source, regex.flags] : [regex, '']
  const isFixed = typeof source === 'string' && !source.startsWith('$') && (options === undefined || typeof options === 'string')
  return isFixed ? { ...rest, regex: { $literal: toRegExp(source, options ?? flags) } } : spec
}
const searching =
  (name: string): Operator =>
  (given, compile) =>
    byMingo(name)(isDoc(given) ? withPattern(given) : given, compile)

const fromMingo = Object.fromEntries(Object.keys(mingoOperators).map(name => [name, byMingo(name)] as const))

/** All operators of expressions: mingo's, but where they differ from MongoDB. Scripts are never run. */
const table: Readonly<Record<string, Operator>> = {
  ...fromMingo,
  ...comparingOperators,
  ...numberOperators,
  ...listOperators,
  ...textOperators,
  ...dateOperators,
  ...folds,
  ...forms,
  $regexMatch: searching('$regexMatch'),
  $regexFind: searching('$regexFind'),
  $regexFindAll: searching('$regexFindAll'),
  $first: operand('$first', value => endOf('$first', value)),
  $last: operand('$last', value => endOf('$last', value)),
  $function: refused('expression $function is not supported: scripts are never run'),
  // Only a search of texts gives scores, and without a text index there is none.
  $meta: refused('query requires text score metadata, but it is not available'),
}

const compile = compilerWith(table)

/**
 * What an expression is for a document; `variables` are what `$$name` stands for. `undefined` is what is missing.
 * Throws DATABASE_REQUEST_FAILED where the expression is malformed.
 */
export const evaluatorOf = (expression: unknown, variables: Doc): ((doc: Doc) => unknown) => {
  const compute = compile(expression)
  return doc => compute({ root: doc, variables })
}
