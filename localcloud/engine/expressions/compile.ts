import { requestFailed } from '../../errors'
import { fieldOf, isDoc, typeName, type Doc } from '../values'

/** What an expression is computed from: the whole document, and what `$$name` stands for. */
interface Scope {
  readonly root: Doc
  readonly variables: Doc
}

/** A compiled expression; `undefined` is what is missing. */
export type Compute = (scope: Scope) => unknown

type Compile = (expression: unknown) => Compute

/** How an operator is compiled; `operand` is what stands behind its name. Throws DATABASE_REQUEST_FAILED for a malformed one. */
export type Operator = (operand: unknown, compile: Compile) => Compute

/** The value of a path inside a value; through an array it is the list of what its objects have. */
const follow = (value: unknown, path: readonly string[], from: number): unknown => {
  if (from === path.length) return value
  if (Array.isArray(value)) return value.map(item => (isDoc(item) || Array.isArray(item) ? follow(item, path, from) : undefined)).filter(item => item !== undefined) // prettier-ignore
  return isDoc(value) ? follow(fieldOf(value, path[from] ?? ''), path, from + 1) : undefined
}

const VERDICTS = new Set(['$$KEEP', '$$PRUNE', '$$DESCEND'])

const pathOf = (text: string): Compute => {
  if (VERDICTS.has(text)) return () => text
  if (!text.startsWith('$$')) {
    const path = text.slice(1).split('.')
    if (path.some(part => part === '')) throw requestFailed(`'${text}' starts with an invalid character for a field path`)
    return ({ root }) => follow(root, path, 0)
  }
  const [name = '', ...path] = text.slice(2).split('.')
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => follow(root, path, 0)
  if (name === 'REMOVE') return () => undefined
  return ({ variables }) => {
    if (!Object.hasOwn(variables, name)) throw requestFailed(`Use of undefined variable: ${name}`)
    return follow(variables[name], path, 0)
  }
}

/** Compiles expressions with a table of operators. */
export const compilerWith = (table: Readonly<Record<string, Operator>>): Compile => {
  const compile: Compile = expression => {
    if (typeof expression === 'string' && expression.length > 1 && expression.startsWith('$')) return pathOf(expression)
    if (Array.isArray(expression)) {
      const parts = expression.map(compile)
      return scope => parts.map(part => part(scope) ?? null)
    }
    if (!isDoc(expression)) return () => expression
    const keys = Object.keys(expression)
    const [name] = keys
    if (name?.startsWith('$') === true) {
      if (keys.length > 1) throw requestFailed('an expression specification must contain exactly one field, the name of the expression')
      const operator = Object.hasOwn(table, name) ? table[name] : undefined
      if (operator === undefined) throw requestFailed(`Unrecognized expression '${name}'`)
      return operator(expression[name], compile)
    }
    const fields = Object.entries(expression).map(([key, inner]) => [key, compile(inner)] as const)
    return scope => Object.fromEntries(fields.map(([key, part]) => [key, part(scope)] as const).filter(([, value]) => value !== undefined))
  }
  return compile
}

/** The scope with more variables. */
export const withVariables = (scope: Scope, more: Doc): Scope => ({ root: scope.root, variables: { ...scope.variables, ...more } })

/** The named operands of an operator as written. Throws where the operand is no object, or has a name that is not known. */
export const partsOf = (name: string, operand: unknown, known: readonly string[], needed: readonly string[]): Doc => {
  if (!isDoc(operand)) throw requestFailed(`${name} only supports an object as its argument, not ${typeName(operand)}`)
  const unknown = Object.keys(operand).find(key => !known.includes(key))
  if (unknown !== undefined) throw requestFailed(`Unrecognized parameter to ${name}: ${unknown}`)
  const lacking = needed.find(key => !(key in operand))
  if (lacking !== undefined) throw requestFailed(`Missing '${lacking}' parameter to ${name}`)
  return operand
}
