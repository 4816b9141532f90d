import type { ActivityKind } from '../../../../core/life/activities/contract'

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

/** The kind to be said over a title; nothing where the title begins with it. */
export const kindOver = ({ kind, title }: { kind: ActivityKind; title: string }): string =>
  title.startsWith(kindWords[kind]) ? '' : kindWords[kind]
