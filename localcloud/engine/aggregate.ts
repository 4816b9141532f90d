import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as accumulatorOperators from 'mingo/operators/accumulator'
import * as expressionOperators from 'mingo/operators/expression'
import * as pipelineOperators from 'mingo/operators/pipeline'
import * as windowOperators from 'mingo/operators/window'
import { requestFailed } from '../errors'
import type { Catalog, Collection } from './catalog'
import { find } from './find'
import { nearestAt, pointsAt } from './geo'
import { placesIn, pointOf } from './geo-cells'
import { guarded } from './matcher'
import { $bucket, $bucketAuto, $group, $sortByCount } from './pipeline/grouping'
import { joiningStages } from './pipeline/joining'
import { $addFields, $project, $unset } from './pipeline/projecting'
import { orderOf, simpleStages } from './pipeline/simple'
import { stageOf, textOf, wholeOf, type Run, type Stage } from './pipeline/stage'
import type { Search, View } from './search'
import { distance } from './sphere'
import { withField } from './tree'
import { isDoc, type Doc } from './values'

/** What `find` can do of a pipeline's beginning, and the stages that are left. */
interface Split {
  readonly search: Search
  readonly rest: readonly Doc[]
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
      ...(skip === undefined ? {} : { skip: wholeOf('$skip', skip, 0) }),
      ...(limit === undefined ? {} : { limit: wholeOf('$limit', limit, 1) }),
    },
    rest: pipeline.slice(position),
  }
}

const refused =
  (name: string): Stage =>
  () => {
    throw requestFailed(`stage ${name} is not supported`)
  }

const windowContext = Context.init({
  accumulator: accumulatorOperators,
  expression: expressionOperators,
  window: windowOperators,
  pipeline: pipelineOperators,
})

/** Stages of later MongoDB versions, which mingo carries; it may change the documents that it is given. */
const byMingo =
  (name: string): Stage =>
  (documents, spec, { variables }) =>
    new Aggregator([{ [name]: spec }], { scriptEnabled: false, context: windowContext, variables }).run<Doc>(
      documents.map(doc => structuredClone(doc)),
    )

const stages: Readonly<Record<string, Stage>> = {
  ...simpleStages,
  $project,
  $addFields,
  $set: $addFields,
  $unset,
  $group,
  $bucket,
  $bucketAuto,
  $sortByCount,
  $setWindowFields: byMingo('$setWindowFields'),
  $densify: byMingo('$densify'),
  $fill: byMingo('$fill'),
  $geoNear: refused('$geoNear anywhere but first'),
  $out: refused('$out'),
  $merge: refused('$merge'),
  $documents: refused('$documents'),
  $collStats: refused('$collStats'),
  $indexStats: refused('$indexStats'),
}

/**
 * Runs a pipeline on a collection. Each reading of a collection, the joined ones included, goes through its indexes.
 * Throws DATABASE_REQUEST_FAILED for malformed stages and for readings that no index of a declared collection serves.
 */
export const aggregate = (view: View, catalog: Catalog, collection: Collection, pipeline: readonly Doc[], now: number): readonly Doc[] => {
  const through = (documents: readonly Doc[], left: readonly Doc[], variables: Doc): readonly Doc[] => {
    const run: Run = { variables, now, stages: through }
    let before = ''
    return left.reduce<readonly Doc[]>((current, stage) => {
      const [name, spec] = stageOf(stage)
      const isAgain = name === '$lookup' && before === name
      before = name
      const apply = Object.hasOwn(all, name) ? all[name] : undefined
      if (apply === undefined) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
      return apply(current, spec, isAgain ? { ...run, owned: true } : run)
    }, documents)
  }

  const source = (from: Collection, given: readonly Doc[], first: readonly Doc[], variables: Doc): readonly Doc[] => {
    const near = given[0] === undefined ? undefined : stageOf(given[0])
    if (near?.[0] === '$geoNear') {
      const next = given[1] === undefined ? undefined : stageOf(given[1])
      const most = next?.[0] === '$limit' ? wholeOf('$limit', next[1], 1) : Infinity
      return through(geoNear(view, from, near[1], first, most), given.slice(1), variables)
    }
    const { search, rest } = split(given, first, variables)
    const unknown = rest.map(stage => stageOf(stage)[0]).find(name => !Object.hasOwn(all, name))
    if (unknown !== undefined) throw requestFailed(`Unrecognized pipeline stage name: '${unknown}'`)
    return through(find(view, from, search).map(found => found.doc), rest, variables) // prettier-ignore
  }

  const all = { ...stages, ...joiningStages(view, catalog, source) }
  return guarded(() => source(collection, pipeline, [], {}))
}

/** The field whose places are meant; undefined where no document has any. Where no index can tell, the documents do. */
const geoFieldOf = (view: View, collection: Collection, key: unknown): string | undefined => {
  if (typeof key === 'string') return key
  const indexed = collection.indexes.flatMap(index => index.keys.filter(one => one.order === '2dsphere').map(one => one.field))
  const fields = collection.declared ? indexed : [...new Set(find(view, collection, { query: {} }).flatMap(({ doc }) => placesIn(doc)))]
  const [field, ...others] = fields
  if (others.length > 0) throw requestFailed(`$geoNear needs a key: places stand in ${fields.join(', ')}`)
  if (field === undefined && collection.declared) throw requestFailed('$geoNear needs a geo index, and the collection has none')
  return field
}

/** The stage `$geoNear`: documents by distance, each with its distance written into it. At most `most` of them are wanted. */
const geoNear = (view: View, collection: Collection, spec: unknown, first: readonly Doc[], most: number): Doc[] => {
  const center = isDoc(spec) ? pointOf(spec['near']) : undefined
  if (!isDoc(spec) || center === undefined) throw requestFailed('$geoNear requires a near that is a GeoJSON Point')
  const field = geoFieldOf(view, collection, spec['key'])
  const distanceField = textOf('$geoNear.distanceField', spec['distanceField'])
  if (field === undefined) return []
  const condition: Doc = { $geometry: spec['near'] }
  if (spec['maxDistance'] !== undefined) condition['$maxDistance'] = spec['maxDistance']
  if (spec['minDistance'] !== undefined) condition['$minDistance'] = spec['minDistance']
  const query = isDoc(spec['query']) ? [spec['query']] : []
  const own = spec['limit'] ?? spec['num']
  const limit = Math.min(most, own === undefined ? Infinity : wholeOf('$geoNear.limit', own, 1))
  const found = find(view, collection, { query: { $and: [...first, ...query, { [field]: { $nearSphere: condition } }] }, limit })
  const factor = typeof spec['distanceMultiplier'] === 'number' ? spec['distanceMultiplier'] : 1
  return found.map(({ doc }) => {
    const out = withField(doc, distanceField, nearestAt(doc, field, center) * factor)
    if (spec['includeLocs'] === undefined) return out
    const nearest = [...pointsAt(doc, field)].sort((a, b) => distance(center, a) - distance(center, b))[0]
    return withField(out, textOf('$geoNear.includeLocs', spec['includeLocs']), { type: 'Point', coordinates: nearest })
  })
}
