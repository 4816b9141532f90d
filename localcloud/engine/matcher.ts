import { CloudError, requestFailed } from '../errors'
import { evaluatorOf } from './expressions'
import { fieldTest, type Test } from './field-tests'
import { schemaTest } from './json-schema'
import { isDoc, type Doc } from './values'

/** Runs what mingo does and turns its complaints, which name the operator, into the cloud's refusal. */
export const guarded = <T>(run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (error instanceof CloudError) throw error
    // What stumbled over an operand says only where it stumbled.
    const isTold = error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError)
    throw requestFailed(isTold ? error.message : 'an operator was given what it does not take, or too much of it')
  }
}

const branchesOf = (operator: string, value: unknown): readonly Doc[] => {
  if (!Array.isArray(value) || value.length === 0) throw requestFailed(`${operator} must be a nonempty array`)
  if (!value.every(isDoc)) throw requestFailed(`${operator} entries need to be full objects`)
  return value
}

const isTrue = (value: unknown) => value !== null && value !== undefined && value !== false && value !== 0

type Inner = (part: Doc) => Test

/** The operators of a whole query; `$expr` reads `variables`. */
const whole: Readonly<Record<string, (value: unknown, inner: Inner, variables: Doc) => Test>> = {
  $and: (value, inner) => {
    const tests = branchesOf('$and', value).map(inner)
    return doc => tests.every(test => test(doc))
  },
  $or: (value, inner) => {
    const tests = branchesOf('$or', value).map(inner)
    return doc => tests.some(test => test(doc))
  },
  $nor: (value, inner) => {
    const tests = branchesOf('$nor', value).map(inner)
    return doc => !tests.some(test => test(doc))
  },
  $expr: (value, _inner, variables) => {
    const evaluate = evaluatorOf(value, variables)
    return doc => guarded(() => isDoc(doc) && isTrue(evaluate(doc)))
  },
  $jsonSchema: schemaTest,
  $comment: () => () => true,
  $text: () => {
    // The console makes no text indexes, and MongoDB searches texts through nothing else.
    throw requestFailed('text index required for $text query')
  },
}

const compile = (query: Doc, variables: Doc): Test => {
  const inner: Inner = part => compile(part, variables)
  const tests = Object.entries(query).map(([key, value]): Test => {
    if (!key.startsWith('$')) return fieldTest(key, value, inner)
    const make = Object.hasOwn(whole, key) ? whole[key] : undefined
    if (make === undefined) throw requestFailed(`unknown top level operator: ${key}`)
    return make(value, inner, variables)
  })
  const [only] = tests
  return tests.length === 1 && only !== undefined ? only : doc => tests.every(test => test(doc))
}

/**
 * The test of a query, as MongoDB reads it. `variables` are what `$$name` stands for inside `$expr`.
 * Throws DATABASE_REQUEST_FAILED where an operator is unknown or malformed.
 */
export const matcherOf = (query: Doc, variables: Doc = {}): ((doc: Doc) => boolean) => guarded(() => compile(query, variables))
