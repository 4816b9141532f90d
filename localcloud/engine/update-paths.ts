import { requestFailed } from '../errors'
import { toEjson } from './ejson'
import { matcherOf } from './matcher'
import { at, fieldOf, isDoc, type Doc } from './values'

/** Where an update writes: a field of an object or an element of an array. */
export type Slot =
  | { readonly kind: 'field'; readonly parent: Doc; readonly key: string }
  | { readonly kind: 'element'; readonly parent: unknown[]; readonly key: number }

export const read = (slot: Slot): unknown => (slot.kind === 'field' ? fieldOf(slot.parent, slot.key) : slot.parent[slot.key])

/** Longest run of nulls that an update may put before a new element, as in MongoDB. */
const MOST_PADDING = 1_500_000

export const write = (slot: Slot, value: unknown): void => {
  if (slot.kind === 'field') slot.parent[slot.key] = value
  else {
    if (slot.key - slot.parent.length > MOST_PADDING) throw requestFailed(`cannot pad an array to ${slot.key} elements`)
    while (slot.parent.length < slot.key) slot.parent.push(null)
    slot.parent[slot.key] = value
  }
}

/** Takes a field away; an array keeps null in the place of its element. */
export const unset = (slot: Slot): void => {
  if (slot.kind === 'field') Reflect.deleteProperty(slot.parent, slot.key)
  else if (slot.key < slot.parent.length) slot.parent[slot.key] = null
}

const slotIn = (parent: unknown, part: string): Slot | undefined => {
  if (Array.isArray(parent)) return /^\d+$/.test(part) ? { kind: 'element', parent, key: Number(part) } : undefined
  return isDoc(parent) ? { kind: 'field', parent, key: part } : undefined
}

const cannotCreate = (part: string, name: string, parent: unknown) =>
  requestFailed(`Cannot create field '${part}' in element {${name}: ${toEjson(parent ?? null)}}`)

/** The place of a path without `$`; objects on the way are made with `create`. Undefined where the way ends without it. */
export const slotAt = (doc: Doc, path: string, create: boolean): Slot | undefined => {
  const parts = path.split('.')
  let parent: unknown = doc
  let name = ''
  for (let i = 0; ; i++) {
    const part = at(parts, i)
    const slot = slotIn(parent, part)
    if (slot === undefined) {
      if (create) throw cannotCreate(part, name, parent)
      return undefined
    }
    if (i === parts.length - 1) return slot
    let next = read(slot)
    if (next === undefined) {
      if (!create) return undefined
      next = {}
      write(slot, next)
    }
    parent = next
    name = part
  }
}

/** The conditions of a query that touch an array or its elements; of a `$or` those of the first branch that the document satisfies. */
const conditionsOn = (query: Doc, array: string, doc: Doc): [string, unknown][] =>
  Object.entries(query).flatMap(([key, value]): [string, unknown][] => {
    if (key === '$and' && Array.isArray(value)) return value.filter(isDoc).flatMap(part => conditionsOn(part, array, doc))
    if (key === '$or' && Array.isArray(value)) return conditionsOn(value.filter(isDoc).find(part => matcherOf(part)(doc)) ?? {}, array, doc)
    return key === array || key.startsWith(`${array}.`) ? [[key, value]] : []
  })

const nest = (path: string, value: unknown): Doc => {
  const [head = '', ...rest] = path.split('.')
  return { [head]: rest.length === 0 ? value : nest(rest.join('.'), value) }
}

/** Which element `$` means: the first one that satisfies what the query says of the array. */
export const matchedIndex = (doc: Doc, array: string, query: Doc): number => {
  const slot = slotAt(doc, array, false)
  const items = slot === undefined ? undefined : read(slot)
  const conditions = conditionsOn(query, array, doc)
  if (!Array.isArray(items) || conditions.length === 0) {
    throw requestFailed('The positional operator did not find the match needed from the query.')
  }
  const tests = conditions.map(([key, value]) => matcherOf({ [key]: value }))
  const all = items.findIndex(item => tests.every(test => test(nest(array, [item]))))
  const index = all >= 0 ? all : items.findIndex(item => tests.at(-1)?.(nest(array, [item])))
  if (index < 0) throw requestFailed('The positional operator did not find the match needed from the query.')
  return index
}

/** MongoDB's longest path. */
const MOST_PARTS = 200

/** Replaces `$` (the matched element) and `$[]` (every element) of a path by indexes. */
export const concretePaths = (doc: Doc, path: string, query: Doc): string[] => {
  const parts = path.split('.')
  if (parts.some(part => part === '' || part === '__proto__')) throw requestFailed(`The update path '${path}' is not valid.`)
  if (parts.length > MOST_PARTS) throw requestFailed('FieldPath is too long')
  const marker = parts.findIndex(part => part.startsWith('$'))
  if (marker < 0) return [path]
  const array = parts.slice(0, marker).join('.')
  const rest = parts.slice(marker + 1)
  const through = (index: number) => concretePaths(doc, [array, String(index), ...rest].join('.'), query)
  const mark = at(parts, marker)
  if (marker === 0) throw requestFailed(`The dollar ($) prefixed field '${mark}' in '${path}' is not valid for storage.`)
  if (mark === '$') return through(matchedIndex(doc, array, query))
  if (mark !== '$[]') throw requestFailed(`No array filter found for identifier '${mark}' in path '${path}'`)
  const slot = slotAt(doc, array, false)
  const items = slot === undefined ? undefined : read(slot)
  if (!Array.isArray(items)) throw requestFailed(`The path '${array}' must exist in the document in order to apply array updates.`)
  return items.flatMap((_, index) => through(index))
}
