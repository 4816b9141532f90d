import { requestFailed } from '../../errors'
import { numberOrNull, operand, operands, wholeOf } from './arguments'
import type { Operator } from './compile'

/** An operator of one number; null stays null. */
const ofNumber = (name: string, compute: (value: number) => number): Operator =>
  operand(name, value => {
    const number = numberOrNull(name, value)
    return number === null ? null : compute(number)
  })

/** An operator of two numbers; null makes null. */
const ofTwo = (name: string, compute: (a: number, b: number) => number): Operator =>
  operands(name, 2, 2, ([a, b]) => {
    const [x, y] = [numberOrNull(name, a), numberOrNull(name, b)]
    return x === null || y === null ? null : compute(x, y)
  })

/** Refuses the number where the condition does not hold. */
const need = (isFine: boolean, message: string) => {
  if (!isFine) throw requestFailed(message)
}

/** Moves the decimal point without leaving the decimal system, so that 1.005 stays what it looks like. */
const shifted = (value: number, places: number): number => {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** Halves go to the even neighbour. */
const halfEven = (value: number): number => {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

const toPlace = (name: string, cut: (value: number) => number): Operator =>
  operands(name, 1, 2, ([value, place = 0]) => {
    const number = numberOrNull(name, value)
    if (number === null || place === null) return null
    const places = wholeOf(name, place)
    need(places > -20 && places < 100, `cannot apply ${name} with precision value ${places}: it must be in (-20, 100)`)
    return Number.isFinite(number) ? shifted(cut(shifted(number, places)), -places) : number
  })

/** Arithmetic where mingo refuses null, or takes what MongoDB refuses. */
export const numberOperators: Readonly<Record<string, Operator>> = {
  $abs: ofNumber('$abs', Math.abs),
  $ceil: ofNumber('$ceil', Math.ceil),
  $floor: ofNumber('$floor', Math.floor),
  $exp: ofNumber('$exp', Math.exp),
  $sqrt: ofNumber('$sqrt', value => {
    need(!(value < 0), "$sqrt's argument must be greater than or equal to 0")
    return Math.sqrt(value)
  }),
  $ln: ofNumber('$ln', value => {
    need(!(value <= 0), `$ln's argument must be a positive number, but is ${value}`)
    return Math.log(value)
  }),
  $log10: ofNumber('$log10', value => {
    need(!(value <= 0), `$log10's argument must be a positive number, but is ${value}`)
    return Math.log10(value)
  }),
  $log: ofTwo('$log', (value, base) => {
    need(!(value <= 0), `$log's argument must be a positive number, but is ${value}`)
    need(base > 0 && base !== 1, `$log's base must be a positive number not equal to 1, but is ${base}`)
    return base === 10 ? Math.log10(value) : base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base)
  }),
  $pow: ofTwo('$pow', (value, exponent) => {
    need(!(value === 0 && exponent < 0), '$pow cannot take a base of 0 and a negative exponent')
    return value ** exponent
  }),
  $mod: ofTwo('$mod', (value, divisor) => {
    need(divisor !== 0, "can't $mod by zero")
    return value % divisor
  }),
  $divide: ofTwo('$divide', (value, divisor) => {
    need(divisor !== 0, "can't $divide by zero")
    return value / divisor
  }),
  $multiply: operands('$multiply', 0, Infinity, values => {
    const numbers = values.map(value => numberOrNull('$multiply', value))
    return numbers.includes(null) ? null : numbers.reduce<number>((product, value) => product * (value ?? 1), 1)
  }),
  $add: operands('$add', 0, Infinity, values => {
    const dates = values.filter(value => value instanceof Date)
    need(dates.length < 2, 'only one date allowed in an $add expression')
    const numbers = values.map(value => (value instanceof Date ? value.getTime() : numberOrNull('$add', value)))
    if (numbers.includes(null)) return null
    const sum = numbers.reduce<number>((total, value) => total + (value ?? 0), 0)
    return dates.length === 1 ? new Date(Math.round(sum)) : sum
  }),
  $subtract: operands('$subtract', 2, 2, ([a, b]) => {
    if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
    need(!(b instanceof Date) || a === null || a === undefined, "can't $subtract a date from a number")
    if (b instanceof Date) return null
    const less = numberOrNull('$subtract', b)
    if (a instanceof Date) return less === null ? null : new Date(a.getTime() - Math.round(less))
    const from = numberOrNull('$subtract', a)
    return from === null || less === null ? null : from - less
  }),
  $trunc: toPlace('$trunc', Math.trunc),
  $round: toPlace('$round', halfEven),
}
