import type { Duty } from '../../people/public'
import type { Verdict } from './meetings'

/** Duties as a branch says them. */
export const dutyWords: Readonly<Record<Duty, string>> = {
  'general-meeting': '党员大会',
  committee: '支委会',
  'group-meeting': '党小组会',
  lecture: '党课',
  'party-day': '主题党日',
  'org-life': '组织生活会',
  appraisal: '民主评议',
  briefing: '形势通报会',
}

/** Why a meeting that took place does not count. */
export const triedWords: Readonly<Record<Exclude<Verdict, 'planned' | 'held'>, string>> = {
  'no-sheet': '办过，没有签到',
  'below-quorum': '办过，到会不到一半',
}
