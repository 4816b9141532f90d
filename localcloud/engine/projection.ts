import { requestFailed } from '../errors'
import { matcherOf } from './matcher'
import { exclude, include, treeOf, withField } from './tree'
import { matchedIndex } from './update-paths'
import { fieldOf, isDoc, itemsOf, type Doc } from './values'

type Change = (out: Doc, doc: Doc) => Doc

const isOn = (value: unknown) => value === true || (typeof value === 'number' && value !== 0)
const isOff = (value: unknown) => value === false || value === 0

const valueAt = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (isDoc(value) ? fieldOf(value, part) : undefined), doc)

const sliceOf = (operand: unknown): ((items: readonly unknown[]) => unknown[]) => {
  const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
  if (isWhole(operand)) return items => (operand < 0 ? items.slice(operand) : items.slice(0, operand))
  const [skip, limit] = itemsOf(operand)
  if (!isWhole(skip) || !isWhole(limit) || limit <= 0) throw requestFailed('$slice takes a number, or an array [skip, limit > 0]')
  return items => {
    const start = skip < 0 ? Math.max(0, items.length + skip) : skip
    return items.slice(start, start + limit)
  }
}

/** `$slice` keeps a part of an array, wherever the array itself is kept. */
const slice = (path: string, operand: unknown): Change => {
  const cut = sliceOf(operand)
  return (out, doc) => {
    const items = valueAt(doc, path)
    return Array.isArray(items) ? withField(out, path, cut(items)) : out
  }
}

/** `$elemMatch` keeps the first element that matches, or nothing. */
const firstMatch = (path: string, operand: unknown): Change => {
  if (!isDoc(operand)) throw requestFailed('elemMatch: Invalid argument, object required')
  const isMatch = matcherOf({ list: { $elemMatch: operand } })
  return (out, doc) => {
    const items = valueAt(doc, path)
    const found = Array.isArray(items) ? items.filter(item => isMatch({ list: [item] })).slice(0, 1) : []
    return withField(out, path, found.length === 0 ? undefined : found)
  }
}

/** `list.$` keeps the element that the query matched. */
const positional = (path: string, query: Doc): Change => {
  const array = path.slice(0, -2)
  return (out, doc) => {
    const items = valueAt(doc, array)
    return Array.isArray(items) ? withField(out, array, [items[matchedIndex(doc, array, query)]]) : out
  }
}

/** A projection that only names whole top-level fields to keep is what nearly every query sends. */
const pick = (projection: Doc): ((doc: Doc) => Doc) | undefined => {
  const { _id: id, ...fields } = projection
  const names = Object.keys(fields)
  if (names.length === 0 || names.some(name => name.includes('.') || !isOn(fields[name]))) return undefined
  const keep = id === undefined || isOn(id) ? ['_id', ...names] : names
  return doc => Object.fromEntries(keep.filter(name => Object.hasOwn(doc, name)).map(name => [name, fieldOf(doc, name)]))
}

/** `{a: {b: 1}}` is `{'a.b': 1}`. */
const flat = (projection: Doc, prefix = ''): [path: string, value: unknown][] =>
  Object.entries(projection).flatMap(([key, value]): [string, unknown][] => {
    const path = `${prefix}${key}`
    const isNested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value).some(name => name.startsWith('$'))
    return isNested ? flat(value, `${path}.`) : [[path, value]]
  })

const isInside = (path: string, name: string) => path.startsWith(`${name}.`)

/**
 * Paths of which none leads through another. Where an object and fields of it are both named, the cloud takes the object if it comes after all
 * of its fields, else the fields.
 */
const settled = (paths: readonly string[]): string[] => {
  const lastOf = (name: string) => paths.findLastIndex(path => isInside(path, name))
  const isTaken = (path: string, i: number) => lastOf(path) < i && !paths.some((name, j) => isInside(path, name) && lastOf(name) < j)
  return [...new Set(paths.filter(isTaken))]
}

/**
 * What a query's projection leaves of a document: fields to keep or to leave out, `$slice`, `$elemMatch` and `list.$`.
 * Throws DATABASE_REQUEST_FAILED for a malformed one.
 */
export const projector = (projection: Doc, query: Doc): ((doc: Doc) => Doc) => {
  if (Object.keys(projection).length === 0) return doc => doc
  const picked = pick(projection)
  if (picked !== undefined) return picked
  const changes: Change[] = []
  const kept: string[] = []
  const left: string[] = []
  let id: boolean | undefined
  for (const [path, value] of flat(projection)) {
    if (path === '_id' && (isOn(value) || isOff(value))) id = isOn(value)
    else if (path.endsWith('.$') && isOn(value)) {
      kept.push(path.slice(0, -2))
      changes.push(positional(path, query))
    } else if (isOn(value)) kept.push(path)
    else if (isOff(value)) left.push(path)
    else if (isDoc(value) && '$slice' in value) changes.push(slice(path, value['$slice']))
    else if (isDoc(value) && '$elemMatch' in value) {
      kept.push(path)
      changes.push(firstMatch(path, value['$elemMatch']))
    } else throw requestFailed(`Unsupported projection option: ${path}`)
  }
  if (kept.length > 0 && left.length > 0) throw requestFailed('Projection cannot have a mix of inclusion and exclusion.')
  const isInclusion = kept.length > 0 || (id === true && left.length === 0 && changes.length === 0)
  const sliced = isInclusion ? flat(projection).flatMap(([path, value]) => (isDoc(value) && '$slice' in value ? [path] : [])) : []
  const whole = settled(isInclusion ? [...(id === false ? [] : ['_id']), ...kept] : [...left, ...(id === false ? ['_id'] : [])])
  const names = [...new Set([...whole, ...sliced.filter(path => !whole.some(name => isInside(path, name)))])]
  const tree = treeOf(names.map(name => [name, true] as const))
  const select = isInclusion ? include : exclude
  return doc => changes.reduce((out, change) => change(out, doc), select(doc, tree))
}
