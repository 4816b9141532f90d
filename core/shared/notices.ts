import type { Route } from './routes'

/** The kinds of notices; each has a WeChat template below, its words come from its capability. */
export const noticeKinds = [
  'activity-published',
  'activity-changed',
  'activity-cancelled',
  'activity-remind',
  'place-is-yours',
  'post-changed',
  'post-cancelled',
  'post-at-risk',
  'post-withdrawn',
  'place-offered',
  'place-taken',
  'post-thanks',
  'request-asked',
  'request-news',
  'request-helping',
  'request-desk',
  'visit-due',
  'visit-missing',
  'visit-news',
  'celebration',
  'pairing-news',
  'pairing-helping',
  'care-overdue',
  'aftercare',
  'account-bound',
  'account-warning',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * Which side a notice concerns. An `affair` is the person's own and reaches their family too; a `duty` is what they do for others, and reaches
 * no one who only acts for them.
 */
export const noticeConcerns: Record<NoticeKind, 'affair' | 'duty'> = {
  'activity-published': 'affair',
  'activity-changed': 'affair',
  'activity-cancelled': 'affair',
  'activity-remind': 'affair',
  'place-is-yours': 'affair',
  'post-changed': 'affair',
  'post-cancelled': 'affair',
  'place-offered': 'affair',
  'place-taken': 'affair',
  'post-thanks': 'affair',
  'request-news': 'affair',
  'pairing-news': 'affair',
  'post-at-risk': 'duty',
  'post-withdrawn': 'duty',
  'request-asked': 'duty',
  'request-helping': 'duty',
  'request-desk': 'duty',
  'visit-due': 'duty',
  'visit-missing': 'duty',
  'visit-news': 'affair',
  celebration: 'affair',
  'pairing-helping': 'duty',
  'care-overdue': 'duty',
  aftercare: 'duty',
  'account-bound': 'affair',
  'account-warning': 'duty',
}
/** The kinds that family may read. */
export const affairKinds = noticeKinds.filter(kind => noticeConcerns[kind] === 'affair')

/**
 * The WeChat template of each kind. The ids are assigned by the mini-program's console (订阅消息 → 我的模板) and are entered here before the first
 * upload; these belong to the local cloud. All templates use the same four fields: 事项 thing1, 时间 time2, 地点 thing3, 备注 thing4.
 */
export const templateIds: Record<NoticeKind, string> = {
  'care-overdue': 'tpl-care-overdue',
  aftercare: 'tpl-aftercare',
  'account-bound': 'tpl-account',
  'account-warning': 'tpl-account',
  'activity-published': 'tpl-activity-notice',
  'activity-remind': 'tpl-activity-notice',
  'activity-changed': 'tpl-activity-change',
  'activity-cancelled': 'tpl-activity-change',
  'place-is-yours': 'tpl-place-is-yours',
  'request-asked': 'tpl-request-asked',
  'request-news': 'tpl-request-news',
  'request-helping': 'tpl-request-news',
  'request-desk': 'tpl-request-desk',
  celebration: 'tpl-celebration',
  'pairing-news': 'tpl-pairing-news',
  'pairing-helping': 'tpl-pairing-news',
  'post-changed': 'tpl-activity-change',
  'post-cancelled': 'tpl-activity-change',
  'post-at-risk': 'tpl-post-hands',
  'post-withdrawn': 'tpl-post-hands',
  'place-offered': 'tpl-place-offered',
  'place-taken': 'tpl-place-is-yours',
  'post-thanks': 'tpl-post-thanks',
  'visit-due': 'tpl-visit-due',
  'visit-missing': 'tpl-visit-missing',
  'visit-news': 'tpl-request-news',
}

const fields = { thing1: '事项', time2: '时间', thing3: '地点', thing4: '备注' }

/** The words of each template as chosen in the console, for the local cloud's desk. */
export const templateWords: Record<string, { title: string; fields: Record<string, string> }> = {
  'tpl-activity-notice': { title: '活动通知', fields },
  'tpl-activity-change': { title: '活动变更通知', fields },
  'tpl-place-is-yours': { title: '候补成功通知', fields },
  'tpl-request-asked': { title: '求助派单通知', fields },
  'tpl-request-news': { title: '求助进展通知', fields },
  'tpl-request-desk': { title: '求助督办通知', fields },
  'tpl-celebration': { title: '生日祝福提醒', fields },
  'tpl-pairing-news': { title: '结对联系通知', fields },
  'tpl-post-hands': { title: '岗位缺人提醒', fields },
  'tpl-place-offered': { title: '替班邀请', fields },
  'tpl-care-overdue': { title: '联系老人提醒', fields },
  'tpl-aftercare': { title: '善后事项提醒', fields },
  'tpl-account': { title: '账号安全提醒', fields },
  'tpl-visit-due': { title: '走访安排提醒', fields },
  'tpl-visit-missing': { title: '走访未完成提醒', fields },
  'tpl-post-thanks': { title: '志愿服务感谢', fields },
}

/** The fields of a service message; WeChat takes at most 20 characters in a `thing`. */
export interface NoticeFields {
  what: string
  /** `YYYY-MM-DD HH:mm` */
  when: string
  where: string
  note: string
}

const THING = 20
const thing = (text: string) => {
  const letters = Array.from(text.replace(/\s+/gu, ' ').trim())
  if (letters.length === 0) return '无'
  return letters.length <= THING ? letters.join('') : `${letters.slice(0, THING - 1).join('')}…`
}

/** `2026-11-21 09:30` as 2026年11月21日 09:30, WeChat's form of a time with a date. */
const chineseTime = (when: string) => when.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$1年$2月$3日')

/** The fields in WeChat's form, each within its limit and never empty (47003 refuses an empty one). */
export const templateData = (fields: NoticeFields): Record<string, { value: string }> => ({
  thing1: { value: thing(fields.what) },
  time2: { value: chineseTime(fields.when) },
  thing3: { value: thing(fields.where) },
  thing4: { value: thing(fields.note) },
})

/** Something to tell people, once per person for one `about`. */
export interface Telling {
  kind: NoticeKind
  /** What it is about, with its version: repeating it is one message. */
  about: string
  title: string
  text: string
  page: Route
  /** The fields of the WeChat service message. */
  fields: NoticeFields
}
