import { randomInt } from 'node:crypto'
import { requestFailed } from '../../errors'
import { sortDocs } from '../find'
import { matcherOf } from '../matcher'
import type { Order } from '../columns'
import { withField } from '../tree'
import { at, fieldOf, isDoc, isNull, type Doc } from '../values'
import { docOf, evaluator, textOf, wholeOf, type Run, type Stage } from './stage'

export const orderOf = (spec: unknown): Order => {
  if (!isDoc(spec) || Object.keys(spec).length === 0) throw requestFailed('$sort stage must have at least one sort key')
  return Object.entries(spec).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return [field, direction] as const
  })
}

const $match: Stage = (documents, spec, { variables }) => documents.filter(matcherOf(docOf('$match', spec), variables))

const $count: Stage = (documents, spec) => {
  const name = textOf('the count field', spec)
  if (name.startsWith('$') || name.includes('.')) throw requestFailed('the count field cannot be a $-prefixed path or contain a dot')
  return documents.length === 0 ? [] : [{ [name]: documents.length }]
}

const valueAt = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (isDoc(value) ? fieldOf(value, part) : undefined), doc)

const $unwind: Stage = (documents, given) => {
  const spec = isDoc(given) ? given : { path: given }
  const path = textOf('the path of $unwind', spec['path'])
  if (!path.startsWith('$') || path.startsWith('$$'))
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`)
  const field = path.slice(1)
  const counter = spec['includeArrayIndex'] === undefined ? undefined : textOf('includeArrayIndex', spec['includeArrayIndex'])
  if (counter?.startsWith('$') === true) throw requestFailed("includeArrayIndex option to $unwind stage should not be prefixed with a '$'")
  const keepsEmpty = spec['preserveNullAndEmptyArrays'] === true
  const counted = (doc: Doc, index: number | null) => (counter === undefined ? doc : withField(doc, counter, index))
  return documents.flatMap(doc => {
    const value = valueAt(doc, field)
    if (Array.isArray(value) && value.length > 0) return value.map((item, i) => counted(withField(doc, field, item ?? null), i))
    if (!isNull(value) && !Array.isArray(value)) return [counted(doc, null)]
    if (!keepsEmpty) return []
    return [counted(Array.isArray(value) ? withField(doc, field, undefined) : doc, null)]
  })
}

const replace = (documents: readonly Doc[], expression: unknown, run: Run): Doc[] => {
  if (expression === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage')
  const evaluate = evaluator(expression, run)
  return documents.map(doc => {
    const value = evaluate(doc)
    if (!isDoc(value)) throw requestFailed("'newRoot' expression must evaluate to an object")
    return value
  })
}

const $sample: Stage = (documents, spec) => {
  const size = wholeOf('$sample', docOf('$sample', spec)['size'], 1)
  const pool = [...documents]
  return Array.from({ length: Math.min(size, pool.length) }, () => at(pool.splice(randomInt(pool.length), 1), 0))
}

/** `$redact` asks of each object, from the outside in, whether to keep it, to leave it out, or to look inside. */
const $redact: Stage = (documents, spec, run) => {
  const evaluate = evaluator(spec, run)
  const inside = (value: unknown): unknown[] => {
    if (Array.isArray(value)) return [value.flatMap(inside)]
    return isDoc(value) ? redacted(value) : [value]
  }
  const redacted = (doc: Doc): Doc[] => {
    const verdict = evaluate(doc)
    if (verdict === '$$KEEP') return [doc]
    if (verdict === '$$PRUNE') return []
    if (verdict !== '$$DESCEND') throw requestFailed('$redact must be resolved to $$KEEP, $$DESCEND or $$PRUNE')
    return [Object.fromEntries(Object.entries(doc).flatMap(([key, value]) => inside(value).map(kept => [key, kept])))]
  }
  return documents.flatMap(redacted)
}

/** Facets see the same documents, each through a pipeline of its own. */
const $facet: Stage = (documents, spec, run) => {
  const facets = Object.entries(docOf('$facet', spec))
  if (facets.length === 0) throw requestFailed('the $facet specification must be a non-empty object')
  const entries = facets.map(([name, stages]): [string, unknown] => {
    if (!Array.isArray(stages) || !stages.every(isDoc)) throw requestFailed(`arguments to $facet must be arrays: ${name}`)
    const wrong = stages
      .flatMap(stage => Object.keys(stage))
      .find(key => ['$facet', '$geoNear', '$out', '$merge', '$collStats', '$indexStats'].includes(key))
    if (wrong !== undefined) throw requestFailed(`${wrong} is not allowed to be used within a $facet stage`)
    return [name, run.stages(documents, stages, run.variables)]
  })
  return [Object.fromEntries(entries)]
}

/** Stages that need nothing but the documents before them. */
export const simpleStages: Readonly<Record<string, Stage>> = {
  $match,
  $count,
  $unwind,
  $sort: (documents, spec) => sortDocs(documents, doc => doc, orderOf(spec)),
  $skip: (documents, spec) => documents.slice(wholeOf('$skip', spec, 0)),
  $limit: (documents, spec) => documents.slice(0, wholeOf('$limit', spec, 1)),
  $replaceRoot: (documents, spec, run) => replace(documents, docOf('$replaceRoot', spec)['newRoot'], run),
  $replaceWith: replace,
  $sample,
  $redact,
  $facet,
}
