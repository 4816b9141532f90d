import { most, TooLargeInside } from './limits'
import { attribute, isOn, scanner } from './xml'
import type { Zip } from './zip'

/** How cells of one style are shown. */
export interface Style {
  format?: string
  isDate: boolean
  struck: boolean
}

/** Chinese built-in formats without a day (ECMA-376, 18.8.30) and those of numbers that show their zeros. */
const builtIn: Readonly<Record<number, string>> = {
  2: '0.00',
  17: 'mmm-yy',
  27: 'yyyy"年"m"月"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  52: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
}
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** The letters of a format outside quotes, brackets and escapes. */
const lettersOf = (format: string): string => format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()

/** Whether a format shows a date: letters of one, and no digits of a number. */
const showsDate = (format: string): boolean => {
  const letters = lettersOf(format.replace(/;@$/, '')).replace('general', '')
  return /[ymdhse]/.test(letters) && !/[0#?]/.test(letters.replace(/s\.0+/g, ''))
}

/** How exact a date format shows a date. */
export const exactnessOf = (format: string): 'year' | 'month' | 'day' => {
  const letters = lettersOf(format)
  if (letters.includes('d') || !/[ye]/.test(letters)) return 'day'
  return letters.includes('m') ? 'month' : 'year'
}

/** The cell styles of a workbook by their number. */
export const stylesOf = (zip: Zip): Style[] => {
  const formats = new Map<number, string>()
  const fonts: boolean[] = []
  const styles: Style[] = []
  const within: string[] = []
  const numberIn = (attributes: string, name: string) => Number(attribute(attributes, name) ?? 0)
  const xml = scanner({
    open: (name, attributes) => {
      const parent = within.at(-1)
      within.push(name)
      if (name === 'numFmt' && parent === 'numFmts')
        formats.set(numberIn(attributes, 'numFmtId'), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'font' && parent === 'fonts') fonts.push(false)
      else if (name === 'strike' && parent === 'font' && within.at(-3) === 'fonts')
        fonts[fonts.length - 1] = isOn(attribute(attributes, 'val') ?? '1')
      else if (name === 'xf' && parent === 'cellXfs') {
        const id = numberIn(attributes, 'numFmtId')
        const format = formats.get(id) ?? builtIn[id]
        const isDate = format === undefined || (id < 164 && isBuiltInDate(id)) ? isBuiltInDate(id) : showsDate(format)
        styles.push({ ...(format === undefined ? {} : { format }), isDate, struck: fonts[numberIn(attributes, 'fontId')] ?? false })
      }
      if (within.length > 100 || formats.size + fonts.length + styles.length > most.styles) throw new TooLargeInside()
    },
    close: () => void within.pop(),
  })
  zip.read('xl/styles.xml', xml.write)
  return styles
}
