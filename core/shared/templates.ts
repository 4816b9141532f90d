import type { NoticeFields, TemplateName } from './notices'

/** The keyword of a template that each field of a notice goes into: 事项, 时间, 地点, 备注. WeChat numbers them per template: `thing1`, `time2`. */
export type TemplateFields = Readonly<Record<keyof NoticeFields, string>>

/** The keywords where nothing else is said. */
export const usualFields: TemplateFields = { what: 'thing1', when: 'time2', where: 'thing3', note: 'thing4' }

/** What each template is called in the console. */
export const templateTitles: Record<TemplateName, string> = {
  'activity-notice': '活动通知',
  'activity-change': '活动变更通知',
  'place-is-yours': '候补成功通知',
  'request-asked': '求助派单通知',
  'request-news': '求助进展通知',
  'request-desk': '求助督办通知',
  celebration: '生日祝福提醒',
  'pairing-news': '结对联系通知',
  'post-hands': '岗位缺人提醒',
  'place-offered': '替班邀请',
  'post-thanks': '志愿服务感谢',
  'care-overdue': '联系老人提醒',
  aftercare: '善后事项提醒',
  account: '账号安全提醒',
  'visit-due': '走访安排提醒',
  'visit-missing': '走访未完成提醒',
}

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
