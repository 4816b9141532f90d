const DAY = 86_400_000

/** 1 (Monday) – 7 (Sunday) */
export const isoDayOfWeek = (date: Date): number => date.getUTCDay() || 7

export const dayOfYear = (date: Date): number => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1

/** 0–53; weeks begin on Sunday, days before the first Sunday are week 0. */
export const week = (date: Date): number => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)

/** The Thursday of a date's week: its year and week are the ISO ones. */
const thursday = (date: Date): Date => new Date(date.getTime() + (4 - isoDayOfWeek(date)) * DAY)

export const isoWeekYear = (date: Date): number => thursday(date).getUTCFullYear()
/** 1–53 */
export const isoWeek = (date: Date): number => Math.floor((dayOfYear(thursday(date)) - 1) / 7) + 1

/** Midnight (UTC, ms) of a day of an ISO week; days and weeks beyond the year run on. */
export const isoDate = (year: number, isoWeekOfYear: number, day: number): number => {
  const fourth = new Date(Date.UTC(year, 0, 4))
  return fourth.getTime() + ((isoWeekOfYear - 1) * 7 + (day - isoDayOfWeek(fourth))) * DAY
}
