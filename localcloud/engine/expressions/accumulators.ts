import { requestFailed } from '../../errors'
import { compareValues } from '../keys'
import { isNull, typeName } from '../values'
import { distinct, mergeAll } from './comparing'

/** What an accumulator makes of the values that its operand has in the documents of a group; `undefined` is a missing one. */
type Accumulator = (values: readonly unknown[]) => unknown

const numbersIn = (values: readonly unknown[]): number[] => values.filter(value => typeof value === 'number')

const total = (values: readonly unknown[]): number => numbersIn(values).reduce((sum, value) => sum + value, 0)

const average = (values: readonly unknown[]): number | null => {
  const numbers = numbersIn(values)
  return numbers.length === 0 ? null : total(numbers) / numbers.length
}

const extreme =
  (wanted: 1 | -1): Accumulator =>
  values =>
    values
      .filter(value => !isNull(value))
      .reduce<unknown>((best, value) => (best === null || compareValues(value, best) * wanted > 0 ? value : best), null)

/** Standard deviation; `spare` is 1 where the numbers are a sample of more. */
const deviation =
  (spare: 0 | 1): Accumulator =>
  values => {
    const numbers = numbersIn(values)
    const mean = average(numbers)
    if (mean === null || numbers.length <= spare) return null
    return Math.sqrt(total(numbers.map(value => (value - mean) ** 2)) / (numbers.length - spare))
  }

/** The accumulators of `$group`, `$bucket` and `$bucketAuto`. */
export const accumulators: Readonly<Record<string, Accumulator>> = {
  $sum: total,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: values => values[0] ?? null,
  $last: values => values.at(-1) ?? null,
  $push: values => values.filter(value => value !== undefined),
  $addToSet: values => distinct(values.filter(value => value !== undefined)),
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $mergeObjects: mergeAll,
  $count: values => values.length,
}

/** Those that are expressions too: over the elements of one list, or over several operands. */
export const foldable = ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'] as const

/** `$first` and `$last` of a list. */
export const endOf = (name: string, value: unknown): unknown => {
  if (isNull(value)) return null
  if (!Array.isArray(value)) throw requestFailed(`${name}'s argument must be an array, but is ${typeName(value)}`)
  return name === '$first' ? value[0] : value.at(-1)
}
