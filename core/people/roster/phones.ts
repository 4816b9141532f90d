import { fold, read, saysNothing, textOf, unreadable, type Cell, type Reading } from './cells'

/** The numbers of a cell and the words around them. */
export interface Numbers {
  phones: string[]
  words: string
}

const mobile = /^1[3-9]\d{9}$/
const areaCode = /^0(?:10|2\d|[3-9]\d{2})/
const landline = /^0(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/
const local = /^[2-8]\d{6,7}$/
const service = /^(?:400|800)\d{7}$/
/** A number abroad, Hong Kong, Macao and Taiwan among them, as E.164 writes it. */
const foreign = /^\+(?!86)[1-9]\d{6,14}$/

/** Whether these digits (with `,` before an extension) are a number that can be dialled as it stands. */
export const isPhone = (digits: string): boolean => {
  const [main = '', extension, ...rest] = digits.split(',')
  if (rest.length > 0 || (extension !== undefined && !/^\d{1,6}$/.test(extension))) return false
  return mobile.test(main) || landline.test(main) || service.test(main) || local.test(main) || foreign.test(main)
}

/** Whether WeChat may verify it: a number of a mobile telephone, as far as one sees it. */
export const mayBeVerified = (digits: string): boolean => mobile.test(digits) || foreign.test(digits)

/** One number, or several that stand with nothing but blanks between them; `-`, brackets and blanks inside a number are for the eye. */
const shapes = [
  String.raw`1[3-9](?:[ .-]?\d){9}`,
  String.raw`\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]{0,3}[1-9](?:[ -]?\d){6,7}`,
  String.raw`[48]00[ -]?\d{3}[ -]?\d{4}`,
  String.raw`[2-8]\d{2,3}[ -]?\d{4}`,
]
const extension = String.raw`(?: ?(?:转|分机|ext\.?|x|#) ?(\d{1,6})|-(\d{1,4}))?`
// What stands before is matched too, since older phones cannot look behind.
const oneNumber = new RegExp(String.raw`(^|\D)(?:\+|00)?(?:86[ -]?)?(${shapes.join('|')})${extension}(?!\d)`, 'gi')

/**
 * Reads one number abroad that is written with its country before it (`+852 6123 4567`, `001 415 …`), with an extension after a comma; answers it in
 * E.164, or null where it can be none.
 */
export type Abroad = (written: string) => string | null

/** Without a list of the world's numbers: digits of a fitting length. */
const byLength: Abroad = written => {
  const [main = '', extended] = written.split(',')
  const number = `+${main.replace(/^\s*(?:\+|00)/, '').replace(/\D/g, '')}`
  return foreign.test(number) ? `${number}${extended ? `,${extended}` : ''}` : null
}

/** What people write before a number instead of its country's code. */
const countries: readonly (readonly [RegExp, string])[] = [
  [/香港/, '852'],
  [/澳门/, '853'],
  [/台湾/, '886'],
  [/美国|加拿大/, '1'],
  [/日本/, '81'],
  [/韩国/, '82'],
  [/新加坡/, '65'],
  [/英国/, '44'],
  [/法国/, '33'],
  [/德国/, '49'],
  [/澳大利亚|澳洲/, '61'],
  [/新西兰/, '64'],
]
const named =
  /(香港|澳门|台湾|美国|加拿大|日本|韩国|新加坡|英国|法国|德国|澳大利亚|澳洲|新西兰)(手机|电话|号码|座机)?[ :：]{0,2}((?:\(0\))?[1-9]\d{1,4}(?:[ -]?\d{2,5}){1,3})(?!\d)/g
/** 852, 853 and 886 without their plus: no number of the mainland begins so. */
const bareNeighbour = /(^|[^\d+])(85[23][ -]?[2-9]\d{3}[ -]?\d{4}|886[ -]?9\d{2}[ -]?\d{3}[ -]?\d{3})(?!\d)/g
const withCountry = new RegExp(
  String.raw`(^|[^\d+])((?:\+|00) ?(?!86)[1-9][\d().-]*(?: [\d().-]+)*)(?: ?(?:转|分机|ext\.?|x|#) ?(\d{1,6}))?`,
  'gi',
)

/** Takes the numbers abroad out of a text; what is left, blanks in their places, is read as numbers of the mainland. */
const takeAbroad = (text: string, abroad: Abroad): { phones: string[]; rest: string } => {
  const phones: string[] = []
  const written = text
    .replace(bareNeighbour, (_, before: string, number: string) => `${before}+${number}`)
    .replace(named, (whole, country: string, kind: string | undefined, number: string) => {
      const code = countries.find(([words]) => words.test(country))?.[1]
      return code === undefined || mobile.test(number.replace(/\D/g, '')) ? whole : `${country}${kind ?? ''} +${code} ${number}`
    })
  const rest = written.replace(withCountry, (whole, before: string, number: string, extended?: string) => {
    const parts = number.split(' ').filter(part => part !== '')
    // Another number may stand behind it with nothing but a blank between.
    for (let count = parts.length; count > 0; count--) {
      const tail = count === parts.length ? extended : undefined
      const phone = abroad(`${parts.slice(0, count).join(' ')}${tail ? `,${tail}` : ''}`)
      if (phone === null) continue
      if (!phones.includes(phone)) phones.push(phone)
      return `${before} ${parts.slice(count).join(' ')} ${tail === undefined && extended ? `转${extended}` : ''}`
    }
    return whole
  })
  return { phones, rest }
}

/** Words that only say what kind of number it is. */
const kindWords =
  /手机号?码?|移动|联通|电信|小灵通|座机|固话|固定|宅电|家电|住宅|家庭|办公|单位|本人|电话号?码?|号码|电话|手机|宅|电|tel|phone|[:：]/gi
const howToWrite = '请写11位手机号，或带区号的座机如“0513-77505919”；几个号码之间用“/”隔开'

/**
 * Reads every number of a cell: numbers may be separated by / 、 ， ; blanks or lines, grouped with blanks (138 7743 4046), full-width, with +86.
 * Kept as digits as dialled: a landline with its area code and without the dash (051377505919), an extension after a comma, which a phone
 * dials as a pause (051377505919,801). Numbers abroad are kept in E.164 (+85261234567). Words around the numbers are handed back.
 */
export const readPhones = (cell: Cell | undefined, abroad: Abroad = byLength): Reading<Numbers> => {
  const raw = textOf(cell)
  const folded = fold(raw).replace(/[‐‑‒–—―−﹣]/g, '-')
  const { phones, rest: text } = takeAbroad(folded, abroad)
  if (saysNothing(folded) || /^[没无]有?(?:手机|电话|座机|号码|联系方式)$/.test(folded)) return read<Numbers>(null)
  if (/\d[eE]\+?\d/.test(text)) return unreadable(`写的是“${raw}”，号码被 Excel 显示成科学计数，后几位已经丢了。${howToWrite}`)
  const doubts: string[] = []
  const take = (digits: string, extended?: string) => {
    const phone = extended ? `${digits},${extended}` : digits
    if (!phones.includes(phone)) phones.push(phone)
    if (local.test(digits)) doubts.push(`座机“${digits}”没有区号，照写的记`)
  }
  const rest = text.replace(oneNumber, (_, before: string, number: string, said?: string, dashed?: string) => {
    take(number.replace(/\D/g, ''), said ?? dashed)
    return `${before} `
  })
  // A number cell cannot hold the 0 that an area code begins with.
  const bare = typeof cell === 'number' && phones.length === 0 ? `0${text}` : ''
  if (landline.test(bare) && areaCode.test(bare)) {
    take(bare)
    return read({ phones, words: '' }, `是数字${raw}，按座机补上了开头的0`)
  }
  const words = rest
    .replace(kindWords, ' ')
    .replace(/[()[\]【】\s/\\、，,;；.。|&+*-]+/g, ' ')
    .trim()
  const stray = /\d(?:[ -]*\d){2,}/.exec(rest)
  if (stray) return unreadable(`写的是“${raw}”，“${stray[0]}”不是电话号码。${howToWrite}`)
  if (phones.length === 0) return unreadable(`写的是“${raw}”，没有电话号码。${howToWrite}`)
  return read({ phones, words }, ...doubts)
}

/** The code of its country, as far as one sees it without a list of them. */
const countryCode = /^\+(?:1|7|85[2356]|88[06]|\d\d)/

/** A number as people read it: 138 7743 4046, 0513-77505919, 0513-77505919转801, +852 61234567. */
export const sayPhone = (digits: string): string => {
  const [main = '', extended] = digits.split(',')
  const country = countryCode.exec(main)?.[0]
  const area = country === undefined && landline.test(main) ? (areaCode.exec(main)?.[0] ?? '') : ''
  if (country !== undefined) return `${country} ${main.slice(country.length)}${extended ? `转${extended}` : ''}`
  return `${area ? `${area}-${main.slice(area.length)}` : main}${extended ? `转${extended}` : ''}`
}

/** A number that shows whose it might be without telling it: 138****1144, 0513-****5919. */
export const maskPhone = (digits: string): string => {
  const [main = ''] = digits.split(',')
  if (mobile.test(main)) return `${main.slice(0, 3)}****${main.slice(-4)}`
  const country = countryCode.exec(main)?.[0]
  if (country !== undefined) return `${country}-****${main.slice(country.length).slice(-4)}`
  const area = landline.test(main) ? (areaCode.exec(main)?.[0] ?? '') : ''
  return area ? `${area}-****${main.slice(-4)}` : `****${main.slice(-Math.min(4, Math.floor(main.length / 2)))}`
}
