import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as accumulatorOperators from 'mingo/operators/accumulator'
import { $bucketAuto as mingoBuckets } from 'mingo/operators/pipeline'
import { requestFailed } from '../../errors'
import * as expressionOperators from 'mingo/operators/expression'
import { accumulators } from '../expressions/accumulators'
import { sortDocs } from '../find'
import { compareValues, encodeValue, equalValues, keyText } from '../keys'
import { at, isDoc, isNull, itemsOf, typeName, type Doc } from '../values'
import { docOf, evaluator, wholeOf, type Run, type Stage } from './stage'

/** Computes the fields of a group from its documents. */
const folding = (output: Doc, run: Run): ((documents: readonly Doc[]) => Doc) => {
  const fields = Object.entries(output).map(([field, spec]) => {
    if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`)
    const [entry, ...others] = isDoc(spec) ? Object.entries(spec) : []
    if (entry === undefined || others.length > 0) throw requestFailed(`The field '${field}' must be an accumulator object`)
    const [name, operand] = entry
    const accumulate = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined
    if (accumulate === undefined) throw requestFailed(`unknown group operator '${name}'`)
    const evaluate = evaluator(operand, run)
    return (documents: readonly Doc[]) => [field, accumulate(documents.map(evaluate))] as const
  })
  return documents => Object.fromEntries(fields.map(field => field(documents)))
}

const ONE_EACH: Doc = { count: { $sum: 1 } }

export const $group: Stage = (documents, given, run) => {
  const { _id: id, ...output } = docOf('$group', given)
  if (id === undefined) throw requestFailed('a group specification must include an _id')
  const keyOf = evaluator(id, run)
  const fold = folding(output, run)
  const groups = new Map<string, { readonly id: unknown; readonly members: Doc[] }>()
  for (const doc of documents) {
    const value = keyOf(doc) ?? null
    const name = keyText(encodeValue(value))
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { id: value, members: [doc] })
    else group.members.push(doc)
  }
  return [...groups.values()].map(group => ({ _id: group.id, ...fold(group.members) }))
}

export const $sortByCount: Stage = (documents, expression, run) => {
  const isExpression = (typeof expression === 'string' && expression.startsWith('$')) || isDoc(expression)
  if (!isExpression) throw requestFailed('the sortByCount field must be defined as a $-prefixed path or an expression inside an object')
  return sortDocs($group(documents, { _id: expression, ...ONE_EACH }, run), doc => doc, [['count', -1]])
}

export const $bucket: Stage = (documents, given, run) => {
  const spec = docOf('$bucket', given)
  const boundaries = itemsOf(spec['boundaries']).map(boundary => evaluator(boundary, run)({}))
  if (spec['groupBy'] === undefined || boundaries.length < 2) throw requestFailed("$bucket requires 'groupBy' and at least 2 'boundaries'")
  const isRising = boundaries.every(
    (value, i) =>
      i === 0 ||
      (typeName(value).replace('double', 'int') === typeName(boundaries[0]).replace('double', 'int') &&
        compareValues(boundaries[i - 1], value) < 0),
  )
  if (!isRising) throw requestFailed("the 'boundaries' of $bucket must be of one type and in ascending order")
  const [low, high] = [boundaries[0], boundaries.at(-1)]
  const hasDefault = 'default' in spec
  const other = spec['default']
  if (hasDefault && compareValues(other, low) >= 0 && compareValues(other, high) < 0)
    throw requestFailed(
      "the $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary",
    )
  const keyOf = evaluator(spec['groupBy'], run)
  const bucketOf = (doc: Doc): unknown => {
    const value = keyOf(doc)
    if (!isNull(value) && compareValues(value, low) >= 0 && compareValues(value, high) < 0)
      return boundaries.findLast(boundary => compareValues(boundary, value) <= 0)
    if (hasDefault) return other
    throw requestFailed('$switch could not find a matching branch for an input, and no default was specified: $bucket needs a default')
  }
  const fold = folding(isDoc(spec['output']) ? spec['output'] : ONE_EACH, run)
  const members = documents.map(doc => ({ doc, bucket: bucketOf(doc) }))
  const ids = [...boundaries.slice(0, -1), ...(hasDefault ? [other] : [])].sort(compareValues)
  return ids.flatMap(id => {
    const inside = members.filter(({ bucket }) => equalValues(bucket, id)).map(({ doc }) => doc)
    return inside.length === 0 ? [] : [{ _id: id, ...fold(inside) }]
  })
}

interface AutoBucket {
  readonly min: unknown
  readonly max: unknown
  readonly members: readonly Doc[]
}

/** Buckets of about one size; equal values stay together. */
const evenBuckets = (documents: readonly Doc[], keyOf: (doc: Doc) => unknown, count: number): AutoBucket[] => {
  const sorted = sortDocs(documents.map(doc => ({ doc, key: keyOf(doc) ?? null })), item => ({ key: item.key }), [['key', 1]]) // prettier-ignore
  const size = Math.max(1, Math.round(sorted.length / count))
  const buckets: { doc: Doc; key: unknown }[][] = []
  for (let start = 0; start < sorted.length;) {
    let end = buckets.length === count - 1 ? sorted.length : Math.min(sorted.length, start + size)
    while (end < sorted.length && equalValues(at(sorted, end).key, at(sorted, end - 1).key)) end++
    buckets.push(sorted.slice(start, end))
    start = end
  }
  return buckets.map((bucket, i) => ({
    min: at(bucket, 0).key,
    // A bucket ends where the next begins; only the last one holds its own end.
    max: buckets[i + 1]?.[0]?.key ?? bucket.at(-1)?.key,
    members: bucket.map(({ doc }) => doc),
  }))
}

/** Buckets whose bounds are numbers of a preferred series. */
const seriesBuckets = (documents: readonly Doc[], spec: Doc): AutoBucket[] => {
  const context = Context.init({
    expression: expressionOperators,
    accumulator: accumulatorOperators,
    pipeline: { $bucketAuto: mingoBuckets },
  })
  const stage = { ...spec, output: { members: { $push: '$$ROOT' } } }
  const found = new Aggregator([{ $bucketAuto: stage }], { scriptEnabled: false, context }).run<Doc>([...documents])
  return found.map(({ _id: range, members }) => {
    const { min, max } = isDoc(range) ? range : {}
    return { min, max, members: itemsOf(members).filter(isDoc) }
  })
}

export const $bucketAuto: Stage = (documents, given, run) => {
  const spec = docOf('$bucketAuto', given)
  if (spec['groupBy'] === undefined) throw requestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  const count = wholeOf('$bucketAuto.buckets', spec['buckets'], 1)
  const fold = folding(isDoc(spec['output']) ? spec['output'] : ONE_EACH, run)
  if (documents.length === 0) return []
  const buckets =
    spec['granularity'] === undefined ? evenBuckets(documents, evaluator(spec['groupBy'], run), count) : seriesBuckets(documents, spec)
  return buckets.map(({ min, max, members }) => ({ _id: { min, max }, ...fold(members) }))
}
