import { requestFailed } from '../../errors'
import { isNull, itemsOf, typeName } from '../values'
import { partsOf, type Operator } from './compile'

/** An operator of several operands, given as a list. `least` and `most` are how many it takes. */
export const operands =
  (name: string, least: number, most: number, compute: (values: readonly unknown[]) => unknown): Operator =>
  (operand, compile) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map(compile)
    if (parts.length < least || parts.length > most) {
      const many = least === most ? `exactly ${least}` : `${least} to ${most}`
      throw requestFailed(`Expression ${name} takes ${many} arguments. ${parts.length} were passed in.`)
    }
    return scope => compute(parts.map(part => part(scope)))
  }

/** An operator of one operand, which may stand in a list of its own. */
export const operand = (name: string, compute: (value: unknown) => unknown): Operator => operands(name, 1, 1, ([value]) => compute(value))

/** An operator whose operands have names. What an operand that was given lacks is null. */
export const named =
  (
    name: string,
    known: readonly string[],
    needed: readonly string[],
    compute: (values: Readonly<Record<string, unknown>>) => unknown,
  ): Operator =>
  (operand, compile) => {
    const parts = Object.entries(partsOf(name, operand, known, needed)).map(([key, part]) => [key, compile(part)] as const)
    return scope => compute(Object.fromEntries(parts.map(([key, part]) => [key, part(scope) ?? null])))
  }

/** The number; null where there is none, refused where there is something else. */
export const numberOrNull = (name: string, value: unknown): number | null => {
  if (isNull(value)) return null
  if (typeof value === 'number') return value
  throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`)
}

export const arrayOrNull = (name: string, value: unknown): readonly unknown[] | null => {
  if (isNull(value)) return null
  if (Array.isArray(value)) return itemsOf(value)
  throw requestFailed(`${name} requires an array, found: ${typeName(value)}`)
}

export const arrayOf = (name: string, value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return itemsOf(value)
  throw requestFailed(`The argument to ${name} must be an array, but was of type: ${typeName(value)}`)
}

export const textOf = (name: string, value: unknown): string => {
  if (typeof value === 'string') return value
  throw requestFailed(`${name} requires a string, found: ${typeName(value)}`)
}

export const wholeOf = (name: string, value: unknown): number => {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw requestFailed(`${name} requires a whole number, found: ${typeName(value)}`)
}
