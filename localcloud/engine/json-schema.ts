import { requestFailed } from '../errors'
import { typesOf, type Test } from './field-tests'
import { equalValues } from './keys'
import { fieldOf, isDoc, itemsOf, type Doc } from './values'

type Rule = (operand: unknown, schema: Doc) => (value: unknown) => boolean

const numberOf = (name: string, operand: unknown): number => {
  if (typeof operand === 'number') return operand
  throw requestFailed(`$jsonSchema keyword '${name}' must be a number`)
}
const docOf = (name: string, operand: unknown): Doc => {
  if (isDoc(operand)) return operand
  throw requestFailed(`$jsonSchema keyword '${name}' must be an object`)
}

/** A keyword about numbers (or texts, or lists) says nothing of other values. */
const onNumber =
  (name: string, isFine: (value: number, limit: number) => boolean): Rule =>
  operand => {
    const limit = numberOf(name, operand)
    return value => typeof value !== 'number' || isFine(value, limit)
  }
const onText =
  (name: string, isFine: (length: number, limit: number) => boolean): Rule =>
  operand => {
    const limit = numberOf(name, operand)
    return value => typeof value !== 'string' || isFine(Array.from(value).length, limit)
  }
const onList =
  (name: string, isFine: (length: number, limit: number) => boolean): Rule =>
  operand => {
    const limit = numberOf(name, operand)
    return value => !Array.isArray(value) || isFine(value.length, limit)
  }
const typeRule: Rule = operand => {
  const names = (Array.isArray(operand) ? operand : [operand]).map(String)
  return value => [...typesOf(value), ...(typeof value === 'boolean' ? ['boolean'] : [])].some(name => names.includes(name))
}
const listed = (operand: unknown) => itemsOf(operand).map(part => validOf(docOf('a list of schemas', part)))

const rules: Readonly<Record<string, Rule>> = {
  bsonType: typeRule,
  type: typeRule,
  enum: operand => value => itemsOf(operand).some(one => equalValues(one, value)),
  required: operand => value => !isDoc(value) || itemsOf(operand).every(name => Object.hasOwn(value, String(name))),
  properties: operand => {
    const parts = Object.entries(docOf('properties', operand)).map(([name, part]) => [name, validOf(docOf(name, part))] as const)
    return value => !isDoc(value) || parts.every(([name, isValid]) => !Object.hasOwn(value, name) || isValid(fieldOf(value, name)))
  },
  additionalProperties: (operand, schema) => {
    const known = new Set(Object.keys(docOf('properties', schema['properties'] ?? {})))
    const isValid = isDoc(operand) ? validOf(operand) : () => operand !== false
    return value => !isDoc(value) || Object.entries(value).every(([name, inner]) => known.has(name) || isValid(inner))
  },
  items: operand => {
    const isValid = validOf(docOf('items', operand))
    return value => !Array.isArray(value) || value.every(isValid)
  },
  uniqueItems: operand => value =>
    operand !== true || !Array.isArray(value) || value.every((one, i) => !value.slice(0, i).some(other => equalValues(one, other))),
  minimum: (operand, schema) =>
    onNumber('minimum', (value, limit) => (schema['exclusiveMinimum'] === true ? value > limit : value >= limit))(operand, schema),
  maximum: (operand, schema) =>
    onNumber('maximum', (value, limit) => (schema['exclusiveMaximum'] === true ? value < limit : value <= limit))(operand, schema),
  exclusiveMinimum: () => () => true,
  exclusiveMaximum: () => () => true,
  multipleOf: onNumber('multipleOf', (value, step) => value % step === 0),
  minLength: onText('minLength', (length, limit) => length >= limit),
  maxLength: onText('maxLength', (length, limit) => length <= limit),
  minItems: onList('minItems', (length, limit) => length >= limit),
  maxItems: onList('maxItems', (length, limit) => length <= limit),
  pattern: operand => {
    const pattern = new RegExp(String(operand))
    return value => typeof value !== 'string' || pattern.test(value)
  },
  allOf: operand => {
    const parts = listed(operand)
    return value => parts.every(isValid => isValid(value))
  },
  anyOf: operand => {
    const parts = listed(operand)
    return value => parts.some(isValid => isValid(value))
  },
  oneOf: operand => {
    const parts = listed(operand)
    return value => parts.filter(isValid => isValid(value)).length === 1
  },
  not: operand => {
    const isValid = validOf(docOf('not', operand))
    return value => !isValid(value)
  },
  title: () => () => true,
  description: () => () => true,
}

const validOf = (schema: Doc): ((value: unknown) => boolean) => {
  const tests = Object.entries(schema).map(([name, operand]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (rule === undefined) throw requestFailed(`Unknown $jsonSchema keyword: ${name}`)
    return rule(operand, schema)
  })
  return value => tests.every(test => test(value))
}

/** The test of `$jsonSchema` for the keywords above. Throws DATABASE_REQUEST_FAILED for any other. */
export const schemaTest = (schema: unknown): Test => validOf(docOf('$jsonSchema', schema))
