import type { ActivityKind } from './contract'

/** 三会一课 and what stands beside it: every member of the branch is expected. */
const owed: readonly ActivityKind[] = ['party-day', 'general-meeting', 'committee', 'group-meeting', 'lecture', 'org-life', 'appraisal']

/**
 * Is attendance owed? Then a member says 我参加 or asks for leave, and how many came is held against how many were to come; anything else, and what has
 * room for some only, one signs up for.
 */
export const isOwed = ({ kind, capacity }: { kind: ActivityKind; capacity?: number | null | undefined }): boolean =>
  owed.includes(kind) && (capacity ?? null) === null

/** Kinds of activity in the branch's own words (P10). */
export const kindWords: Record<ActivityKind, string> = {
  'party-day': '主题党日',
  'general-meeting': '支部党员大会',
  committee: '支委会',
  'group-meeting': '党小组会',
  lecture: '党课',
  'org-life': '组织生活会',
  appraisal: '民主评议',
  'political-birthday': '政治生日',
  briefing: '形势通报会',
  study: '学习会',
  forum: '座谈会',
  visit: '参观考察',
  training: '培训',
  volunteering: '志愿服务',
  interest: '兴趣活动',
  outing: '游园',
}

/** 组织生活会 and 民主评议, which go step by step (`life/reviews`). */
export const reviewKinds = ['org-life', 'appraisal'] as const satisfies readonly ActivityKind[]
export type ReviewKind = (typeof reviewKinds)[number]
export const isReview = (kind: ActivityKind): kind is ReviewKind => reviewKinds.some(one => one === kind)
