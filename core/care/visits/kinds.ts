import { festivals } from '../../shared/almanac/festivals'

/** 四必访 (S3): great festivals, illness, birthday, hardship; each festival is a rule of its own. */
export const visitRules = [...festivals, 'birthday', 'illness', 'hardship'] as const
export type VisitRule = (typeof visitRules)[number]

/** Visits that are raised by a person, not owed by the calendar. */
export const raisedRules = ['illness', 'hardship'] as const
export type RaisedRule = (typeof raisedRules)[number]

/** How an elder was seen: at home or in hospital, or by telephone. */
export const visitWays = ['visit', 'call'] as const
export type VisitWay = (typeof visitWays)[number]

/** Why a visit has no visitor: there is none to send, or the days of all are full. */
export const gapWhys = ['nobody', 'full'] as const
export type GapWhy = (typeof gapWhys)[number]

export const ruleWords: Readonly<Record<VisitRule, string>> = {
  'new-year': '元旦走访',
  'spring-festival': '春节走访',
  'party-day-71': '七一走访',
  'mid-autumn': '中秋走访',
  'national-day': '国庆走访',
  'double-ninth': '重阳走访',
  'high-summer': '高温走访',
  birthday: '生日走访',
  illness: '生病看望',
  hardship: '困难看望',
}
