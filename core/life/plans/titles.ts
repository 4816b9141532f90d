import type { DutyOwed } from '../rhythm/owing'

/** What is owed as a plan names it, after its period: 12月支委会. */
export const dutyTitles: Readonly<Record<DutyOwed['duty'], string>> = {
  'general-meeting': '党员大会',
  committee: '支委会',
  'group-meeting': '党小组会',
  lecture: '党课',
  'party-day': '主题党日',
  'org-life': '组织生活会',
  appraisal: '民主评议',
  briefing: '形势通报会',
}
