import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import * as accumulatorOperators from 'mingo/operators/accumulator'
import * as pipelineOperators from 'mingo/operators/pipeline'
import * as projectionOperators from 'mingo/operators/projection'
import * as windowOperators from 'mingo/operators/window'
import type { AnyObject, Options } from 'mingo/types'
import { resolve } from 'mingo/util'
import { requestFailed } from '../errors'
import type { Catalog, Collection } from './catalog'
import { expressionTable } from './expressions'
import { find, type Search, type View } from './find'
import { distance, nearestAt, pointsAt } from './geo'
import { pointOf } from './geo-cells'
import { guarded, queryTable } from './matcher'
import type { Order } from './planner'
import { at, fieldOf, isDoc, typeName, type Doc } from './values'

/** What `find` can do of a pipeline's beginning, and the stages that are left. */
interface Split {
  readonly search: Search
  readonly rest: readonly Doc[]
}

const stageOf = (stage: Doc): readonly [name: string, value: unknown] => {
  const entries = Object.entries(stage)
  if (entries.length !== 1) throw requestFailed('A pipeline stage specification object must contain exactly one field.')
  return at(entries, 0)
}

const orderOf = (spec: unknown): Order => {
  if (!isDoc(spec) || Object.keys(spec).length === 0) throw requestFailed('$sort stage must have at least one sort key')
  return Object.entries(spec).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return [field, direction] as const
  })
}

const count = (name: string, value: unknown, least: number): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value
  throw requestFailed(`the argument of ${name} must be a whole number of at least ${least}`)
}

/** Leading `$match`es, then `$sort`, `$skip` and `$limit` in this order, are a search, which indexes serve. */
const split = (pipeline: readonly Doc[], first: readonly Doc[], variables: Doc): Split => {
  let position = 0
  const take = (name: string): unknown => {
    const stage = pipeline[position]
    if (stage === undefined || stageOf(stage)[0] !== name) return undefined
    position++
    return stageOf(stage)[1]
  }
  const matches: Doc[] = [...first]
  for (let match = take('$match'); match !== undefined; match = take('$match')) {
    if (!isDoc(match)) throw requestFailed('the match filter must be an expression in an object')
    matches.push(match)
  }
  const query = matches.length > 1 ? { $and: matches } : (matches[0] ?? {})
  const sort = take('$sort')
  const skip = take('$skip')
  const limit = take('$limit')
  return {
    search: {
      query,
      variables,
      ...(sort === undefined ? {} : { order: orderOf(sort) }),
      ...(skip === undefined ? {} : { skip: count('$skip', skip, 0) }),
      ...(limit === undefined ? {} : { limit: count('$limit', limit, 1) }),
    },
    rest: pipeline.slice(position),
  }
}

const pipelineOf = (value: unknown): Doc[] => {
  if (value === undefined) return []
  if (!Array.isArray(value) || !value.every(isDoc)) throw requestFailed(`a pipeline must be an array of objects, not ${typeName(value)}`)
  return value
}

const text = (name: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value
  throw requestFailed(`${name} must be a string that is not empty`)
}

/** Puts a value at a dotted path, objects on the way copied. */
const withField = (doc: Doc, path: string, value: unknown): Doc => {
  const [head = '', ...rest] = path.split('.')
  const inner = fieldOf(doc, head)
  return { ...doc, [head]: rest.length === 0 ? value : withField(isDoc(inner) ? inner : {}, rest.join('.'), value) }
}

const refused = (name: string) => () => {
  throw requestFailed(`stage ${name} is not supported`)
}

/**
 * Runs a pipeline on a collection. Each reading of a collection, the joined ones included, goes through its indexes.
 * Throws DATABASE_REQUEST_FAILED for malformed stages and for readings that no index of a declared collection serves.
 */
export const aggregate = (view: View, catalog: Catalog, collection: Collection, pipeline: readonly Doc[], now: number): Doc[] => {
  const $lookup = (documents: Iterator, spec: AnyObject, options: Options): Iterator => {
    const from = catalog.get(text('$lookup.from', spec['from']))
    const as = text('$lookup.as', spec['as'])
    const stages = pipelineOf(spec['pipeline'])
    const { localField, foreignField } = spec
    const isJoin = localField !== undefined || foreignField !== undefined
    if (!isJoin && spec['pipeline'] === undefined) throw requestFailed('$lookup requires localField and foreignField, or a pipeline')
    const local = isJoin ? text('$lookup.localField', localField) : ''
    const foreign = isJoin ? text('$lookup.foreignField', foreignField) : ''
    return documents.map((doc: Doc) => {
      const bound: unknown = spec['let'] === undefined ? {} : evalExpr(doc, spec['let'], options)
      const variables = { ...options.variables, ...(isDoc(bound) ? bound : {}) }
      const value: unknown = isJoin ? (resolve(doc, local) ?? null) : null
      const join = isJoin ? [{ [foreign]: Array.isArray(value) ? { $in: value } : { $eq: value } }] : []
      return withField(doc, as, run(from, stages, join, variables))
    })
  }

  const context = Context.init({
    accumulator: accumulatorOperators,
    expression: expressionTable,
    projection: projectionOperators,
    query: queryTable,
    window: windowOperators,
    pipeline: {
      ...pipelineOperators,
      $lookup,
      $unionWith: refused('$unionWith'),
      $graphLookup: refused('$graphLookup'),
      $geoNear: refused('$geoNear anywhere but first'),
      $out: refused('$out'),
      $merge: refused('$merge'),
      $documents: refused('$documents'),
    },
  })

  const run = (source: Collection, stages: readonly Doc[], first: readonly Doc[], variables: Doc): Doc[] => {
    const near = stages[0] === undefined ? undefined : stageOf(stages[0])
    const isNear = near?.[0] === '$geoNear'
    const { search, rest } = isNear ? { search: undefined, rest: stages.slice(1) } : split(stages, first, variables)
    const documents = search === undefined ? geoNear(view, source, near?.[1], first) : find(view, source, search).map(found => found.doc)
    if (rest.length === 0) return documents
    for (const stage of rest) stageOf(stage)
    const options = { scriptEnabled: false, context, variables: { ...variables, NOW: new Date(now) } }
    // Facets hand the same documents to several pipelines, which may change them.
    const input = rest.some(stage => '$facet' in stage) ? documents.map(doc => structuredClone(doc)) : documents
    return new Aggregator([...rest], options).run<Doc>(input)
  }

  return guarded(() => run(collection, pipeline, [], {}))
}

const geoFieldOf = (collection: Collection, key: unknown): string => {
  if (typeof key === 'string') return key
  const fields = collection.indexes.flatMap(index => index.keys.filter(one => one.order === '2dsphere').map(one => one.field))
  const [field] = fields
  if (field === undefined || fields.length > 1) throw requestFailed('$geoNear needs a key: the collection has no geo index, or several')
  return field
}

/** The stage `$geoNear`: documents by distance, each with its distance written into it. */
const geoNear = (view: View, collection: Collection, spec: unknown, first: readonly Doc[]): Doc[] => {
  const center = isDoc(spec) ? pointOf(spec['near']) : undefined
  if (!isDoc(spec) || center === undefined) throw requestFailed('$geoNear requires a near that is a GeoJSON Point')
  const field = geoFieldOf(collection, spec['key'])
  const distanceField = text('$geoNear.distanceField', spec['distanceField'])
  const condition: Doc = { $geometry: spec['near'] }
  if (spec['maxDistance'] !== undefined) condition['$maxDistance'] = spec['maxDistance']
  if (spec['minDistance'] !== undefined) condition['$minDistance'] = spec['minDistance']
  const query = isDoc(spec['query']) ? [spec['query']] : []
  const found = find(view, collection, { query: { $and: [...first, ...query, { [field]: { $nearSphere: condition } }] } })
  const factor = typeof spec['distanceMultiplier'] === 'number' ? spec['distanceMultiplier'] : 1
  const limit = spec['limit'] === undefined ? found.length : count('$geoNear.limit', spec['limit'], 1)
  return found.slice(0, limit).map(({ doc }) => {
    const out = withField(doc, distanceField, nearestAt(doc, field, center) * factor)
    if (typeof spec['includeLocs'] !== 'string') return out
    const nearest = [...pointsAt(doc, field)].sort((a, b) => distance(center, a) - distance(center, b))[0]
    return withField(out, spec['includeLocs'], { type: 'Point', coordinates: nearest })
  })
}
