import { requestFailed } from '../errors'
import { fieldOf, isDoc, type Doc } from './values'

/** Paths as a tree: what stands at a path, or the paths behind it. */
interface Tree<T> {
  readonly leaf?: T
  readonly inner: Map<string, Tree<T>>
}

const collision = (path: string) => requestFailed(`Invalid $project :: caused by :: Path collision at ${path}`)

/** The tree of some paths. Throws DATABASE_REQUEST_FAILED where one path goes through another. */
export const treeOf = <T>(entries: readonly (readonly [path: string, leaf: T])[]): Tree<T> => {
  const root: { leaf?: T; inner: Map<string, Tree<T>> } = { inner: new Map() }
  for (const [path, leaf] of entries) {
    const parts = path.split('.')
    if (parts.length > 200) throw requestFailed('FieldPath is too long')
    if (parts.some(part => part === '' || part === '__proto__')) throw requestFailed(`FieldPath '${path}' is not valid.`)
    let node: Tree<T> = root
    for (const [i, part] of parts.entries()) {
      if ('leaf' in node) throw collision(path)
      const isLast = i === parts.length - 1
      const found = node.inner.get(part)
      if (isLast && found !== undefined) throw collision(path)
      const next: Tree<T> = found ?? (isLast ? { leaf, inner: new Map() } : { inner: new Map() })
      node.inner.set(part, next)
      node = next
    }
  }
  return root
}

/** Only what the tree names; scalars where it goes on are left out. */
export const include = (doc: Doc, tree: Tree<true>): Doc => {
  const out: Doc = {}
  for (const [key, value] of Object.entries(doc)) {
    const node = tree.inner.get(key)
    if (node === undefined) continue
    if (node.leaf === true) out[key] = value
    else if (Array.isArray(value)) out[key] = includeIn(value, node)
    else if (isDoc(value)) out[key] = include(value, node)
  }
  return out
}
const includeIn = (items: readonly unknown[], tree: Tree<true>): unknown[] =>
  items.flatMap((item): unknown[] => (Array.isArray(item) ? [includeIn(item, tree)] : isDoc(item) ? [include(item, tree)] : []))

/** Everything but what the tree names. */
export const exclude = (doc: Doc, tree: Tree<true>): Doc => {
  const out: Doc = {}
  for (const [key, value] of Object.entries(doc)) {
    const node = tree.inner.get(key)
    if (node?.leaf !== true) out[key] = node === undefined ? value : excludeIn(value, node)
  }
  return out
}
const excludeIn = (value: unknown, tree: Tree<true>): unknown => {
  if (Array.isArray(value)) return value.map(item => excludeIn(item, tree))
  return isDoc(value) ? exclude(value, tree) : value
}

/** A copy with the tree's values put in, in each element of an array on the way; `undefined` takes the field away. */
export const overlay = (doc: Doc, tree: Tree<unknown>): Doc => {
  const out: Doc = { ...doc }
  for (const [key, node] of tree.inner) {
    const value = 'leaf' in node ? node.leaf : overlayIn(fieldOf(doc, key), node)
    if (value === undefined) Reflect.deleteProperty(out, key)
    else out[key] = value
  }
  return out
}
const overlayIn = (value: unknown, tree: Tree<unknown>): unknown => {
  if (Array.isArray(value)) return value.map(item => overlayIn(item, tree))
  return overlay(isDoc(value) ? value : {}, tree)
}

/** A copy with one value at a dotted path; objects on the way are copied or made. */
export const withField = (doc: Doc, path: string, value: unknown): Doc => {
  if (value !== undefined && !path.includes('.')) return { ...doc, [path]: value }
  const [head = '', ...rest] = path.split('.')
  const inner = fieldOf(doc, head)
  if (rest.length > 0) return { ...doc, [head]: withField(isDoc(inner) ? inner : {}, rest.join('.'), value) }
  if (value !== undefined) return { ...doc, [head]: value }
  return Object.fromEntries(Object.entries(doc).filter(([key]) => key !== head))
}
