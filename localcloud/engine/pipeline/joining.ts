import { requestFailed } from '../../errors'
import type { Catalog, Collection } from '../catalog'
import { idOf } from '../ejson'
import { wholesAt } from '../elements'
import { find } from '../find'
import { encodeValue, keyText } from '../keys'
import type { View } from '../search'
import { withField } from '../tree'
import { isDoc, type Doc } from '../values'
import { docOf, evaluator, pipelineOf, textOf, wholeOf, type Stage } from './stage'

/** Runs a pipeline on a collection, beginning with conditions that its indexes serve. */
type Source = (collection: Collection, stages: readonly Doc[], first: readonly Doc[], variables: Doc) => readonly Doc[]

/** The values by which a document is joined: the elements of arrays one by one, null where there is nothing. */
const valuesAt = (doc: Doc, path: string): unknown[] =>
  [...wholesAt(doc, path.split('.'))].flatMap((value): unknown[] => (Array.isArray(value) ? value : [value ?? null]))

const putField = (doc: Doc, field: string, value: unknown): Doc => {
  doc[field] = value
  return doc
}

/** Stages that read other collections; each reading goes through the indexes of the collection. */
export const joiningStages = (view: View, catalog: Catalog, source: Source): Readonly<Record<string, Stage>> => {
  const $lookup: Stage = (documents, given, run) => {
    const spec = docOf('$lookup', given)
    const from = catalog.joined(textOf('$lookup.from', spec['from']))
    const as = textOf('$lookup.as', spec['as'])
    const stages = pipelineOf(spec['pipeline'])
    const { localField, foreignField } = spec
    const isJoin = localField !== undefined || foreignField !== undefined
    if (!isJoin && spec['pipeline'] === undefined) throw requestFailed('$lookup requires localField and foreignField, or a pipeline')
    const local = isJoin ? textOf('$lookup.localField', localField) : ''
    const foreign = isJoin ? textOf('$lookup.foreignField', foreignField) : ''
    const bind = spec['let'] === undefined ? undefined : evaluator(spec['let'], run)
    const variablesOf = (doc: Doc): Doc => {
      const bound = bind?.(doc)
      if (!isDoc(bound)) return run.variables
      return { ...run.variables, ...Object.fromEntries(Object.entries(bound).map(([name, value]) => [name, value ?? null])) }
    }
    // Many of these may follow one another, as where one request asks much: a copy for each would cost more than what is looked up.
    const put = run.owned === true && !as.includes('.') && as !== '__proto__' ? putField : withField
    return documents.map(doc => {
      const join = isJoin ? [{ [foreign]: { $in: valuesAt(doc, local) } }] : []
      return put(doc, as, from === undefined ? [] : source(from, stages, join, variablesOf(doc)))
    })
  }

  const $graphLookup: Stage = (documents, given, run) => {
    const spec = docOf('$graphLookup', given)
    const from = catalog.joined(textOf('$graphLookup.from', spec['from']))
    const as = textOf('$graphLookup.as', spec['as'])
    const [fromField, toField] = [textOf('connectFromField', spec['connectFromField']), textOf('connectToField', spec['connectToField'])]
    const deepest = spec['maxDepth'] === undefined ? Infinity : wholeOf('maxDepth', spec['maxDepth'], 0)
    const depthField = spec['depthField'] === undefined ? undefined : textOf('depthField', spec['depthField'])
    const only = isDoc(spec['restrictSearchWithMatch']) ? [spec['restrictSearchWithMatch']] : []
    const start = evaluator(spec['startWith'], run)
    return documents.map(doc => {
      const first = start(doc)
      let wanted: readonly unknown[] = Array.isArray(first) ? first : [first ?? null]
      const reached = new Map<string, Doc>()
      for (let depth = 0; from !== undefined && depth <= deepest && wanted.length > 0; depth++) {
        const found = find(view, from, { query: { $and: [{ [toField]: { $in: wanted } }, ...only] }, variables: run.variables })
        const fresh = found.map(one => one.doc).filter(one => !reached.has(keyText(encodeValue(idOf(one)))))
        for (const one of fresh)
          reached.set(keyText(encodeValue(idOf(one))), depthField === undefined ? one : withField(one, depthField, depth))
        wanted = fresh.flatMap(one => valuesAt(one, fromField))
      }
      return withField(doc, as, [...reached.values()])
    })
  }

  const $unionWith: Stage = (documents, given, run) => {
    const spec = isDoc(given) ? given : { coll: given }
    const from = catalog.joined(textOf('$unionWith.coll', spec['coll']))
    const stages = pipelineOf(spec['pipeline'])
    return from === undefined ? documents : [...documents, ...source(from, stages, [], run.variables)]
  }

  return { $lookup, $graphLookup, $unionWith }
}
