import type { VisitRule } from './kinds'

/** Settings of visits of a branch, street or bureau. */
export interface VisitSettings {
  /** The most visits of one visitor in a day. */
  perDay: number
  rules: Record<VisitRule, { on: boolean; callCounts: boolean }>
}

const rule = (callCounts: boolean) => ({ on: true, callCounts })

/** What holds without settings: at Spring Festival, in illness and in hardship the visitor comes to the door (S3 必访, S4 春节走访全覆盖). */
export const usualVisits: VisitSettings = {
  perDay: 4,
  rules: {
    'new-year': rule(true),
    'spring-festival': rule(false),
    'party-day-71': rule(true),
    'high-summer': rule(true),
    'mid-autumn': rule(true),
    'national-day': rule(true),
    'double-ninth': rule(true),
    birthday: rule(true),
    illness: rule(false),
    hardship: rule(false),
  },
}
