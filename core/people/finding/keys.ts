import { nameKey } from '../names/names'

/** As many letters of a name are kept as keys, and looked at in what is typed. */
const MOST_LETTERS = 12
/** Names of so many characters are found by any part of them, longer ones by their beginning and by that of each part. */
const SHORT = 4
/** The last digits of a number by which it is found. */
const DIGITS = 4

const cut = (text: string): string => Array.from(text).slice(0, MOST_LETTERS).join('')
/** 王, 王建, 王建国. */
const beginnings = (text: string): string[] => Array.from(cut(text)).map((_, index, letters) => letters.slice(0, index + 1).join(''))

const partsOf = (name: string): string[] => {
  const whole = nameKey(name)
  const letters = Array.from(whole)
  if (letters.length <= SHORT) return letters.flatMap((_, from) => beginnings(letters.slice(from).join('')))
  return [
    whole,
    ...name
      .split(/[\s·•．.・‧∙●]/u)
      .slice(1)
      .map(nameKey),
  ].flatMap(beginnings)
}

/** zhangguoqiang and zgq by their beginnings, zhanggq as a whole. */
const lettersOf = (syllables: readonly string[]): string[] => {
  const known = syllables.filter(one => one !== '?')
  const [first = '', ...rest] = known
  const initials = (of: readonly string[]) => of.map(one => one.charAt(0)).join('')
  return [...beginnings(known.join('')), ...beginnings(initials(known)), cut(first + initials(rest))]
}

/** The last four digits of each number, without its extension. */
export const phoneKeys = (phones: readonly string[]): string[] =>
  phones.flatMap(phone => /\d{4}$/.exec(phone.split(',')[0] ?? '')?.[0] ?? [])

/**
 * What a person is found by: each is looked up as it is, so that one step of one index finds the people of a subtree however many there are. Parts of the
 * name, the beginnings of its pinyin and of the initials in each of its readings, the last four digits of each number.
 */
export const findKeysOf = (name: string, readings: readonly (readonly string[])[], phones: readonly string[]): string[] =>
  [...new Set([...partsOf(name), ...readings.flatMap(lettersOf), ...phoneKeys(phones)])].filter(one => one !== '')

/** The keys of a person whose numbers have changed; where none are known yet, none. */
export const withPhoneKeys = (keys: readonly string[], phones: readonly string[]): string[] => [
  ...new Set([...keys.filter(key => !/^\d{4}$/.test(key)), ...phoneKeys(phones)]),
]

/** The key for what was typed; digits besides where more than the last four were. Null where it is nothing yet, or too few digits. */
export const keyTyped = (typed: string): { key: string; digits?: string } | null => {
  const text = nameKey(typed).replace(/['’\-—()（）]/gu, '')
  const digits = text.replace(/^(?:\+|00)?(?:86)?(?=1\d{10}$)/, '').replace(/^\+/, '')
  if (/^\d+$/.test(digits)) {
    if (digits.length < DIGITS) return null
    return { key: digits.slice(-DIGITS), ...(digits.length > DIGITS ? { digits } : {}) }
  }
  return text === '' ? null : { key: cut(text.replace(/ü/gu, 'v')) }
}
