import type { Route } from './routes'

/** The kinds of notices; each has a WeChat template below, its words come from its capability. */
export const noticeKinds = [
  'activity-published',
  'activity-changed',
  'activity-cancelled',
  'activity-remind',
  'study-assigned',
  'review',
  'book-due',
  'book-desk',
  'place-is-yours',
  'post-changed',
  'post-cancelled',
  'post-at-risk',
  'post-withdrawn',
  'place-offered',
  'place-taken',
  'post-thanks',
  'duty',
  'duty-desk',
  'station-word',
  'request-asked',
  'request-news',
  'request-helping',
  'request-desk',
  'hours-news',
  'hours-cancelled',
  'hours-host',
  'wish-news',
  'wish-helping',
  'wish-desk',
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
  'export-ready',
  'membership-news',
  'membership-desk',
  'committee',
  'talent-still',
  'talent-asked',
  'talent-answered',
  'advice-came',
  'branch-duty',
  'rhythm-due',
  'pledge-due',
  'honour-news',
  'honour-due',
  'branch-changed',
  'quiet',
  'suggestion-news',
  'suggestion-desk',
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
  'study-assigned': 'affair',
  review: 'duty',
  'book-due': 'affair',
  'book-desk': 'duty',
  'place-is-yours': 'affair',
  'post-changed': 'affair',
  'post-cancelled': 'affair',
  'place-offered': 'affair',
  'place-taken': 'affair',
  'post-thanks': 'affair',
  duty: 'affair',
  'station-word': 'affair',
  'duty-desk': 'duty',
  'request-news': 'affair',
  'pairing-news': 'affair',
  'post-at-risk': 'duty',
  'post-withdrawn': 'duty',
  'request-asked': 'duty',
  'request-helping': 'duty',
  'request-desk': 'duty',
  'hours-news': 'affair',
  'hours-cancelled': 'affair',
  'hours-host': 'duty',
  'wish-news': 'affair',
  'wish-helping': 'duty',
  'wish-desk': 'duty',
  'visit-due': 'duty',
  'visit-missing': 'duty',
  'visit-news': 'affair',
  celebration: 'affair',
  'pairing-helping': 'duty',
  'care-overdue': 'duty',
  aftercare: 'duty',
  'account-bound': 'affair',
  'account-warning': 'duty',
  'export-ready': 'duty',
  'membership-news': 'affair',
  'membership-desk': 'duty',
  committee: 'duty',
  'talent-still': 'affair',
  'talent-asked': 'affair',
  'talent-answered': 'duty',
  'advice-came': 'affair',
  'branch-duty': 'duty',
  'rhythm-due': 'duty',
  'pledge-due': 'duty',
  'honour-news': 'affair',
  'honour-due': 'duty',
  'branch-changed': 'affair',
  quiet: 'duty',
  'suggestion-news': 'affair',
  'suggestion-desk': 'duty',
}
/** The kinds that family may read. */
export const affairKinds = noticeKinds.filter(kind => noticeConcerns[kind] === 'affair')

/**
 * The templates that a bureau asks for in the mini-program's console (订阅消息). Their ids differ from one mini-program to another, so that they come with
 * the environment (`environment.ts`); one that is missing means that its kinds reach the inbox only.
 */
export const templateNames = [
  'activity-notice',
  'activity-change',
  'place-is-yours',
  'request-asked',
  'request-news',
  'request-desk',
  'celebration',
  'pairing-news',
  'post-hands',
  'place-offered',
  'post-thanks',
  'care-overdue',
  'aftercare',
  'account',
  'visit-due',
  'visit-missing',
  'branch-work',
] as const
export type TemplateName = (typeof templateNames)[number]

/** The template by which each kind is sent. */
export const templateOf: Record<NoticeKind, TemplateName> = {
  'care-overdue': 'care-overdue',
  aftercare: 'aftercare',
  'account-bound': 'account',
  'account-warning': 'account',
  'export-ready': 'account',
  'membership-news': 'account',
  'membership-desk': 'request-desk',
  'branch-changed': 'account',
  'activity-published': 'activity-notice',
  'activity-remind': 'activity-notice',
  'study-assigned': 'activity-notice',
  'book-due': 'activity-notice',
  'book-desk': 'branch-work',
  'activity-changed': 'activity-change',
  'activity-cancelled': 'activity-change',
  'place-is-yours': 'place-is-yours',
  'request-asked': 'request-asked',
  'request-news': 'request-news',
  'request-helping': 'request-news',
  'request-desk': 'request-desk',
  'hours-news': 'activity-notice',
  'hours-cancelled': 'activity-change',
  'hours-host': 'branch-work',
  'wish-news': 'request-news',
  'wish-helping': 'request-news',
  'wish-desk': 'request-desk',
  celebration: 'celebration',
  'pairing-news': 'pairing-news',
  'pairing-helping': 'pairing-news',
  'post-changed': 'activity-change',
  'post-cancelled': 'activity-change',
  'post-at-risk': 'post-hands',
  'post-withdrawn': 'post-hands',
  'place-offered': 'place-offered',
  'place-taken': 'place-is-yours',
  'post-thanks': 'post-thanks',
  duty: 'activity-notice',
  'duty-desk': 'post-hands',
  'station-word': 'request-news',
  'visit-due': 'visit-due',
  'visit-missing': 'visit-missing',
  'visit-news': 'request-news',
  committee: 'branch-work',
  'talent-still': 'account',
  'talent-asked': 'request-asked',
  'talent-answered': 'request-news',
  'advice-came': 'request-news',
  review: 'branch-work',
  'branch-duty': 'visit-due',
  'rhythm-due': 'branch-work',
  quiet: 'branch-work',
  'pledge-due': 'branch-work',
  'honour-news': 'post-thanks',
  'honour-due': 'branch-work',
  'suggestion-news': 'request-news',
  'suggestion-desk': 'branch-work',
}

/** The fields of a service message, as a template's keywords are filled with them (`templates.ts`). */
export interface NoticeFields {
  what: string
  /** `YYYY-MM-DD HH:mm` */
  when: string
  where: string
  note: string
}

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
