import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as pipelineOperators from 'mingo/operators/pipeline'
import * as projectionOperators from 'mingo/operators/projection'
import { expressionTable } from './expressions'
import { guarded, queryTable } from './matcher'
import { fieldOf, isDoc, type Doc } from './values'

const options = {
  scriptEnabled: false,
  context: Context.init({
    query: queryTable,
    projection: projectionOperators,
    expression: expressionTable,
    pipeline: { $project: pipelineOperators.$project },
  }),
}

const isOn = (value: unknown) => value === 1 || value === true

/** A projection that only names whole top-level fields to keep is what nearly every query sends. */
const pick = (projection: Doc): ((doc: Doc) => Doc) | undefined => {
  const { _id: id, ...fields } = projection
  const names = Object.keys(fields)
  if (names.length === 0 || names.some(name => name.includes('.') || !isOn(fields[name]))) return undefined
  const keep = id === undefined || isOn(id) ? ['_id', ...names] : names
  return doc => Object.fromEntries(keep.filter(name => Object.hasOwn(doc, name)).map(name => [name, fieldOf(doc, name)]))
}

/** What a projection leaves of a document. Throws DATABASE_REQUEST_FAILED for a malformed one. */
export const projector = (projection: Doc): ((doc: Doc) => Doc) => {
  if (Object.keys(projection).length === 0) return doc => doc
  const picked = pick(projection)
  if (picked !== undefined) return picked
  const aggregator = new Aggregator([{ $project: projection }], options)
  return doc => {
    const [out] = guarded(() => aggregator.run([doc]))
    return isDoc(out) ? out : {}
  }
}
