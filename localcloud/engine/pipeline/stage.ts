import { requestFailed } from '../../errors'
import { evaluatorOf } from '../expressions'
import { isDoc, typeName, type Doc } from '../values'

/** What stages need of the run that they are part of. */
export interface Run {
  /** What `$$name` stands for. */
  readonly variables: Doc
  /** The instant of `$$NOW`, ms since epoch. */
  readonly now: number
  /** Whether the stage before has made the documents for this one alone: then they may be changed in place. */
  readonly owned?: boolean
  /** Runs more stages on documents. */
  readonly stages: (documents: readonly Doc[], stages: readonly Doc[], variables: Doc) => readonly Doc[]
}

/** Documents in, documents out; documents are never changed in place, but where the run owns them. Throws DATABASE_REQUEST_FAILED for a malformed specification. */
export type Stage = (documents: readonly Doc[], spec: unknown, run: Run) => readonly Doc[]

/** `$$NOW` as the instant of the run. */
const atNow = (expression: unknown, now: number): unknown => {
  if (expression === '$$NOW') return { $literal: new Date(now) }
  if (Array.isArray(expression)) return expression.map(item => atNow(item, now))
  if (!isDoc(expression) || '$literal' in expression) return expression
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, atNow(value, now)]))
}

/** What an expression is for each document. */
export const evaluator = (expression: unknown, { variables, now }: Run): ((doc: Doc) => unknown) =>
  evaluatorOf(atNow(expression, now), variables)

export const docOf = (name: string, value: unknown): Doc => {
  if (isDoc(value)) return value
  throw requestFailed(`the ${name} stage specification must be an object, not ${typeName(value)}`)
}

export const wholeOf = (name: string, value: unknown, least: number): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value
  throw requestFailed(`the argument of ${name} must be a whole number of at least ${least}`)
}

export const textOf = (name: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value
  throw requestFailed(`${name} must be a string that is not empty`)
}

/** A pipeline inside a stage. */
export const pipelineOf = (value: unknown): Doc[] => {
  if (value === undefined) return []
  if (!Array.isArray(value) || !value.every(isDoc)) throw requestFailed(`a pipeline must be an array of objects, not ${typeName(value)}`)
  return value
}

/** The one field of a stage: its name and its specification. */
export const stageOf = (stage: Doc): readonly [name: string, spec: unknown] => {
  const [name, ...others] = Object.keys(stage)
  if (name === undefined || others.length > 0) throw requestFailed('A pipeline stage specification object must contain exactly one field.')
  return [name, stage[name]]
}
