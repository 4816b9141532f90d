import { requestFailed } from '../../errors'
import { exclude, include, overlay, treeOf } from '../tree'
import { isDoc, type Doc } from '../values'
import { docOf, evaluator, type Run, type Stage } from './stage'

const isOperator = (value: Doc) => Object.keys(value).some(key => key.startsWith('$'))

/** `{a: {b: x}}` is `{'a.b': x}`, unless the object is an expression. */
const flat = (spec: Doc, prefix = ''): [path: string, value: unknown][] => {
  const entries: [string, unknown][] = []
  for (const [key, value] of Object.entries(spec)) {
    if (key.startsWith('$')) throw requestFailed(`FieldPath field names may not start with '$', given '${key}'.`)
    const path = `${prefix}${key}`
    if (isDoc(value) && Object.keys(value).length > 0 && !isOperator(value)) entries.push(...flat(value, `${path}.`))
    else entries.push([path, value])
  }
  return entries
}

const isSwitch = (value: unknown) => typeof value === 'boolean' || typeof value === 'number'
const isOff = (value: unknown) => value === false || value === 0

/** Puts computed fields into a document; every expression sees the document as it was. */
const computed = (fields: readonly (readonly [string, unknown])[], run: Run) => {
  const parts = fields.map(([path, expression]) => [path, evaluator(expression, run)] as const)
  treeOf(parts)
  return (out: Doc, doc: Doc): Doc =>
    parts.length === 0 ? out : overlay(out, treeOf(parts.map(([path, evaluate]) => [path, evaluate(doc)] as const)))
}

export const $addFields: Stage = (documents, spec, run) => {
  const add = computed(flat(docOf('$addFields', spec)), run)
  return documents.map(doc => add(doc, doc))
}

export const $project: Stage = (documents, spec, run) => {
  const entries = flat(docOf('$project', spec))
  if (entries.length === 0) throw requestFailed('Invalid $project :: caused by :: projection specification must have at least one field')
  if (entries.some(([, value]) => isDoc(value) && Object.keys(value).length === 0))
    throw requestFailed('Invalid $project :: caused by :: an empty object is not a valid value')
  const id = entries.find(([path]) => path === '_id')
  const hidesId = id !== undefined && isOff(id[1])
  const fields = entries.filter(([path, value]) => path !== '_id' || !isSwitch(value))
  const off = fields.filter(([, value]) => isOff(value)).map(([path]) => path)
  if (off.length > 0 || (fields.length === 0 && hidesId)) {
    if (off.length < fields.length) throw requestFailed('Invalid $project :: caused by :: Cannot do inclusion in exclusion projection')
    const tree = treeOf([...off, ...(hidesId ? ['_id'] : [])].map(path => [path, true] as const))
    return documents.map(doc => exclude(doc, tree))
  }
  const kept = fields.filter(([, value]) => isSwitch(value)).map(([path]) => path)
  const made = fields.filter(([, value]) => !isSwitch(value))
  treeOf(fields)
  const keepsId = !hidesId && !fields.some(([path]) => path === '_id')
  const tree = treeOf([...(keepsId ? ['_id'] : []), ...kept].map(path => [path, true] as const))
  const add = computed(made, run)
  return documents.map(doc => {
    // The way to a computed field inside an array leads through the elements that are there.
    const out = include(doc, tree)
    return add(out, doc)
  })
}

export const $unset: Stage = (documents, spec) => {
  const paths = Array.isArray(spec) ? spec : [spec]
  if (paths.length === 0 || !paths.every(path => typeof path === 'string'))
    throw requestFailed('$unset specification must be a string or an array of strings')
  const tree = treeOf(paths.map(path => [path, true] as const))
  return documents.map(doc => exclude(doc, tree))
}
