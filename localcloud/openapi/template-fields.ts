const characters = (value: string) => Array.from(value).length

const MONTH = '(?:0?[1-9]|1[0-2])'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?'
const DATE = `(?:\\d{4}年${MONTH}月(?:${DAY}日)?|${MONTH}月${DAY}日|\\d{4}[-/.]${MONTH}(?:[-/.]${DAY})?|${MONTH}[-/.]${DAY})`
const span = (one: string) => new RegExp(`^${one}(?:\\s?~\\s?${one})?$`)
const TIMES = span(`(?:${DATE}\\s)?${TIME}`)
const DATES = span(`${DATE}(?:\\s${TIME})?`)

/** What each kind of field takes. Rule: WeChat's table of the parameters of subscribe messages. */
const FIELD_RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: value => characters(value) <= 20,
  short_thing: value => characters(value) <= 10,
  number: value => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: value => /^[A-Za-z]{1,32}$/.test(value),
  symbol: value => /^[^\p{Script=Han}A-Za-z\d]{1,5}$/u.test(value),
  character_string: value => /^[\x20-\x7e]{1,32}$/.test(value),
  time: value => TIMES.test(value),
  date: value => DATES.test(value),
  amount: value => /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: value => /^[\d+\-#*() ]{1,17}$/.test(value),
  car_number: value => /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]{0,6}[\p{Script=Han}A-Za-z\d]$/u.test(value),
  name: value => characters(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: value => /^\p{Script=Han}{1,5}$/u.test(value),
  const: () => true,
  enum: () => true,
}

/** Whether WeChat takes this value for a field such as `thing1`; never an empty one, nor one with line ends or other control characters. */
export function fieldFits(field: string, value: string): boolean {
  const rule = FIELD_RULES[field.replace(/\d+$/, '')]
  return rule !== undefined && value !== '' && !/\p{Cc}/u.test(value) && rule(value)
}
