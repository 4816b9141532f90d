/** Why a volunteer cannot come, by one tap; the last leaves it to their own words. */
export const reasons = ['身体不舒服', '家里有事', '临时要外出', '其他'] as const
export type Reason = (typeof reasons)[number]

/** Less than this before the start a reason is asked for (ms); the cloud asks for it in any case. */
export const LATE_MS = 24 * 3_600_000
