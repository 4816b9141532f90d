import type { NoticeFields } from './notices'

/** The keyword of a template that each field of a notice goes into: 事项, 时间, 地点, 备注. WeChat numbers them per template: `thing1`, `time2`. */
export type TemplateFields = Readonly<Record<keyof NoticeFields, string>>

/** The keywords where nothing else is said. */
export const usualFields: TemplateFields = { what: 'thing1', when: 'time2', where: 'thing3', note: 'thing4' }

/** How many characters WeChat takes in a keyword, by its type. */
const most: Readonly<Record<string, number>> = { thing: 20, phrase: 5, name: 10, character_string: 32, const: 20 }
const THING = 20

const shortened = (text: string, limit: number) => {
  const letters = Array.from(text.replace(/\s+/gu, ' ').trim())
  if (letters.length === 0) return '无'
  return letters.length <= limit ? letters.join('') : `${letters.slice(0, limit - 1).join('')}…`
}

/** `2026-11-21 09:30` as 2026年11月21日 09:30, WeChat's form of a time with a date. */
const chineseTime = (when: string) => when.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$1年$2月$3日')

const typeOf = (keyword: string) => keyword.replace(/\d+$/, '')

/** The fields in WeChat's form, each within its keyword's limit and never empty (47003 refuses an empty one). */
export const templateData = (fields: NoticeFields, keywords: TemplateFields = usualFields): Record<string, { value: string }> => {
  const valueFor = (keyword: string, text: string) => {
    const type = typeOf(keyword)
    return type === 'time' || type === 'date' ? chineseTime(text) : shortened(text, most[type] ?? THING)
  }
  return Object.fromEntries(
    (['what', 'when', 'where', 'note'] as const).map(field => [keywords[field], { value: valueFor(keywords[field], fields[field]) }]),
  )
}
