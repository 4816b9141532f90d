import { requestFailed } from '../../errors'
import { isDoc, isNull, typeName } from '../values'
import { named, textOf } from './arguments'
import { dayOfYear, isoDate, isoDayOfWeek, isoWeek, isoWeekYear, week } from './calendar'
import { partsOf, type Operator } from './compile'
import { readDate } from './date-reading'
import { instantOf, localOf, monthName, offsetAt, offsetText } from './zones'

/** A part of a date, which is given plainly or as `{date, timezone}`. */
const part =
  (name: string, read: (local: Date) => number): Operator =>
  (given, compile) => {
    const operand: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given
    const hasZone = isDoc(operand) && Object.keys(operand).every(key => !key.startsWith('$'))
    const spec = hasZone ? partsOf(name, operand, ['date', 'timezone'], ['date']) : { date: operand }
    const [date, zone] = [compile(spec['date']), 'timezone' in spec ? compile(spec['timezone']) : undefined]
    return scope => {
      const local = localOf(date(scope), zone === undefined ? undefined : (zone(scope) ?? null))
      return local === null ? null : read(local)
    }
  }

const pad = (value: number, size: number) => String(value).padStart(size, '0')

const written: Readonly<Record<string, (local: Date, offset: number) => string>> = {
  Y: local => pad(local.getUTCFullYear(), 4),
  m: local => pad(local.getUTCMonth() + 1, 2),
  d: local => pad(local.getUTCDate(), 2),
  H: local => pad(local.getUTCHours(), 2),
  M: local => pad(local.getUTCMinutes(), 2),
  S: local => pad(local.getUTCSeconds(), 2),
  L: local => pad(local.getUTCMilliseconds(), 3),
  j: local => pad(dayOfYear(local), 3),
  w: local => String(local.getUTCDay() + 1),
  u: local => String(isoDayOfWeek(local)),
  U: local => pad(week(local), 2),
  V: local => pad(isoWeek(local), 2),
  G: local => pad(isoWeekYear(local), 4),
  b: local => monthName(local).slice(0, 3),
  B: local => monthName(local),
  z: (_local, offset) => offsetText(offset),
  Z: (_local, offset) => String(offset),
  '%': () => '%',
}

const $dateToString = named('$dateToString', ['date', 'format', 'timezone', 'onNull'], ['date'], values => {
  const { date, timezone } = values
  if (isNull(date)) return values['onNull'] ?? null
  const local = localOf(date, 'timezone' in values ? (timezone ?? null) : undefined)
  if (local === null || !(date instanceof Date)) return null
  if ('format' in values && isNull(values['format'])) return null
  const offset = offsetAt(timezone, date.getTime()) ?? 0
  const isUtc = timezone === undefined || offset === 0
  const format = textOf('$dateToString', values['format'] ?? (isUtc ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L'))
  return format.replace(/%(.?)/gu, (_all, symbol: string) => {
    const write = Object.hasOwn(written, symbol) ? written[symbol] : undefined
    if (write === undefined) throw requestFailed(`Invalid format character '%${symbol}' in format string`)
    return write(local, offset)
  })
})

const PLAIN = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond']
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']

const $dateFromParts = named('$dateFromParts', [...PLAIN, ...ISO, 'timezone'], [], values => {
  const isIso = 'isoWeekYear' in values
  if (isIso === 'year' in values) throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  if (!isIso && ('isoWeek' in values || 'isoDayOfWeek' in values))
    throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates')
  const given = Object.entries(values).filter(([name]) => name !== 'timezone')
  if (given.some(([, value]) => isNull(value))) return null
  const wrong = given.find(([, value]) => typeof value !== 'number' || !Number.isInteger(value))
  if (wrong !== undefined) throw requestFailed(`'${wrong[0]}' must evaluate to an integer, found ${typeName(wrong[1])}`)
  const number = (name: string, otherwise: number) => Number(values[name] ?? otherwise)
  const time = ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000 + number('millisecond', 0)
  const day = isIso
    ? isoDate(number('isoWeekYear', 1970), number('isoWeek', 1), number('isoDayOfWeek', 1))
    : Date.UTC(number('year', 1970), number('month', 1) - 1, number('day', 1))
  const instant = instantOf(day + time, 'timezone' in values ? (values['timezone'] ?? null) : undefined)
  return instant === null ? null : new Date(instant)
})

const $dateFromString = named('$dateFromString', ['dateString', 'format', 'timezone', 'onError', 'onNull'], ['dateString'], values => {
  const { dateString: text, format, timezone } = values
  if (isNull(text)) return values['onNull'] ?? null
  if (format === null || timezone === null) return null
  const date = typeof text === 'string' ? readDate(text, format, timezone) : undefined
  if (date !== undefined) return date
  if ('onError' in values) return values['onError']
  throw requestFailed(`Error parsing date string ${typeof text === 'string' ? `'${text}'` : `: it is ${typeName(text)}`}`)
})

const $dateToParts = named('$dateToParts', ['date', 'timezone', 'iso8601'], ['date'], values => {
  const local = localOf(values['date'], values['timezone'])
  if (local === null) return null
  const day =
    values['iso8601'] === true
      ? { isoWeekYear: isoWeekYear(local), isoWeek: isoWeek(local), isoDayOfWeek: isoDayOfWeek(local) }
      : { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
  return { ...day, hour: local.getUTCHours(), minute: local.getUTCMinutes(), second: local.getUTCSeconds(), millisecond: local.getUTCMilliseconds() } // prettier-ignore
})

/** Dates in any time zone; null where the date is null. */
export const dateOperators: Readonly<Record<string, Operator>> = {
  $year: part('$year', local => local.getUTCFullYear()),
  $month: part('$month', local => local.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', local => local.getUTCDate()),
  $hour: part('$hour', local => local.getUTCHours()),
  $minute: part('$minute', local => local.getUTCMinutes()),
  $second: part('$second', local => local.getUTCSeconds()),
  $millisecond: part('$millisecond', local => local.getUTCMilliseconds()),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $dayOfWeek: part('$dayOfWeek', local => local.getUTCDay() + 1),
  $isoDayOfWeek: part('$isoDayOfWeek', isoDayOfWeek),
  $week: part('$week', week),
  $isoWeek: part('$isoWeek', isoWeek),
  $isoWeekYear: part('$isoWeekYear', isoWeekYear),
  $dateToString,
  $dateFromParts,
  $dateFromString,
  $dateToParts,
}
