import { UNCALCULATED, type Cell } from '../../core/people/roster/cells'
import { exactnessOf, type Style } from './styles'

const DAY = 24 * 60 * 60_000
/** The day before the first, as spreadsheets count since 1900 (with a 29 February 1900 that never was), and since 1904. */
const [SINCE_1900, SINCE_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)]

/** A date shown as 1941年3月 was written so: the program put the 1st behind it by itself. */
const dateOf = (date: Date, format: string | undefined): Cell => {
  if (Number.isNaN(date.getTime())) return null
  const exactness = format === undefined ? 'day' : exactnessOf(format)
  return exactness === 'day' ? date : date.toISOString().slice(0, exactness === 'month' ? 7 : 4)
}

const numberOf = (text: string, style: Style | undefined, since1904: boolean): Cell => {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return null
  if (style?.isDate) return dateOf(new Date(Math.floor((since1904 ? SINCE_1904 : SINCE_1900) + number * DAY)), style.format)
  // 1948.10 is kept as the number 1948.1; its format tells that the zero was meant.
  const decimals = style?.format === undefined ? undefined : /^0\.(0+)$/.exec(style.format)?.[1]
  return decimals !== undefined && !Number.isInteger(number) ? number.toFixed(decimals.length) : number
}

/** What a spreadsheet writes of one cell. */
export interface Raw {
  type: string
  style: Style | undefined
  /** The stored value, and the text written in the cell itself. */
  value: string
  own: string
  isFormula: boolean
}

/** The value of a cell; text as it stands, nothing where there are blanks only. */
export const cellOf = ({ type, style, value, own, isFormula }: Raw, shared: (index: number) => string, since1904: boolean): Cell => {
  const text = (said: string): Cell => (/[^\s\u200b\ufeff]/u.test(said) ? said : null)
  switch (type) {
    case 's':
      return text(shared(Number(value)))
    case 'inlineStr':
      return text(own)
    case 'str':
      return isFormula && value === '' ? null : text(value)
    case 'e':
      return value === '' ? UNCALCULATED : value
    case 'b':
      return value === '1' ? true : value === '0' ? false : null
    case 'd':
      return dateOf(new Date(value), style?.format)
    default:
      return isFormula && value === '' ? UNCALCULATED : numberOf(value, style, since1904)
  }
}
