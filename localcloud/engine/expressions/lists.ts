import { requestFailed } from '../../errors'
import { equalValues } from '../keys'
import { isDoc, isNull, itemsOf, typeName } from '../values'
import { arrayOf, arrayOrNull, operand, operands, textOf, wholeOf, named } from './arguments'
import type { Operator } from './compile'

const $slice = operands('$slice', 2, 3, ([list, first, second]) => {
  const items = arrayOrNull('$slice', list)
  if (items === null || first === null || second === null || first === undefined) return null
  const position = wholeOf('$slice', first)
  if (second === undefined) return position < 0 ? items.slice(position) : items.slice(0, position)
  const size = wholeOf('$slice', second)
  if (size <= 0) throw requestFailed(`Third argument to $slice must be positive: ${size}`)
  const start = position < 0 ? Math.max(0, items.length + position) : position
  return items.slice(start, start + size)
})

const $indexOfArray = operands('$indexOfArray', 2, 4, ([list, wanted, start, end]) => {
  const items = arrayOrNull('$indexOfArray', list)
  if (items === null) return null
  const [low, high] = [wholeOf('$indexOfArray', start ?? 0), wholeOf('$indexOfArray', end ?? items.length)]
  if (low < 0 || high < 0) throw requestFailed('$indexOfArray requires a nonnegative start and end')
  return items.findIndex((item, i) => i >= low && i < high && equalValues(item, wanted))
})

const pairOf = (item: unknown): readonly [string, unknown] => {
  if (Array.isArray(item) && item.length === 2) return [textOf('$arrayToObject', item[0]), itemsOf(item)[1] ?? null]
  if (isDoc(item) && 'k' in item && 'v' in item && Object.keys(item).length === 2) return [textOf('$arrayToObject', item['k']), item['v']]
  throw requestFailed('$arrayToObject requires an array of pairs [key, value], or of objects with the keys k and v')
}

const $arrayElemAt = operands('$arrayElemAt', 2, 2, ([list, position]) => {
  const items = arrayOrNull('$arrayElemAt', list)
  if (items === null || isNull(position)) return null
  return items.at(wholeOf('$arrayElemAt', position))
})

const $zip = named('$zip', ['inputs', 'useLongestLength', 'defaults'], ['inputs'], spec => {
  const lists = arrayOf('$zip', spec['inputs']).map(list => arrayOrNull('$zip', list))
  if (lists.length === 0) throw requestFailed('$zip requires at least one input array')
  const isLongest = spec['useLongestLength'] === true
  if (!isNull(spec['defaults']) && !isLongest) throw requestFailed('$zip: cannot specify defaults unless useLongestLength is true')
  const defaults = itemsOf(spec['defaults'])
  if (lists.includes(null)) return null
  const lengths = lists.map(list => list?.length ?? 0)
  const length = isLongest ? Math.max(...lengths) : Math.min(...lengths)
  return Array.from({ length }, (_, row) => lists.map((list, i) => (row < (list?.length ?? 0) ? list?.[row] : defaults[i]) ?? null))
})

const $objectToArray = operand('$objectToArray', value => {
  if (isNull(value)) return null
  if (!isDoc(value)) throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`)
  return Object.entries(value).map(([k, v]) => ({ k, v }))
})

/** More elements than this do not fit into the 100 MB that MongoDB gives an expression. */
const MOST_ITEMS = 5_000_000

const $range = operands('$range', 2, 3, ([from, to, by]) => {
  const [start, end, step] = [wholeOf('$range', from), wholeOf('$range', to), wholeOf('$range', by ?? 1)]
  if (step === 0) throw requestFailed('$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > MOST_ITEMS) throw requestFailed(`$range would use too much memory: ${length} elements`)
  return Array.from({ length }, (_, i) => start + i * step)
})

const $concatArrays = operands('$concatArrays', 0, Infinity, values => {
  const lists = values.map(value => arrayOrNull('$concatArrays', value))
  if (lists.includes(null)) return null
  const length = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)
  if (length > MOST_ITEMS) throw requestFailed(`$concatArrays would use too much memory: ${length} elements`)
  return new Array<unknown>().concat(...lists.map(list => list ?? []))
})

/** What concerns arrays and objects, where mingo is lenient, drops a level of nesting or forgets null. */
export const listOperators: Readonly<Record<string, Operator>> = {
  $size: operand('$size', value => arrayOf('$size', value).length),
  $isArray: operand('$isArray', value => Array.isArray(value)),
  $slice,
  $indexOfArray,
  $arrayElemAt,
  $arrayToObject: operand('$arrayToObject', value => {
    const items = arrayOrNull('$arrayToObject', value)
    return items === null ? null : Object.fromEntries(items.map(pairOf))
  }),
  $objectToArray,
  $reverseArray: operand('$reverseArray', value => arrayOrNull('$reverseArray', value)?.slice().reverse() ?? null),
  $range,
  $concatArrays,
  $zip,
}
