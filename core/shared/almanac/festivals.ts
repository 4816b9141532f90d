/** The great festivals before which every elder is visited (S3 重大节日必访, S4 高温季节、国庆中秋、元旦春节), in the order of a solar year. */
export const festivals = [
  'new-year',
  'spring-festival',
  'party-day-71',
  'high-summer',
  'mid-autumn',
  'national-day',
  'double-ninth',
] as const
export type Festival = (typeof festivals)[number]

export const festivalWords: Readonly<Record<Festival, string>> = {
  'new-year': '元旦',
  'spring-festival': '春节',
  'party-day-71': '七一',
  'high-summer': '高温季节',
  'mid-autumn': '中秋',
  'national-day': '国庆',
  'double-ninth': '重阳',
}
