import { toRegExp } from './ejson'
import { areaOf, boxAround, boxOf, circleOf, nearOf } from './geo'
import { cellsOf, type Box } from './geo-cells'
import { after, EMPTY_ARRAY, encodeValue, hull, pointInterval, prefixInterval, sideInterval, type Interval } from './keys'
import { fieldOf, isDoc, isOperators, itemsOf, type Doc } from './values'

/**
 * What a query says of one field, as far as an index can use it. Every bound is satisfied by each matching document, and by others too:
 * documents found through an index are always tested again.
 */
export interface Condition {
  /** The field has one of these values (as encoded by `encodeValue`). */
  points?: readonly Buffer[]
  /** The field lies in each of these, though in an array perhaps with another element each time. */
  ranges: Interval[]
  /** The cells of a geo index that hold every match. */
  cells?: readonly Interval[]
}

type Conditions = ReadonlyMap<string, Condition>

export interface Analysis {
  readonly conditions: Conditions
  /** The `$or`s that hold besides; each is a list of alternatives. */
  readonly alternatives: readonly (readonly Doc[])[]
  /** All fields that the query names, for a message. */
  readonly fields: readonly string[]
}

/** The equality of a whole array is found by its first element, or as an element of an array. */
const pointsOf = (value: unknown): Buffer[] => {
  if (!Array.isArray(value)) return [encodeValue(value)]
  return [encodeValue(value), encodeValue(value.length === 0 ? EMPTY_ARRAY : value[0])]
}

/** The text that every match of the expression begins with; '' where nothing is certain. */
const literalStart = (regex: RegExp): string => {
  if (!regex.source.startsWith('^') || regex.flags.includes('i') || regex.flags.includes('m') || regex.source.includes('|')) return ''
  const literal = /^[^\\^$.*+?()[\]{}|]*/.exec(regex.source.slice(1))?.[0] ?? ''
  // A quantifier takes the last letter back.
  return /^[*?{]/.test(regex.source.slice(1 + literal.length)) ? Array.from(literal).slice(0, -1).join('') : literal
}

const cellIntervals = (box: Box): Interval[] | undefined =>
  cellsOf(box)?.map(([first, last]) => ({ low: encodeValue(first), high: after(encodeValue(last)) }))

const everyCell: Interval[] = [{ low: encodeValue(-1), high: after(encodeValue(Number.MAX_SAFE_INTEGER)) }]

const nearCells = (operand: unknown) => {
  const { center, max } = nearOf(operand)
  return (max === Infinity ? undefined : cellIntervals(boxAround(center, max))) ?? everyCell
}

const areaCells = (operand: unknown) => {
  const circle = circleOf(operand)
  return cellIntervals(circle === undefined ? boxOf(areaOf(operand)) : boxAround(circle.center, circle.max)) ?? everyCell
}

type Note = (condition: Condition, operand: unknown) => void

const points = (condition: Condition, found: readonly Buffer[]) => {
  if (condition.points === undefined || found.length < condition.points.length) condition.points = found
}
const range = (condition: Condition, found: Interval | undefined) => {
  if (found !== undefined) condition.ranges.push(found)
}
const regex = (condition: Condition, found: RegExp) => {
  const start = literalStart(found)
  if (start !== '') condition.ranges.push(prefixInterval(start))
}

/** What each operator tells an index. Operators that are not here (`$ne`, `$nin`, `$size` …) tell it nothing. */
const notes: Readonly<Record<string, Note>> = {
  $eq: (condition, operand) => points(condition, pointsOf(operand)),
  $in: (condition, operand) => {
    if (Array.isArray(operand) && !operand.some(value => value instanceof RegExp)) points(condition, operand.flatMap(pointsOf))
  },
  $all: (condition, operand) => {
    const [first] = itemsOf(operand)
    if (first !== undefined && !(first instanceof RegExp) && !isOperators(first)) points(condition, pointsOf(first))
  },
  $gt: (condition, operand) => range(condition, sideInterval(operand, 'above', true)),
  $gte: (condition, operand) => (operand === null ? points(condition, pointsOf(null)) : range(condition, sideInterval(operand, 'above'))),
  $lt: (condition, operand) => range(condition, sideInterval(operand, 'below', true)),
  $lte: (condition, operand) => (operand === null ? points(condition, pointsOf(null)) : range(condition, sideInterval(operand, 'below'))),
  $exists: (condition, operand) => {
    if (operand === false) points(condition, pointsOf(null))
  },
  $nearSphere: (condition, operand) => (condition.cells = nearCells(operand)),
  $near: (condition, operand) => (condition.cells = nearCells(operand)),
  $geoWithin: (condition, operand) => (condition.cells = areaCells(operand)),
  $geoIntersects: (condition, operand) => (condition.cells = areaCells(operand)),
}

interface Draft {
  readonly conditions: Map<string, Condition>
  readonly alternatives: (readonly Doc[])[]
  readonly fields: Set<string>
  readonly variables: Doc
}

const conditionAt = (draft: Draft, field: string): Condition => {
  const found = draft.conditions.get(field) ?? { ranges: [] }
  draft.conditions.set(field, found)
  return found
}

const readField = (draft: Draft, field: string, value: unknown): void => {
  draft.fields.add(field)
  const condition = conditionAt(draft, field)
  if (value instanceof RegExp) {
    regex(condition, value)
    return
  }
  if (!isOperators(value)) {
    points(condition, pointsOf(value))
    return
  }
  for (const [operator, operand] of Object.entries(value)) {
    if (operator === '$regex' && (typeof operand === 'string' || operand instanceof RegExp)) {
      const [source, flags] = typeof operand === 'string' ? [operand, ''] : [operand.source, operand.flags]
      const options = value['$options']
      regex(condition, toRegExp(source, typeof options === 'string' ? options : flags))
    } else if (operator === '$elemMatch' && isDoc(operand)) {
      const onValues = isOperators(operand) && !['$and', '$or', '$nor'].some(key => key in operand)
      if (onValues) readField(draft, field, operand)
      else for (const [key, inner] of Object.entries(operand)) if (!key.startsWith('$')) readField(draft, `${field}.${key}`, inner)
    } else if (Object.hasOwn(notes, operator)) notes[operator]?.(condition, operand)
  }
}

const isScalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date

/** The value of a part of an expression that does not depend on the document; undefined where it does. */
const constantOf = (part: unknown, variables: Doc): unknown => {
  if (Array.isArray(part)) return part.map(item => constantOf(item, variables))
  if (isDoc(part)) return '$literal' in part ? part['$literal'] : undefined
  if (typeof part !== 'string' || !part.startsWith('$')) return part
  if (!part.startsWith('$$')) return undefined
  const [name = '', ...path] = part.slice(2).split('.')
  return path.reduce<unknown>((value, key) => (isDoc(value) ? fieldOf(value, key) : undefined), fieldOf(variables, name))
}

/** `$expr: {$eq: ['$field', value]}` finds by index what has that very value; null and arrays compare otherwise there and are left out. */
const readExpression = (draft: Draft, expression: unknown): void => {
  if (!isDoc(expression)) return
  const { $and, $eq, $in } = expression
  if (Array.isArray($and)) for (const part of $and) readExpression(draft, part)
  const note = (field: unknown, values: readonly unknown[]) => {
    if (typeof field !== 'string' || !/^\$[^$]/.test(field) || !values.every(isScalar)) return
    draft.fields.add(field.slice(1))
    points(conditionAt(draft, field.slice(1)), values.flatMap(pointsOf))
  }
  if (Array.isArray($eq) && $eq.length === 2) {
    const [left, right] = itemsOf($eq)
    note(left, [constantOf(right, draft.variables)])
    note(right, [constantOf(left, draft.variables)])
  }
  if (Array.isArray($in) && $in.length === 2) {
    const [field, list] = itemsOf($in)
    const values = constantOf(list, draft.variables)
    if (Array.isArray(values)) note(field, values)
  }
}

const read = (draft: Draft, query: Doc): void => {
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(value)) for (const part of value.filter(isDoc)) read(draft, part)
    else if (key === '$or' && Array.isArray(value)) {
      const branches = value.filter(isDoc)
      if (branches.length === 1) for (const branch of branches) read(draft, branch)
      else draft.alternatives.push(branches)
    } else if (key === '$expr') readExpression(draft, value)
    else if (!key.startsWith('$')) readField(draft, key, value)
  }
}

const outline = ({ points: exact, ranges }: Condition): Interval | undefined => {
  const all = exact?.map(pointInterval) ?? ranges.slice(0, 1)
  return all.length === 0 ? undefined : all.reduce(hull)
}

/**
 * What a query tells the planner. A field that every branch of an `$or` bounds is bounded by the whole too, which is how
 * "older than this, or as old and behind it in order" starts reading at the right place.
 */
export const analyse = (query: Doc, variables: Doc): Analysis => {
  const draft: Draft = { conditions: new Map(), alternatives: [], fields: new Set(), variables }
  read(draft, query)
  for (const branches of draft.alternatives) {
    const parts = branches.map(branch => analyse(branch, variables))
    for (const part of parts) for (const field of part.fields) draft.fields.add(field)
    const [first] = parts
    for (const field of first?.conditions.keys() ?? []) {
      const outlines = parts.map(part => outline(part.conditions.get(field) ?? { ranges: [] }))
      if (outlines.every(one => one !== undefined)) conditionAt(draft, field).ranges.push(outlines.reduce(hull))
    }
  }
  return { conditions: draft.conditions, alternatives: draft.alternatives, fields: [...draft.fields] }
}
