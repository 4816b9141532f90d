/** What a measure counts in; `yes`: 1 where it holds, 0 where not. Of every measure more is better. */
export const measureUnits = ['%', '次', '人次', '人', '条', '小时', 'yes'] as const
export type MeasureUnit = (typeof measureUnits)[number]
export interface Measure {
  unit: MeasureUnit
  /** What it counts, as a person says it. */
  text: string
}

/** A row that a figure was counted from, or where its rows are listed: one tap away. */
export interface Seen {
  text: string
  page?: string | undefined
}
/** What was seen of one measure. */
export interface Sight {
  value: number
  seen: readonly Seen[]
}

/** A figure with its unit: 95%, 12次, 是. */
export const sayValue = (value: number, unit: MeasureUnit): string =>
  unit === 'yes' ? (value >= 1 ? '是' : '否') : `${String(value)}${unit}`

/** A share in percent with one decimal, rounded down so that only what is whole is 100; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole <= 0 ? null : Math.floor((1000 * Math.min(part, whole)) / whole) / 10
