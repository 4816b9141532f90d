import { requestFailed } from '../errors'
import { idOf, sameValue, toEjson } from './ejson'
import { compareValues } from './keys'
import { matcherOf } from './matcher'
import { sortDocs } from './find'
import { concretePaths, read, slotAt, unset, write, type Slot } from './update-paths'
import { fieldOf, isDoc, isOperators, typeName, type Doc } from './values'

interface Circumstances {
  readonly doc: Doc
  readonly path: string
  readonly now: number
}

type Operator = (slot: Slot, operand: unknown, circumstances: Circumstances) => void

const identity = (doc: Doc) => `{_id: ${toEjson(idOf(doc) ?? null)}}`

const numberIn = (name: string, slot: Slot, { doc, path }: Circumstances): number => {
  const value = read(slot)
  if (value === undefined) return 0
  if (typeof value === 'number') return value
  throw requestFailed(
    `Cannot apply ${name} to a value of non-numeric type. ${identity(doc)} has the field '${path}' of non-numeric type ${typeName(value)}`,
  )
}

const numeric = (name: string, operand: unknown, path: string): number => {
  if (typeof operand === 'number') return operand
  throw requestFailed(
    `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${toEjson(operand ?? null)}}`,
  )
}

/** The array in a slot; undefined where there is nothing. */
const arrayIn = (slot: Slot, { doc, path }: Circumstances): unknown[] | undefined => {
  const value = read(slot)
  if (value === undefined || Array.isArray(value)) return value
  throw requestFailed(`The field '${path}' must be an array but is of type ${typeName(value)} in document ${identity(doc)}`)
}

const listOf = (operator: string, value: unknown): unknown[] => {
  if (Array.isArray(value)) return value
  throw requestFailed(`The argument to $each in ${operator} must be an array but it was of type: ${typeName(value)}`)
}

const integer = (name: string, value: unknown): number => {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw requestFailed(`The value for ${name} must be an integer value`)
}

const sorted = (items: readonly unknown[], sort: unknown): unknown[] => {
  if (sort === 1 || sort === -1) return [...items].sort((a, b) => compareValues(a, b) * sort)
  if (!isDoc(sort)) throw requestFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
  const order = Object.entries(sort).map(([field, direction]) => [field, direction === -1 ? -1 : 1] as const)
  return sortDocs(items, item => (isDoc(item) ? item : {}), order)
}

const sliced = (items: readonly unknown[], slice: unknown): unknown[] => {
  const size = integer('$slice', slice)
  return size >= 0 ? items.slice(0, size) : items.slice(size)
}

const $push: Operator = (slot, operand, circumstances) => {
  const items = arrayIn(slot, circumstances) ?? []
  const spec: Doc = isDoc(operand) && '$each' in operand ? operand : { $each: [operand] }
  const unknown = Object.keys(spec).find(key => !['$each', '$position', '$slice', '$sort'].includes(key))
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in $push: ${unknown}`)
  const position = spec['$position'] === undefined ? items.length : integer('$position', spec['$position'])
  let out = [...items]
  out.splice(position, 0, ...listOf('$push', spec['$each']))
  if (spec['$sort'] !== undefined) out = sorted(out, spec['$sort'])
  if (spec['$slice'] !== undefined) out = sliced(out, spec['$slice'])
  write(slot, out)
}

const $addToSet: Operator = (slot, operand, circumstances) => {
  const items = arrayIn(slot, circumstances) ?? []
  const adding = isDoc(operand) && '$each' in operand ? listOf('$addToSet', operand['$each']) : [operand]
  const out = [...items]
  for (const value of adding) if (!out.some(item => sameValue(item, value))) out.push(value)
  write(slot, out)
}

const pullTest = (condition: unknown): ((item: unknown) => boolean) => {
  if (isOperators(condition) || condition instanceof RegExp) {
    const matches = matcherOf({ item: condition })
    return item => matches({ item })
  }
  if (!isDoc(condition)) return item => sameValue(item, condition)
  const matches = matcherOf(condition)
  return item => isDoc(item) && matches(item)
}

const remaining = (slot: Slot, circumstances: Circumstances, isGone: (item: unknown) => boolean) => {
  const items = arrayIn(slot, circumstances)
  if (items !== undefined)
    write(
      slot,
      items.filter(item => !isGone(item)),
    )
}

const $pullAll: Operator = (slot, operand, circumstances) => {
  if (!Array.isArray(operand)) throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  remaining(slot, circumstances, item => operand.some(value => sameValue(item, value)))
}

const $pop: Operator = (slot, operand, circumstances) => {
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${toEjson(operand ?? null)}`)
  const items = arrayIn(slot, circumstances)
  if (items !== undefined) write(slot, operand === 1 ? items.slice(0, -1) : items.slice(1))
}

const bits: Readonly<Record<string, (a: number, b: number) => number>> = { and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b }

const $bit: Operator = (slot, operand, circumstances) => {
  const value = numberIn('$bit', slot, circumstances)
  if (!isDoc(operand) || !Number.isInteger(value)) throw requestFailed(`Cannot apply $bit to the field '${circumstances.path}'`)
  write(
    slot,
    Object.entries(operand).reduce((result, [name, by]) => {
      const operation = Object.hasOwn(bits, name) ? bits[name] : undefined
      if (operation === undefined || typeof by !== 'number') throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor'`)
      return operation(result, by)
    }, value),
  )
}

const extreme =
  (wanted: 1 | -1): Operator =>
  (slot, operand) => {
    const value = read(slot)
    if (value === undefined || compareValues(operand, value) * wanted > 0) write(slot, operand)
  }

/** How each operator changes one place. */
const operators: Readonly<Record<string, Operator>> = {
  $set: (slot, operand) => write(slot, operand),
  $setOnInsert: (slot, operand) => write(slot, operand),
  $unset: slot => unset(slot),
  $inc: (slot, operand, c) => write(slot, numberIn('$inc', slot, c) + numeric('$inc', operand, c.path)),
  $mul: (slot, operand, c) => write(slot, numberIn('$mul', slot, c) * numeric('$mul', operand, c.path)),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: (slot, _operand, { now }) => write(slot, new Date(now)),
  $push,
  $addToSet,
  $pull: (slot, operand, c) => remaining(slot, c, pullTest(operand)),
  $pullAll,
  $pop,
  $bit,
}

/** Operators that leave a document alone where the path does not exist. */
const mendOnly = new Set(['$unset', '$pull', '$pullAll', '$pop'])

const rename = (doc: Doc, from: string, to: unknown): void => {
  if (typeof to !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${from}`)
  if (from.includes('$') || to.includes('$')) throw requestFailed(`The source and target of $rename may not be dynamic: '${from}', '${to}'`)
  const source = slotAt(doc, from, false)
  const value = source === undefined ? undefined : read(source)
  if (source === undefined || value === undefined) return
  if (source.kind === 'element') throw requestFailed(`The source field for $rename may not be an array element: '${from}'`)
  unset(source)
  const target = slotAt(doc, to, true)
  if (target !== undefined) write(target, value)
}

/** Two paths of one update may not touch the same place. */
const checkConflicts = (paths: readonly string[]): void => {
  const seen = new Set<string>()
  for (const path of paths) {
    const inside = [...seen].find(other => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))
    if (inside !== undefined)
      throw requestFailed(`Updating the path '${path}' would create a conflict at '${inside.length < path.length ? inside : path}'`)
    seen.add(path)
  }
}

const parts = (update: Doc): [operator: string, fields: Doc][] => {
  const entries = Object.entries(update)
  if (entries.length === 0) throw requestFailed('the update is empty: it names no operator')
  return entries.map(([operator, fields]) => {
    if (operator !== '$rename' && !Object.hasOwn(operators, operator)) throw requestFailed(`Unknown modifier: ${operator}`)
    if (!isDoc(fields)) throw requestFailed(`Modifiers operate on fields but we found type ${typeName(fields)} instead: {${operator}: …}`)
    return [operator, fields]
  })
}

interface UpdateContext {
  /** The query that found the document; `$` in a path means the element that it matched. */
  readonly query: Doc
  readonly now: number
  readonly inserting?: boolean
}

/**
 * Checks an update before any document is looked at.
 * Throws DATABASE_REQUEST_FAILED for unknown operators, paths that conflict and an empty update.
 */
export const checkUpdate = (update: Doc): void => {
  const all = parts(update)
  checkConflicts(
    all.flatMap(([operator, fields]) =>
      Object.entries(fields).flatMap(([path, to]) => (operator === '$rename' ? [path, String(to)] : [path])),
    ),
  )
}

/**
 * Applies MongoDB update operators to a document, in place.
 * Throws DATABASE_REQUEST_FAILED where MongoDB refuses: wrong types on the way or at the end, a change of `_id`.
 */
export const applyUpdate = (doc: Doc, update: Doc, { query, now, inserting = false }: UpdateContext): void => {
  const id = idOf(doc)
  for (const [operator, fields] of parts(update)) {
    if (operator === '$setOnInsert' && !inserting) continue
    for (const [field, operand] of Object.entries(fields)) {
      if (operator === '$rename') {
        rename(doc, field, operand)
        continue
      }
      const apply = operators[operator]
      for (const path of concretePaths(doc, field, query)) {
        const slot = slotAt(doc, path, !mendOnly.has(operator))
        if (slot !== undefined) apply?.(slot, operand, { doc, path, now })
      }
    }
  }
  if (!inserting && !sameValue(fieldOf(doc, '_id'), id)) {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
}
