import { requestFailed } from '../errors'
import { EMPTY_ARRAY } from './keys'
import { at, fieldOf, isDoc } from './values'

const isIndex = (part: string) => /^\d+$/.test(part)

/**
 * The values that an index sees at a path: arrays are taken apart, on the way and at the end; what is missing is null.
 * `through` is told of every array on the way.
 */
const collect = (value: unknown, parts: readonly string[], from: number, out: unknown[]): void => {
  if (Array.isArray(value)) {
    if (from === parts.length) {
      if (value.length === 0) out.push(EMPTY_ARRAY)
      for (const item of value) out.push(item ?? null)
      return
    }
    const part = at(parts, from)
    if (isIndex(part) && Number(part) < value.length) collect(value[Number(part)], parts, from + 1, out)
    const objects = value.filter(isDoc)
    for (const item of objects) collect(item, parts, from, out)
    if (objects.length === 0) out.push(null)
    return
  }
  if (from === parts.length) out.push(value ?? null)
  else if (isDoc(value)) collect(fieldOf(value, at(parts, from)), parts, from + 1, out)
  else out.push(null)
}

/** All values at a dotted path, as an index or a sort sees them; at least one (null where there is none). */
export const valuesAt = (doc: unknown, path: string): unknown[] => {
  const out: unknown[] = []
  collect(doc, path.split('.'), 0, out)
  return out
}

/** Up to which part of the path the first array stands, and the array; undefined when there is none. */
const firstArray = (doc: unknown, parts: readonly string[]): { depth: number; items: readonly unknown[] } | undefined => {
  let value = doc
  for (let depth = 0; ; depth++) {
    if (Array.isArray(value)) return { depth, items: value }
    const part = parts[depth]
    if (part === undefined || !isDoc(value)) return undefined
    value = fieldOf(value, part)
  }
}

const product = (lists: readonly (readonly unknown[])[]): unknown[][] =>
  lists.reduce<unknown[][]>((rows, list) => rows.flatMap(row => list.map(value => [...row, value])), [[]])

interface IndexRows {
  /** One row of values per index entry. */
  readonly rows: readonly (readonly unknown[])[]
  /** The paths that lead through an array. */
  readonly arrays: readonly string[]
}

/**
 * What an index over several paths holds of one document. Paths through the same array go element by element, so that a row never mixes
 * two elements. Two different arrays in one index are refused, as in MongoDB.
 */
export const indexRows = (doc: unknown, paths: readonly string[]): IndexRows => {
  const split = paths.map(path => path.split('.'))
  const arrays = split.map(parts => firstArray(doc, parts))
  const found = arrays.filter(array => array !== undefined)
  const [first] = found
  if (first === undefined) return { rows: [paths.map(path => valuesAt(doc, path)[0])], arrays: [] }
  if (found.some(array => array.items !== first.items)) throw requestFailed(`cannot index parallel arrays in (${paths.join(', ')})`)
  const items = first.items.length === 0 ? [EMPTY_ARRAY] : first.items
  const rows = items.flatMap(item =>
    product(
      paths.map((path, i) => {
        const array = arrays[i]
        if (array === undefined) return valuesAt(doc, path)
        const out: unknown[] = []
        const rest = at(split, i).slice(array.depth)
        if (item === EMPTY_ARRAY) return [rest.length === 0 ? EMPTY_ARRAY : null]
        // The element itself is one value, even where it is an array.
        if (rest.length === 0) return [item ?? null]
        collect(item, rest, 0, out)
        return out
      }),
    ),
  )
  return { rows, arrays: paths.filter((_, i) => arrays[i] !== undefined) }
}
