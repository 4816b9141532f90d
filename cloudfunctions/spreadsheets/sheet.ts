import type { Cell, RowMarks, Sheet } from '../../core/people/roster/cells'
import { cellOf } from './cell'
import { most, TooLargeInside } from './limits'
import type { Style } from './styles'
import { textGatherer, type Written } from './texts'
import { attribute, isOn, scanner } from './xml'

/** What holds for all sheets of a workbook. */
export interface Book {
  styles: readonly Style[]
  shared: readonly Written[]
  since1904: boolean
}

/** Blank rows up to so many stand as they are; more of them are a gap. */
const MOST_BLANKS = 50

const placeOf = (address: string): { column: number; row: number } | null => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? []
  if (letters === undefined || digits === undefined) return null
  return { column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(digits) - 1 }
}

/** A row with something in it. */
interface Filled {
  cells: Cell[]
  struck: number[]
  crossed: { column: number; text: string }[]
  hidden: boolean
}

const marksOf = ({ hidden, struck, crossed }: Filled): RowMarks | null =>
  hidden || struck.length > 0 || crossed.length > 0
    ? { ...(hidden ? { hidden } : {}), ...(struck.length > 0 ? { struck } : {}), ...(crossed.length > 0 ? { crossed } : {}) }
    : null

/** Reads one sheet piece by piece: only rows with something in them are held, wherever they stand. */
export const sheetReader = ({ styles, shared, since1904 }: Book) => {
  const rows = new Map<number, Filled>()
  const merges: { column: number; from: number; to: number }[] = []
  let [row, column, places, last] = [-1, -1, 0, 0]
  let [isHidden, isFiltered, hidesAll] = [false, false, false]
  let cell: { attributes: string; value: string; isFormula: boolean } | null = null
  let inValue = false
  const own = textGatherer()

  const keep = (value: Cell, struck: boolean, crossed: string) => {
    let filled = rows.get(row)
    if (!filled) {
      if (rows.size === most.rows) throw new TooLargeInside()
      rows.set(row, (filled = { cells: [], struck: [], crossed: [], hidden: isHidden }))
    }
    places += Math.max(0, column + 1 - filled.cells.length)
    if (places > most.places) throw new TooLargeInside()
    while (filled.cells.length < column) filled.cells.push(null)
    filled.cells[column] = value
    if (struck) filled.struck.push(column)
    else if (crossed.trim() !== '') filled.crossed.push({ column, text: crossed })
  }
  const endCell = () => {
    if (!cell) return
    const { attributes, value, isFormula } = cell
    cell = null
    const type = attribute(attributes, 't') ?? 'n'
    // Formatted blanks, which may be millions, end here.
    if (value === '' && type !== 'inlineStr' && type !== 'e' && !isFormula) return
    const place = placeOf(attribute(attributes, 'r') ?? '')
    if (place) ({ column, row } = place)
    const style = styles[Number(attribute(attributes, 's') ?? 0)]
    const written: Written | undefined = type === 's' ? shared[Number(value)] : type === 'inlineStr' ? own.take() : undefined
    // Where nothing of a text stands, all of it is struck out: it is told as it was.
    const whole = written !== undefined && written.text.trim() === '' ? written.struck : (written?.text ?? '')
    const made = cellOf({ type, style, value, own: whole, isFormula }, () => whole, since1904)
    if (made === null) return
    const struck = (style?.struck ?? false) || (written !== undefined && written.text.trim() === '')
    keep(made, struck, struck ? '' : (written?.struck ?? ''))
  }

  const xml = scanner({
    open: (name, attributes) => {
      if (cell) {
        if (name === 'v') inValue = true
        else if (name === 'f') cell.isFormula = true
        else own.seen.open(name, attributes)
      } else if (name === 'c') {
        column += 1
        cell = { attributes, value: '', isFormula: false }
        own.empty()
      } else if (name === 'row') {
        const number = Number(attribute(attributes, 'r'))
        row = Number.isInteger(number) && number > 0 ? number - 1 : row + 1
        last = Math.max(last, row)
        column = -1
        isHidden =
          isOn(attribute(attributes, 'hidden')) ||
          (hidesAll && attribute(attributes, 'hidden') === undefined) ||
          attribute(attributes, 'ht') === '0'
      } else if (name === 'mergeCell') {
        const [from = '', to = from] = (attribute(attributes, 'ref') ?? '').split(':')
        const [first, end] = [placeOf(from), placeOf(to)]
        if (first && end && first.column === end.column && end.row > first.row)
          merges.push({ column: first.column, from: first.row, to: end.row })
        if (merges.length > most.merges) throw new TooLargeInside()
      } else if (name === 'autoFilter') isFiltered = true
      else if (name === 'sheetFormatPr') hidesAll = isOn(attribute(attributes, 'zeroHeight'))
    },
    close: name => {
      if (!cell) return
      if (name === 'v') inValue = false
      else if (name === 'c') endCell()
      else own.seen.close(name)
    },
    text: text => {
      if (!cell) return
      if (!inValue) own.seen.text(text)
      else if ((cell.value += text).length > most.token) throw new TooLargeInside()
    },
  })

  /** A cell merged downwards is repeated in each of its rows that hold something. */
  const spread = (numbers: readonly number[]) => {
    let filled = 0
    for (const { column: at, from, to } of merges) {
      const value = rows.get(from)?.cells[at] ?? null
      if (value === null) continue
      for (const number of numbers) {
        if (number <= from) continue
        if (number > to) break
        if ((filled += 1) > most.places) throw new TooLargeInside()
        const cells = rows.get(number)?.cells ?? []
        while (cells.length < at) cells.push(null)
        cells[at] = value
      }
    }
  }

  return {
    write: xml.write,
    /** How many rows were seen that hold nothing: what a sheet that is too large is full of. */
    blanks: () => last + 1 - rows.size,
    finish: (name: string, hidden: boolean): Sheet => {
      const numbers = [...rows.keys()].sort((one, other) => one - other)
      spread(numbers)
      const dense: Cell[][] = []
      const marks = new Map<number, RowMarks>()
      const gaps: { before: number; rows: number }[] = []
      let next = 0
      for (const number of numbers) {
        const filled = rows.get(number)
        if (!filled) continue
        if (number - next > MOST_BLANKS) gaps.push({ before: dense.length, rows: number - next })
        else for (let blank = next; blank < number; blank++) dense.push([])
        const made = marksOf(filled)
        if (made) marks.set(dense.length, made)
        dense.push(filled.cells)
        next = number + 1
      }
      return { name, rows: dense, hidden, filtered: isFiltered, gaps, marks }
    },
  }
}
