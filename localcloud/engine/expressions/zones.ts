import { requestFailed } from '../../errors'
import { at, isNull, typeName } from '../values'

const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric', // prettier-ignore
    })
    formats.set(zone, made)
    return made
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${zone}"`)
  }
}

/** Minutes by which the zone's clocks are ahead of UTC at an instant. */
const zoneOffset = (zone: string, instant: number): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return Math.round((there - Math.floor(instant / 1000) * 1000) / MINUTE)
}

/**
 * Minutes ahead of UTC at an instant (ms since epoch): `+08`, `+0800`, `+08:00`, `UTC`, `GMT`, `Z` or a name such as `Asia/Shanghai`.
 * Null for a zone that is null. Throws DATABASE_REQUEST_FAILED for any other.
 */
export const offsetAt = (zone: unknown, instant: number): number | null => {
  if (zone === undefined) return 0
  if (zone === null) return null
  if (typeof zone !== 'string') throw requestFailed(`timezone must evaluate to a string, found ${typeName(zone)}`)
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (match !== null) return (Number(match[2]) * 60 + Number(match[3] ?? 0)) * (match[1] === '-' ? -1 : 1)
  if (zone === 'Z' || zone === 'UTC' || zone === 'GMT') return 0
  if (/^[+-]/.test(zone)) throw requestFailed(`unrecognized time zone identifier: "${zone}"`)
  return zoneOffset(zone, instant)
}

/** The instant at which clocks of the zone show what `local` shows in UTC; null where the zone is null. */
export const instantOf = (local: number, zone: unknown): number | null => {
  const first = offsetAt(zone, local)
  if (first === null) return null
  // The offset at the instant itself counts, which is not known before: near a change of clocks the second guess is right.
  const second = offsetAt(zone, local - first * MINUTE)
  return local - (second ?? first) * MINUTE
}

/** A date whose UTC fields are what clocks of the zone show; null where date or zone are null. */
export const localOf = (date: unknown, zone: unknown): Date | null => {
  if (isNull(date)) return null
  if (!(date instanceof Date)) throw requestFailed(`can't convert from BSON type ${typeName(date)} to Date`)
  const offset = offsetAt(zone, date.getTime())
  return offset === null ? null : new Date(date.getTime() + offset * MINUTE)
}

/** `+0800` */
export const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
export const monthName = (date: Date): string => at(MONTHS, date.getUTCMonth())
/** 1–12 for a full or a short English name, in any case; 0 for no month. */
export const monthOf = (name: string): number =>
  MONTHS.findIndex(month => [month.toLowerCase(), month.slice(0, 3).toLowerCase()].includes(name.toLowerCase())) + 1
