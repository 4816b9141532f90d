import { requestFailed } from '../../errors'
import { isDoc, isNull, itemsOf, type Doc } from '../values'
import { arrayOrNull } from './arguments'
import { isTrue } from './comparing'
import { partsOf, withVariables, type Compute, type Operator } from './compile'

const nameOf = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : 'this')

const $map: Operator = (operand, compile) => {
  const spec = partsOf('$map', operand, ['input', 'as', 'in'], ['input', 'in'])
  const [input, each] = [compile(spec['input']), compile(spec['in'])]
  const name = nameOf(spec['as'])
  return scope => arrayOrNull('$map', input(scope))?.map(item => each(withVariables(scope, { [name]: item })) ?? null) ?? null
}

const $filter: Operator = (operand, compile) => {
  const spec = partsOf('$filter', operand, ['input', 'as', 'cond', 'limit'], ['input', 'cond'])
  const [input, test, limit] = [compile(spec['input']), compile(spec['cond']), compile(spec['limit'] ?? null)]
  const name = nameOf(spec['as'])
  return scope => {
    const most = limit(scope)
    const kept = arrayOrNull('$filter', input(scope))?.filter(item => isTrue(test(withVariables(scope, { [name]: item }))))
    return (typeof most === 'number' ? kept?.slice(0, most) : kept) ?? null
  }
}

const $reduce: Operator = (operand, compile) => {
  const spec = partsOf('$reduce', operand, ['input', 'initialValue', 'in'], ['input', 'initialValue', 'in'])
  const [input, first, each] = [compile(spec['input']), compile(spec['initialValue']), compile(spec['in'])]
  return scope => {
    const items = arrayOrNull('$reduce', input(scope))
    if (items === null) return null
    return items.reduce((value, item) => each(withVariables(scope, { this: item, value: value ?? null })), first(scope))
  }
}

const $let: Operator = (operand, compile) => {
  const spec = partsOf('$let', operand, ['vars', 'in'], ['vars', 'in'])
  if (!isDoc(spec['vars'])) throw requestFailed('invalid parameter: expected an object (vars)')
  const variables = Object.entries(spec['vars']).map(([name, part]) => [name, compile(part)] as const)
  const inside = compile(spec['in'])
  return scope => inside(withVariables(scope, Object.fromEntries(variables.map(([name, part]) => [name, part(scope)]))))
}

const $cond: Operator = (operand, compile) => {
  if (Array.isArray(operand) && operand.length !== 3) throw requestFailed('Expression $cond takes exactly 3 arguments.')
  const names = ['if', 'then', 'else']
  const spec: Doc = Array.isArray(operand) ? Object.fromEntries(names.map((name, i) => [name, itemsOf(operand)[i]])) : partsOf('$cond', operand, names, names) // prettier-ignore
  const [test, yes, no] = [compile(spec['if']), compile(spec['then']), compile(spec['else'])]
  return scope => (isTrue(test(scope)) ? yes(scope) : no(scope))
}

const $switch: Operator = (operand, compile) => {
  const spec = partsOf('$switch', operand, ['branches', 'default'], ['branches'])
  const branches = itemsOf(spec['branches']).map((branch): readonly [Compute, Compute] => {
    const parts = partsOf('$switch', branch, ['case', 'then'], ['case', 'then'])
    return [compile(parts['case']), compile(parts['then'])]
  })
  if (branches.length === 0) throw requestFailed('$switch requires at least one branch.')
  const otherwise = 'default' in spec ? compile(spec['default']) : undefined
  return scope => {
    const found = branches.find(([test]) => isTrue(test(scope)))
    if (found !== undefined) return found[1](scope)
    if (otherwise !== undefined) return otherwise(scope)
    throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.')
  }
}

const listOf = (operand: unknown): readonly unknown[] => (Array.isArray(operand) ? operand : [operand])

const $ifNull: Operator = (operand, compile) => {
  const parts = listOf(operand).map(compile)
  const last = parts.at(-1)
  if (parts.length < 2 || last === undefined) throw requestFailed('$ifNull needs at least two arguments')
  return scope => {
    for (const part of parts.slice(0, -1)) {
      const value = part(scope)
      if (!isNull(value)) return value
    }
    return last(scope)
  }
}

const truth =
  (isWanted: (parts: readonly Compute[], isMet: (part: Compute) => boolean) => boolean): Operator =>
  (operand, compile) => {
    const parts = listOf(operand).map(compile)
    return scope => isWanted(parts, part => isTrue(part(scope)))
  }

/** Operators that decide themselves what of their operands is computed, and with which variables. */
export const forms: Readonly<Record<string, Operator>> = {
  $literal: operand => () => operand,
  $map,
  $filter,
  $reduce,
  $let,
  $cond,
  $switch,
  $ifNull,
  $and: truth((parts, isMet) => parts.every(isMet)),
  $or: truth((parts, isMet) => parts.some(isMet)),
}
