import { read, saysNothing, textOf, unreadable, fold, type Cell, type Reading } from './cells'
import { fromChinese, spelledDigits } from './numerals'

/** A date as it was written: as exact as the writer was, of the calendar the writer named. */
export interface WrittenDate {
  calendar: 'solar' | 'lunar'
  year: number
  month?: number
  day?: number
  leap?: boolean
}

const howToWrite = '请写成“1941年3月5日”“1941.3”或“农历1941年三月初五”'
const notADate = (text: string, why = '看不出是哪一天') => unreadable<WrittenDate>(`写的是“${text}”，${why}。${howToWrite}`)

/** Excel counts days from 1899-12-30. */
const fromSerial = (serial: number): WrittenDate => solar(new Date((serial - 25_569) * 86_400_000))
const solar = (date: Date): WrittenDate => ({
  calendar: 'solar',
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
})
const isSerial = (value: number) => value >= 7_000 && value < 73_050

/** `41` is 1941 and `05` is 2005: the latest such year that is not ahead of `latestYear`. */
const fullYear = (short: number, latestYear: number) => Math.floor((latestYear - short) / 100) * 100 + short

const lunarWord = /农历|阴历|旧历|夏历|[(（][农阴][)）]|^[农阴]|[农阴]$/
const solarWord = /公历|阳历|新历|西历|[(（][公阳][)）]/
const lunarSign = /闰|正月|冬月|腊月|月初|廿|卅/
const unsure = /[?？]|大约|约|左右|前后|大概|估计|可能|不确定/

/** Month and day words to digits: 腊月廿六 → 12月26日. */
const digitsOf = (text: string): string =>
  text
    .replace(
      /民国(元|[一二三四五六七八九十\d]+)年/,
      (_, year: string) => `${String(1911 + (year === '元' ? 1 : (fromChinese(year) ?? 0)))}年`,
    )
    .replace(/^([〇○零一二三四五六七八九]{4}|[〇○零一二三四五六七八九]{2})年/, year => spelledDigits(year))
    .replace(/(正|元|冬|腊|[一二三四五六七八九十]{1,3})月/, (whole, month: string) => {
      const named = { 正: 1, 元: 1, 冬: 11, 腊: 12 }[month] ?? fromChinese(month)
      return named === null ? whole : `${String(named)}月`
    })
    .replace(/月(初?[一二三四五六七八九十]{1,3}|初\d{1,2}|[廿卅][一二三四五六七八九]?)(?:日|号)?$/, (whole, day: string) => {
      const number = fromChinese(day)
      return number === null ? whole : `月${String(number)}日`
    })

const separator = '[年月日号./\\\\,，、。·_~—–-]'
const parted = new RegExp(`^(\\d{4}|\\d{2})${separator}+(闰?)(\\d{1,2})(?:${separator}+(\\d{1,2}))?${separator}*$`)
const run = /^(\d{4})(\d{2})(\d{2})?$/

interface Parts {
  year: string
  leap: boolean
  month?: string | undefined
  day?: string | undefined
}

/** The parts of a date without its calendar, or null. */
const partsOf = (text: string, latestYear: number): Parts | null => {
  const plain = digitsOf(text)
  const year = /^(\d{4}|\d{2}(?=年))年?$/.exec(plain)
  if (year?.[1]) return { year: year[1], leap: false }
  const [, y, leap, m, d] = parted.exec(plain) ?? []
  if (y && m) return { year: y, leap: leap !== '', month: m, day: d }
  const [, ry, rm, rd] = run.exec(plain) ?? []
  if (ry && rm && (rd || (Number(ry) >= 1900 && Number(ry) <= latestYear + 1))) return { year: ry, leap: false, month: rm, day: rd }
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(plain)
  return short?.[1] ? { year: short[1], leap: false, month: short[2], day: short[3] } : null
}

const solarDays = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Judges parts against their calendar's months and days; a part written as 0 or 00 is unknown. */
const judge = (text: string, parts: Parts, lunar: boolean, latestYear: number, doubts: string[]): Reading<WrittenDate> => {
  const year = parts.year.length === 2 ? fullYear(Number(parts.year), latestYear) : Number(parts.year)
  if (parts.year.length === 2) doubts.push(`写的是“${text}”，按${year}年记`)
  if (year < 1900 || year > 2100) return notADate(text, `年份${year}不对`)
  const month = Number(parts.month ?? 0)
  const day = Number(parts.day ?? 0)
  if (month > 12) return notADate(text, `没有${month}月`)
  if (day > (lunar ? 30 : month === 0 ? 0 : solarDays(year, month))) return notADate(text, '没有这一天')
  if ((parts.month !== undefined && month === 0) || (parts.day !== undefined && day === 0))
    doubts.push(`写的是“${text}”，月或日是0，只记了前面的部分`)
  const written: WrittenDate = { calendar: lunar ? 'lunar' : 'solar', year }
  if (month > 0) written.month = month
  if (month > 0 && day > 0) written.day = day
  if (lunar && parts.leap) written.leap = true
  return read(written, ...doubts)
}

const readText = (raw: string, lunarColumn: boolean, latestYear: number): Reading<WrittenDate> => {
  const doubts: string[] = []
  let text = fold(raw).replace(/(\d)[T ]+\d{1,2}:\d{2}.*$/, '$1')
  // 1941年3月5日（农历二月初八）: one day told twice; the full date says it all.
  const twice = /^(.*?\d{4}.*?)[(（]?(?:农历|阴历|旧历)(.*?\d.*|.*月.*)$/.exec(text)
  const first = twice?.[1] ? partsOf(twice[1].replace(/\s+|公历|阳历|新历/g, ''), latestYear) : null
  if (twice?.[1] && first?.day !== undefined) {
    doubts.push(`写了两个日期“${raw}”，按前面的公历日期记`)
    text = twice[1]
  }
  text = text.replace(/[(（]([^()（）]*)[)）]/g, (whole, remark: string) => {
    if (remark.replace(unsure, '') === '' || /^[农阴公阳](?:历)?$|^(?:旧|夏|新|西)历$/.test(remark)) return whole
    doubts.push(`括号里的“${remark}”没有记`)
    return ''
  })
  const lunar = lunarWord.test(text) || ((lunarSign.test(text) || lunarColumn) && !solarWord.test(text))
  if (unsure.test(text)) doubts.push(`写的是“${raw}”，有不确定的字样，先照写的记`)
  const plain = text
    .replace(new RegExp(unsure, 'g'), '')
    .replace(/(\d) +(?=\d)/g, '$1.')
    .replace(/[农阴旧夏公阳新西]历|^[农阴公阳]|[农阴公阳](?=[)）]?$)|出生于|生于|出生|生日|入党|于|份|生$|[()（）:：“”"'\s]/g, '')
  const parts = partsOf(plain, latestYear)
  if (!lunar && !solarWord.test(text) && /月(?:十[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)$/.test(plain))
    doubts.push(`写的是“${raw}”，按公历记；若是农历，请在前面写“农历”`)
  if (parts) return judge(raw, parts, lunar, latestYear, doubts)
  if (/^\d{5}$/.test(plain) && isSerial(Number(plain))) return serial(raw, Number(plain))
  return notADate(raw, /^\D*\d{1,2}月\d{1,2}[日号]?$/.test(digitsOf(plain)) ? '没有写年份' : undefined)
}

const serial = (raw: string, value: number): Reading<WrittenDate> => {
  const { year, month = 0, day = 0, ...rest } = fromSerial(value)
  return read<WrittenDate>({ ...rest, year, month, day }, `是一个数字${raw}，按 Excel 的日期序号读作${year}年${month}月${day}日`)
}

/**
 * Reads a date as people write it: 1941, 1941.3, 1941年3月, 41.3, 19410305, 1941/3/5, 一九四一年三月, 民国三十年, 农历1941年闰六月初五,
 * an Excel date cell or its bare serial number. A date cell is a full date.
 * @param lunarColumn the column's heading says 农历
 * @param latestYear two-digit years are read as the last such year up to this one
 */
export const readDate = (
  cell: Cell | undefined,
  { lunarColumn, latestYear }: { lunarColumn: boolean; latestYear: number },
): Reading<WrittenDate> => {
  if (cell instanceof Date) {
    const written = solar(cell)
    return written.year >= 1900 && written.year <= 2100 ? read(written) : notADate(textOf(cell) || '（日期）', '年份不对')
  }
  const text = textOf(cell)
  if (saysNothing(fold(text))) return read<WrittenDate>(null)
  if (typeof cell === 'number') {
    if (Number.isInteger(cell) && String(cell).length === 5 && isSerial(cell)) return serial(text, cell)
    // As a number 1941.10 has become 1941.1: January and October look the same.
    const cut = /^(\d{4})\.1$/.exec(text)
    if (cut?.[1])
      return judge(text, { year: cut[1], leap: false }, lunarColumn, latestYear, [
        `是数字${text}，看不出是1月还是10月，只记了年份。请写成“${cut[1]}年1月”或“${cut[1]}年10月”`,
      ])
  }
  return readText(text, lunarColumn, latestYear)
}
